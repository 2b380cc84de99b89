import { describe, expect, test } from "vitest";
import { prepared, problemsOf, read, snippetsOf } from "./sample.ts";

describe("prepared snippets", () => {
  test("a question, its search card and its answer become a snippet", () => {
    const card =
      "> About: DevOps engineer, DevSecOps · Topics: salary\n>\n> - one way\n> - `another` way\n>   of asking";
    expect(snippetsOf(prepared({ card, answer: "Four\nweeks.\n\n- a\n- b" }))).toEqual([
      {
        id: "sample/1",
        question: "What is paid?",
        waysOfAsking: ["one way", "another way of asking"],
        answer: "Four weeks.\n\n- a\n- b",
        topics: ["salary"],
        roles: ["role:devops-engineer", "role:devsecops-engineer"],
        figures: [],
        derived: false,
      },
    ]);
  });

  test("what the card leaves out is recognised in the text", () => {
    const text = "## Pay\n\n#### What does a dev-ops person earn?\n\n> - way\n\nA lot.";
    expect(snippetsOf(text)).toMatchObject([{ topics: ["salary"], roles: ["role:devops-engineer"] }]);
  });

  test("a card can say that a snippet is about no role, whatever it names in passing", () => {
    const card = "> About: no role · Topics: salary\n>\n> - way";
    expect(snippetsOf(prepared({ card, answer: "Less than a DevOps engineer." }))).toMatchObject([
      { roles: [] },
    ]);
  });

  test("an answer keeps its Markdown but for links, pictures and HTML", () => {
    const answer =
      "See **[the _list_](https://x.org/a_b)**, ![a chart](c.png) and https://x.org/c too[^1].<!-- no -->\n\n1. one\n2. [two][ref]\n\n[ref]: https://x.org\n[^1]: Note.";
    expect(snippetsOf(prepared({ answer }))[0]?.answer).toBe(
      "See **the _list_**, a chart and https://x.org/c too.\n\n1. one\n2. two",
    );
  });

  test("snippets are numbered through the sections of their document", () => {
    const snippet = "#### Why?\n\n> - way\n\nBecause.\n\n";
    const document = read(`## One\n\n${snippet}${snippet}### Two\n\n${snippet}## Three\n`);
    expect(document.sections.map(({ heading, snippets }) => [heading, snippets.map(({ id }) => id)])).toEqual(
      [
        ["One", ["sample/1", "sample/2"]],
        ["Two", ["sample/3"]],
        ["Three", []],
      ],
    );
  });

  test.each([
    [
      "no answer",
      prepared({ answer: "" }),
      '8: the section "Pay": the question "What is paid?" has no answer text; write it under the search card',
    ],
    [
      "no search card",
      `${prepared()}\n#### And why?\n\nBecause.`,
      '14: the section "Pay": the question "And why?" has no search card; put a quote with other ways of asking under it',
    ],
    [
      "no question",
      `${prepared()}\n####\n\n> - way\n\nBecause.`,
      '14: the section "Pay" has a #### heading without a question',
    ],
    [
      "text outside the snippets",
      prepared().replace("## Pay", "## Pay\n\nLost."),
      '8: the section "Pay" has text outside its snippets; put it under a #### question with a search card',
    ],
    [
      "a role that the glossary lacks",
      prepared({ card: "> About: DevSecOp enginer" }),
      '10: `About:` has "DevSecOp enginer", a role the glossary lacks; the nearest are "DevSecOps engineer", "DevOps engineer"',
    ],
    [
      "a topic that the glossary lacks",
      prepared({ card: "> Topics: salry" }),
      '10: `Topics:` has "salry", which the glossary lacks; the nearest are "salary"',
    ],
    [
      "an unknown line in the card",
      prepared({ card: "> About: DevOps · Aboot: x\n>\n> - way" }),
      '10: the search card says "Aboot: x", which starts with none of `About:`, `Topics:`, `Figures:`',
    ],
    [
      "a table in the card",
      prepared({ card: "> - way\n>\n> | a |\n> |---|" }),
      "12: a search card holds `Key: value` paragraphs and a list of other ways of asking, nothing else",
    ],
    [
      "figures without a table",
      prepared({ card: "> Figures: period month\n>\n> - way" }),
      "10: `Figures:` needs a table in the answer",
    ],
  ])("%s is reported with its line", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`knowledge/sample.md:${problem}`]);
  });

  test("reading ends at a hundred problems", () => {
    const names = Array.from({ length: 500 }, (_, at) => `Nobody ${at}`).join(", ");
    expect(problemsOf(prepared({ card: `> About: ${names}\n>\n> - way` }))).toHaveLength(100);
  });

  test("an author sees all problems of a file at once, in order", () => {
    const text = prepared({ card: "> About: Nobody · Topics: nothing" }).replace("2023-01-23", "soon");
    expect(problemsOf(text).map((problem) => problem.slice(0, 40))).toEqual([
      "knowledge/sample.md:3: `published` must ",
      'knowledge/sample.md:10: `About:` has "No',
      'knowledge/sample.md:10: `Topics:` has "n',
    ]);
  });
});
