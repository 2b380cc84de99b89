import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/answering/engine.ts";
import { rankHits } from "../../src/retrieval/ranking.ts";
import { engineOf, LIBRARY } from "../answering/library.ts";

function ranked(question: string, engine: Engine): string[] {
  const [part] = engine.reader.understand(question).parts;
  return part ? rankHits(part, engine.index).map(({ entry }) => entry.snippet.question) : [];
}

/** A document of questions, each about a role and a topic. */
function snippets(
  rows: readonly {
    readonly ask: string;
    readonly about?: string;
    readonly topic: string;
    readonly says: string;
  }[],
): string {
  const written = rows.map(
    ({ ask, about = "DevSecOps engineer", topic, says }) =>
      `#### ${ask}\n\n> About: ${about} · Topics: ${topic}\n>\n> - ${ask.toLowerCase().replace("?", "")} please\n\n${says}\n`,
  );
  return `---\ntitle: Snippets\npublisher: Example Press\npublished: 2023\n---\n\n## All\n\n${written.join("\n")}`;
}

const TOOLS = engineOf({
  "tools.md": snippets([
    { ask: "Which scanners does DevSecOps use?", topic: "skills", says: "Scanners find flaws in code." },
    { ask: "Which languages does DevSecOps use?", topic: "skills", says: "Python is used for scripts." },
    { ask: "How are secrets stored?", topic: "skills", says: "In a vault, never in the code." },
    { ask: "What is a container?", topic: "definition", says: "A box for a program. Scanners read it." },
    { ask: "Does a DevSecOps engineer code?", topic: "responsibilities", says: "Yes, small programs." },
    {
      ask: "Which languages does DevOps use?",
      about: "DevOps engineer",
      topic: "skills",
      says: "Go is used for tools.",
    },
    { ask: "Are scanners expensive?", topic: "outlook", says: "Many are free." },
  ]),
});

describe("the order of the hits", () => {
  test("scanners of DevSecOps", () => {
    expect(ranked("Which scanners are used in DevSecOps?", TOOLS).slice(0, 3)).toEqual([
      // The question has every word asked for.
      "Which scanners does DevSecOps use?",
      // The same form and role, but languages for scanners.
      "Which languages does DevSecOps use?",
      // The rare word, without the role's name.
      "Are scanners expensive?",
    ]);
  });

  test("languages of DevSecOps", () => {
    const [first, ...others] = ranked("which languages does devsecops use", TOOLS);
    // In its own words.
    expect(first).toBe("Which languages does DevSecOps use?");
    // As near in words, but about another role.
    expect(others.indexOf("Which languages does DevOps use?")).toBeGreaterThan(
      others.indexOf("Which scanners does DevSecOps use?"),
    );
  });

  test("languages of DevOps", () => {
    // The role decides between two questions that differ in nothing else.
    expect(ranked("what languages do devops people use", TOOLS)[0]).toBe("Which languages does DevOps use?");
  });

  test("secrets, without a role", () => {
    // Only one snippet is about them; what shares no word is no hit.
    expect(ranked("How do I store secrets?", TOOLS)).toEqual(["How are secrets stored?"]);
  });

  test("a word in the question outranks the same word in an answer", () => {
    expect(ranked("scanners?", TOOLS)).toEqual([
      // Question and answer have the word.
      "Which scanners does DevSecOps use?",
      // The question has it.
      "Are scanners expensive?",
      // Only the answer has the word.
      "What is a container?",
    ]);
  });

  test("nothing that documents have: no hit", () => {
    expect(ranked("Are quokkas nocturnal?", TOOLS)).toEqual([]);
  });
});

test.each(LIBRARY.index.entries.map(({ snippet }) => snippet.question))(
  "a question in a snippet's own words finds that snippet first: %s",
  (question) => {
    expect(ranked(question, LIBRARY)[0]).toBe(question);
  },
);

test.each(
  LIBRARY.index.entries.flatMap(({ snippet }) => snippet.waysOfAsking.map((way) => [way, snippet.question])),
)("another way of asking finds its snippet first: %s", (way, question) => {
  expect(ranked(way ?? "", LIBRARY)[0]).toBe(question);
});

test("snippets that are alike come in document order", () => {
  const twin = { ask: "Is a vault needed?", topic: "skills", says: "Yes." };
  const engine = engineOf({
    "b.md": snippets([twin]),
    "a.md": snippets([twin]),
  });
  const [part] = engine.reader.understand("is a vault needed?").parts;
  if (!part) throw new Error("nothing was understood");
  expect(rankHits(part, engine.index).map(({ entry }) => entry.snippet.id)).toEqual(["b/1", "a/1"]);
});

test("hits come best first and each once, whatever is asked", () => {
  const words = [...LIBRARY.index.words];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (picked) => {
      for (const part of LIBRARY.reader.understand(`${picked.join(" ")}?`).parts) {
        const ranking = rankHits(part, LIBRARY.index);
        const ranks = ranking.map(({ rank }) => rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
        expect(new Set(ranking.map(({ position }) => position)).size).toBe(ranking.length);
      }
    }),
  );
});

const asks = (ways: readonly string[], answer: string): string =>
  `> About: DevSecOps engineer · Topics: skills\n>\n${ways.map((way) => `> - ${way}`).join("\n")}\n\n${answer}\n`;
const written = (first: string, second: string): string =>
  `---\ntitle: Two\npublisher: Example Press\npublished: 2023\n---\n\n## All\n\n#### Where are secrets kept?\n\n${first}\n#### What is a safe?\n\n${second}`;

const firstOf = (one: string, other: string): string | undefined =>
  ranked("how many keys", engineOf({ "two.md": written(one, other) }))[0];

describe("two entries with the same words", () => {
  test("the one most of whose phrasings have a word comes first", () => {
    const once = asks(["vault for beginners", "where do keys go", "place for passwords"], "In a safe place.");
    const often = asks(["vault for beginners", "the vault over there", "our vault again"], "A safe place.");
    expect(ranked("vault basics", engineOf({ "two.md": written(once, often) }))[0]).toBe("What is a safe?");
  });

  test("the one that says an amount comes first where one is asked for", () => {
    const ways = ["how many keys fit", "keys in it"];
    const without = asks(ways, "All of its great keys and more.");
    const withAmount = asks(ways, "All of its 400 keys and more.");
    expect(firstOf(without, withAmount)).toBe("What is a safe?");
    expect(firstOf(withAmount, without)).toBe("Where are secrets kept?");
  });
});
