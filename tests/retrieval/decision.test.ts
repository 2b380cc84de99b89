import { answerQuestion } from "../../src/answering/answer-question.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/answering/engine.ts";
import { confidenceOf } from "../../src/retrieval/confidence.ts";
import { decide, type Decision } from "../../src/retrieval/decision.ts";
import { weighPart } from "../../src/retrieval/evidence.ts";
import { rankHits } from "../../src/retrieval/ranking.ts";
import { engineOf, LIBRARY, ROLES, SALARIES } from "../answering/library.ts";

function decisionOn(message: string, engine: Engine = LIBRARY, question?: string): Decision {
  const before = question === undefined ? undefined : { question, answer: "" };
  const [part] = engine.reader.understand(message, before).parts;
  if (!part) throw new Error(`nothing is asked in "${message}"`);
  return decide(part, rankHits(part, engine.index), engine);
}

/** A decision in a line: what answers it, or why it is refused and for want of what. */
function told(decision: Decision): string {
  switch (decision.kind) {
    case "answer":
      return `answer: ${decision.hit.entry.snippet.question}`;
    case "clarify":
      return "clarify";
    case "refuse":
      return `${decision.reason}: ${decision.missing.map(({ label }) => label).join(", ")}`;
  }
}

describe("what is answered", () => {
  test.each([
    { ask: "What skills do I need for devsecops?", by: "What skills does a DevSecOps engineer need?" },
    { ask: "is a diploma needed for devsecops", by: "Do I need a degree for DevSecOps?" },
    { ask: "how do i get into devsecops", by: "How do I become a DevSecOps engineer?" },
    { ask: "what is devops", by: "What is a DevOps engineer?" },
    { ask: "what is devsecops", by: "What is a DevSecOps engineer?" },
    {
      ask: "how much do devops engineers earn in Houston?",
      by: "How much does a DevOps engineer earn by city?",
    },
    {
      ask: "how much do devops engineers earn in Texas?",
      by: "How much does a DevOps engineer earn by city?",
    },
    { ask: "should a devsecops engineer take the ceh?", by: "Is the CEH advised for DevSecOps engineers?" },
  ])("$ask", ({ ask, by }) => {
    expect(told(decisionOn(ask))).toBe(`answer: ${by}`);
  });
});

describe("what is refused, and why", () => {
  test.each([
    { ask: "What is a data scientist?", why: "entity-not-covered: data scientist" },
    { ask: "What does a data scientist do all day?", why: "entity-not-covered: data scientist" },
    { ask: "How much does DevOps earn in Germany?", why: "entity-not-covered: Germany" },
    { ask: "Is the CISSP advised for DevSecOps?", why: "entity-not-covered: CISSP" },
    { ask: "Does DevSecOps need C++?", why: "entity-not-covered: C++" },
    { ask: "What is the notice period of a DevOps engineer?", why: "topic-not-covered: notice period" },
    { ask: "Do DevSecOps engineers get a work permit?", why: "topic-not-covered: work permit" },
    { ask: "What is a quokka?", why: "too-little-covered: quokka" },
    { ask: "How?", why: "nothing-found: " },
    { ask: "Are quokkas nocturnal?", why: "nothing-found: quokkas, nocturnal" },
    { ask: "we had Python and patience for lunch", why: "not-a-question: " },
  ])("$ask: $why", ({ ask, why }) => {
    expect(told(decisionOn(ask))).toBe(why);
  });

  test("what a name is known for elsewhere does not answer where it is not said", () => {
    expect(told(decisionOn("Which employers pay DevOps the most in Houston?"))).not.toBe(
      "answer: Which employers pay a DevOps engineer the most?",
    );
  });
});

describe("another role's section", () => {
  test.each([
    { ask: "What are the responsibilities of a DevOps engineer?", role: "role:devops-engineer" },
    { ask: "What skills does a DevOps engineer need?", role: "role:devops-engineer" },
    { ask: "How do I become a DevOps engineer?", role: "role:devops-engineer" },
    { ask: "How much does a DevSecOps engineer earn by city?", role: "role:devsecops-engineer" },
    { ask: "Which employers pay a DevSecOps engineer the most?", role: "role:devsecops-engineer" },
  ])("is neither the answer nor offered: $ask", ({ ask, role }) => {
    const decision = decisionOn(ask);
    const shown =
      decision.kind === "answer"
        ? [decision.hit]
        : decision.kind === "refuse"
          ? decision.near
          : decision.ranking;
    expect(shown.filter(({ entry }) => !entry.snippet.roles.includes(role))).toEqual([]);
  });

  test("does not answer a follow-up about the role before", () => {
    expect(told(decisionOn("And the salary by city?", LIBRARY, "What is a DevSecOps engineer?"))).not.toMatch(
      /^answer: How much does a DevOps/,
    );
  });
});

