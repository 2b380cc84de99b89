import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { asks, cited, engineOf, LIBRARY, ROLES } from "./library.ts";

const COVERED = "DevOps engineers and DevSecOps engineers";

test("an answer is the snippet's text with the citation of its section, and related questions", () => {
  expect(answerQuestion("do i need a diploma for devsecops", LIBRARY)).toEqual({
    kind: "answer",
    isGuess: false,
    title: undefined,
    parts: [
      {
        heading: undefined,
        text: "No. Employers ask for experience rather than a degree.",
        citations: [cited("roles/How to start")],
        snippets: ["roles/6"],
      },
    ],
    misses: [],
    menu: [],
    related: [
      asks("How do I become a DevSecOps engineer?"),
      asks("Is the CEH advised for DevSecOps engineers?"),
      asks("What skills does a DevSecOps engineer need?"),
    ],
  });
});

test("a citation says document, section, publisher, date, language and the address that opens at the section", () => {
  const reply = answerQuestion("What is a DevOps engineer?", LIBRARY);
  expect(reply.kind === "answer" && reply.parts.map(({ citations }) => citations)).toEqual([
    [
      {
        document: "roles",
        title: "Two roles",
        publisher: "Example Press",
        published: "2022-06-07",
        section: "What they do",
        url: "https://press.example/roles#what-they-do",
        language: "en",
      },
    ],
  ]);
});

test("two questions are answered in their order, each with its citation", () => {
  const reply = answerQuestion("Do I need a degree for DevSecOps? And what is a DevOps engineer?", LIBRARY);
  expect(reply.kind === "answer" && { parts: reply.parts, misses: reply.misses }).toEqual({
    parts: [
      {
        heading: undefined,
        text: "No. Employers ask for experience rather than a degree.",
        citations: [cited("roles/How to start")],
        snippets: ["roles/6"],
      },
      {
        heading: undefined,
        text: "A DevOps engineer builds the pipelines that bring software to its users.",
        citations: [cited("roles/What they do")],
        snippets: ["roles/1"],
      },
    ],
    misses: [],
  });
});

test("a question that no section answers is said beside one that is answered", () => {
  const reply = answerQuestion("What is a DevOps engineer? What about visa sponsorship?", LIBRARY);
  expect(
    reply.kind === "answer" && { texts: reply.parts.map(({ text }) => text), misses: reply.misses },
  ).toEqual({
    texts: ["A DevOps engineer builds the pipelines that bring software to its users."],
    misses: [
      {
        question: "What about visa sponsorship?",
        reason: "topic-not-covered",
        text: "No section answers that: the documents say nothing on visas.",
      },
    ],
  });
});

test("the same section is shown once when two questions lead to it", () => {
  const reply = answerQuestion("What is a DevOps engineer? Describe the devops engineer job?", LIBRARY);
  expect(reply.kind === "answer" && reply.parts.map(({ snippets }) => snippets)).toEqual([["roles/1"]]);
});

describe("a refusal says what the documents lack", () => {
  test.each([
    {
      why: "a role",
      ask: "What is a data scientist?",
      reason: "entity-not-covered",
      text: `The documents say nothing on data scientists. They cover ${COVERED}.`,
    },
    {
      why: "a place",
      ask: "How much does DevOps earn in Germany?",
      reason: "entity-not-covered",
      text: `The documents say nothing on Germany. They cover ${COVERED}.`,
    },
    {
      why: "two names",
      ask: "What does a data scientist earn in Germany?",
      reason: "entity-not-covered",
      text: `The documents say nothing on data scientists and Germany. They cover ${COVERED}.`,
    },
    {
      why: "a topic",
      ask: "What is the notice period of a DevOps engineer?",
      reason: "topic-not-covered",
      text: "No section answers that: the documents say nothing on notice periods.",
    },
    {
      why: "a word",
      ask: "what is a quokka",
      reason: "too-little-covered",
      text: "No section of the documents answers that; the nearest ones say nothing of “quokka”.",
    },
    {
      why: "a question",
      ask: "hello there everyone",
      reason: "not-a-question",
      text: `I found no question in that. Ask me about ${COVERED}.`,
    },
    {
      why: "the language, in both",
      ask: "¿Cuánto gana un ingeniero de seguridad en España?",
      reason: "other-language",
      text: "Solo respondo en inglés, el idioma de mis documentos.\nI only answer questions in English, the language of my documents.",
    },
    {
      why: "a language the bot has no words of",
      ask: "Πόσο κερδίζει ένας μηχανικός ασφαλείας στην Ελλάδα;",
      reason: "other-language",
      text: `I only answer questions in English, the language of my documents. They cover ${COVERED}.`,
    },
  ])("$why: $ask", ({ ask, reason, text }) => {
    const reply = answerQuestion(ask, LIBRARY);
    expect({ ...reply, suggestions: [] }).toEqual({ kind: "refusal", reason, text, suggestions: [] });
  });

  test("and offers the nearest questions that have an answer", () => {
    const reply = answerQuestion("how much do devops earn in germany", LIBRARY);
    expect(reply.kind === "refusal" && reply.suggestions).toEqual([
      asks("How much does a DevOps engineer earn by city?"),
      asks("Which employers pay a DevOps engineer the most?"),
      asks("What is a DevOps engineer?"),
    ]);
  });
});