test("a name that no document has is refused, whatever else is asked", () => {
  const words = [...LIBRARY.index.words].filter((word) => !/\d/.test(word));
  fc.assert(
    fc.property(
      fc.constantFrom("data scientist", "CISSP", "Germany", "C++"),
      fc.array(fc.constantFrom(...words), { maxLength: 8 }),
      (name, picked) => {
        const reply = answerQuestion(`What is ${name}, ${picked.join(" ")}?`, SECURE);
        // Words that make a second question of their own may be answered beside it.
        const isRefused =
          reply.kind !== "answer" || reply.misses.some(({ reason }) => reason === "entity-not-covered");
        expect(isRefused).toBe(true);
      },
    ),
  );
});

// The words of its questions name no second role beside which an unheard one would only tell where a member comes from.
const SECURE = engineOf({ "salaries.md": SALARIES });

test("a role is background where another is asked for that documents are about", () => {
  expect(told(decisionOn("How do I become a DevSecOps engineer from data science?"))).toBe(
    "answer: How do I become a DevSecOps engineer?",
  );
});

test("the policy decides from which confidence on a hit answers, asks back, or is refused", () => {
  const ask = "What skills do I need for devsecops?";
  const under = (answerFrom: number, clarifyFrom: number): string =>
    decisionOn(ask, { ...LIBRARY, policy: { answerFrom, clarifyFrom } }).kind;
  expect([under(0, 0), under(1, 0), under(1, 1)]).toEqual(["answer", "clarify", "refuse"]);
});

test("what nobody asks outright is less sure", () => {
  const policy = { answerFrom: 0, clarifyFrom: 0 };
  const confidence = (ask: string): number => {
    const decision = decisionOn(ask, { ...LIBRARY, policy });
    return decision.kind === "answer" ? decision.confidence : 0;
  };
  expect(confidence("DevSecOps skills")).toBeLessThan(confidence("DevSecOps skills?"));
});

test("confidence lies between 0 and 1, whatever is asked", () => {
  const words = [...LIBRARY.index.words, "data scientist", "notice period", "quokka", "what", "how"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (picked) => {
      for (const part of LIBRARY.reader.understand(`${picked.join(" ")}?`).parts) {
        const asked = weighPart(part, LIBRARY.index);
        for (const hit of rankHits(part, LIBRARY.index)) {
          const confidence = confidenceOf(hit, asked, LIBRARY.index);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

function sureness(message: string): number {
  const [part] = LIBRARY.reader.understand(message).parts;
  const [best] = part ? rankHits(part, LIBRARY.index) : [];
  return part && best ? confidenceOf(best, weighPart(part, LIBRARY.index), LIBRARY.index) : 0;
}

test("a question covered wholly is surer than one covered in part", () => {
  expect(sureness("What skills does a DevSecOps engineer need?")).toBeGreaterThan(
    sureness("What quokka skills does a DevSecOps engineer need at the circus?"),
  );
});

test("a document more or less about other things changes no decision on its own questions", () => {
  const alone = engineOf({ "roles.md": ROLES });
  for (const { snippet } of alone.index.entries) {
    expect(told(decisionOn(snippet.question, LIBRARY))).toBe(told(decisionOn(snippet.question, alone)));
  }
});

describe("a role that documents only mention", () => {
  const wages = `---
title: Wages
publisher: Guild House
published: 2026
---

## Wages

#### How much does a DevOps engineer earn in Houston?

> About: DevOps engineer · Topics: salary
>
> - pay of devops in Houston

In Houston a DevOps engineer earns 100 USD a day.

#### Which role suits a data scientist?

> About: DevOps engineer · Topics: becoming
>
> - what suits data scientists
> - roles that fit a data scientist

The role of a DevOps engineer suits a data scientist.
`;
  const engine = engineOf({ "wages.md": wages });

  test.each([
    { ask: "data scientist salary?", why: "too-little-covered: salary" },
    { ask: "how much does a data scientist earn", why: "entity-not-covered: data scientist" },
    { ask: "data scientist pay in Houston", why: "entity-not-covered: data scientist" },
  ])("never gets another one's pay: $ask", ({ ask, why }) => {
    expect(told(decisionOn(ask, engine))).toBe(why);
  });

  test("is answered by what mentions it", () => {
    expect(told(decisionOn("Can a data scientist become a DevOps engineer?", engine))).toBe(
      "answer: Which role suits a data scientist?",
    );
  });
});