test("what a refusal, an answer or a question back offers is answered when it is clicked", () => {
  const offered = ["how much do devops earn in germany", "what is devops", "what is a quokka"].flatMap(
    (ask) => {
      const reply = answerQuestion(ask, LIBRARY);
      if (reply.kind === "clarification") return reply.choices;
      return reply.kind === "answer" ? reply.related : reply.suggestions;
    },
  );
  const kinds = offered.map(({ run }) => answerQuestion(run.values["question"] ?? "", LIBRARY).kind);
  expect(new Set(kinds)).toEqual(new Set(["answer"]));
});

test("what is near enough to ask back is offered as questions", () => {
  const unsure = { ...LIBRARY, policy: { answerFrom: 1, clarifyFrom: 0 } };
  expect(answerQuestion("what is devops", unsure)).toEqual({
    kind: "clarification",
    text: "Did you mean one of these?",
    choices: [
      asks("What is a DevOps engineer?"),
      asks("Which employers pay a DevOps engineer the most?"),
      asks("How much does a DevOps engineer earn by city?"),
    ],
  });
});

test("a follow-up takes its role from the question before", () => {
  const reply = answerQuestion("and which skills?", LIBRARY, {
    question: "What is a DevSecOps engineer?",
    answer: "",
  });
  expect(reply.kind === "answer" && reply.parts.map(({ text }) => text)).toEqual([
    "- Python\n- threat modelling\n- patience",
  ]);
});

test("two certificates that no section sets side by side are answered one after the other", () => {
  const engine = engineOf({
    "certs.md": `---
title: Certificates
publisher: Example Press
published: 2023
---

## CEH

#### What is the CEH exam like?

> About: DevSecOps engineer · Topics: certifications
>
> - how hard is the ceh

Four hours of questions.

## CISSP

#### What is the CISSP exam like?

> About: DevSecOps engineer · Topics: certifications
>
> - how hard is the cissp

Three hours, and it adapts.
`,
  });
  const reply = answerQuestion("CEH or CISSP, what is the exam like?", engine);
  expect(
    reply.kind === "answer" && reply.parts.map(({ text, citations }) => [text, citations[0].section]),
  ).toEqual([
    ["Four hours of questions.", "CEH"],
    ["Three hours, and it adapts.", "CISSP"],
  ]);
});

test("the same message gets the same reply, from the same documents read again too", () => {
  const again = engineOf({ "roles.md": ROLES });
  const once = engineOf({ "roles.md": ROLES });
  for (const ask of ["what is devops", "how do i get into devsecops?", "visa?", "hello", "CEH or CISSP?"]) {
    expect(answerQuestion(ask, once)).toEqual(answerQuestion(ask, once));
    expect(answerQuestion(ask, once)).toEqual(answerQuestion(ask, again));
  }
});

test("without documents every question is refused", () => {
  expect(answerQuestion("What is a data scientist?", engineOf({}))).toEqual({
    kind: "refusal",
    reason: "entity-not-covered",
    text: "The documents say nothing on data scientists. They cover other things.",
    suggestions: [],
  });
});

function snippetsOf(ask: string, engine = LIBRARY): string[] {
  const reply = answerQuestion(ask, engine);
  return reply.kind === "answer" ? reply.parts.flatMap(({ snippets }) => snippets).toSorted() : [];
}

describe("a second section that is nearly as good", () => {
  const ask = "what is devsecops about, and what does one do";

  test("is shown beside the best one", () => {
    expect(snippetsOf(ask)).toEqual(["roles/2", "roles/3"]);
  });

  test("is left out where both together are long", () => {
    const long = ROLES.replace("explain both.", `explain both. ${"They write. ".repeat(60)}`);
    expect(snippetsOf(ask, engineOf({ "roles.md": long }))).toHaveLength(1);
  });

  test("is left out where it says the same", () => {
    const same = ROLES.replace(
      "A DevSecOps engineer builds security into the pipelines.",
      "DevSecOps engineers test the pipeline and mend what the tests find.",
    );
    expect(snippetsOf(ask, engineOf({ "roles.md": same }))).toHaveLength(1);
  });

  test("is left out where two questions are asked", () => {
    expect(snippetsOf("What does a DevSecOps engineer do? What is a DevOps engineer?")).toHaveLength(2);
  });
});

const academy = (mentors: string): ReturnType<typeof engineOf> =>
  engineOf({
    "roles.md": ROLES,
    "academy.md": `# Harbor academy\n\n## Mentors\n\nA bosun is a mentor who has finished both cohorts. ${mentors}\n`,
  });

describe("pay that is asked of a plain article", () => {
  test("is not answered by what says nobody's pay", () => {
    expect(answerQuestion("What does a bosun earn?", academy("Bosuns review projects."))).toMatchObject({
      kind: "refusal",
      text: "No section of the documents answers that; the nearest ones say nothing of “earn”.",
    });
  });

  test("is answered by what says it", () => {
    const reply = answerQuestion("What does a bosun earn?", academy("Bosuns earn $40 an hour."));
    expect(reply).toMatchObject({ kind: "answer", parts: [{ citations: [{ section: "Mentors" }] }] });
  });
});
