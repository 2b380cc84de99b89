import { describe, expect, test } from "vitest";
import { read, snippetsOf } from "./sample.ts";

const LEAD = "DevOps engineers automate **infrastructure**. It saves time.";
const sentences = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} says that a team needs about ${at} tools.`).join(
    " ",
  );

describe("plain articles", () => {
  test("the first paragraph of a section answers its heading", () => {
    expect(read(`## What does a DevOps engineer do?\n\n${LEAD}`).sections).toEqual([
      {
        heading: "What does a DevOps engineer do?",
        url: undefined,
        snippets: [
          {
            id: "sample/1",
            question: "What does a DevOps engineer do?",
            waysOfAsking: ["DevOps engineers automate infrastructure.", "infrastructure"],
            answer: LEAD,
            topics: [],
            roles: ["role:devops-engineer"],
            figures: [],
            derived: true,
          },
        ],
      },
    ]);
  });

  test("a further paragraph is asked for by the heading and its bold term, or its subject, or its start", () => {
    const text = `# Skills\n\nFirst.\n\nYou need **teamwork**.\n\nProgramming is a skill.\n\nIt takes years, and some luck, until anybody calls you senior at all.\n\n# Pay\n\nLast.`;
    expect(snippetsOf(text).map(({ question, waysOfAsking }) => [question, waysOfAsking])).toEqual([
      ["Skills", ["First."]],
      ["Skills – teamwork", ["You need teamwork.", "teamwork", "Skills"]],
      ["Skills – Programming", ["Programming is a skill.", "Skills"]],
      [
        "Skills – It takes years, and some luck, until anybody calls you…",
        ["It takes years, and some luck, until anybody calls you senior at all.", "Skills"],
      ],
      ["Pay", ["Last."]],
    ]);
  });

  test("text before the first heading is asked for by the title", () => {
    expect(snippetsOf("---\ntitle: All about pay\n---\n\nA lead.")[0]?.question).toBe("All about pay");
  });

  test("the headings above a section are another way of asking for it", () => {
    expect(snippetsOf("# T\n\n## DevOps engineer\n\n### Money\n\nMuch.")).toMatchObject([
      {
        question: "Money",
        waysOfAsking: ["Much.", "DevOps engineer Money"],
        roles: ["role:devops-engineer"],
      },
    ]);
  });

  test("of several roles in a heading, those that the paragraph names", () => {
    const text = "## DevOps vs DevSecOps\n\nBoth.\n\nA DevSecOps engineer guards.";
    expect(snippetsOf(text).map((snippet) => snippet.roles)).toEqual([
      ["role:devops-engineer", "role:devsecops-engineer"],
      ["role:devsecops-engineer"],
    ]);
  });

  test("a long paragraph is divided at sentences, and nothing is lost", () => {
    const text = `${sentences(20)} E.g. Dr. Who (a doctor. Really) helps, **bold. Print** too.`;
    const answers = snippetsOf(text).map((snippet) => snippet.answer);
    expect(answers.map((answer) => answer.length <= 500 && /[.]$/.test(answer))).toEqual([true, true, true]);
    expect(answers.join(" ")).toBe(text);
  });

  test("short list items stay together under their lead-in line", () => {
    expect(
      snippetsOf("## Tools\n\nKnow these\ntools:\n\n- [Jenkins](https://x.org)\n- Chef").map(
        (snippet) => snippet.answer,
      ),
    ).toEqual(["Know these tools:\n\n- Jenkins\n- Chef"]);
  });

  test("long list items answer one by one, each under the lead-in line", () => {
    const long =
      "takes the place of everything that anybody did by hand before, from the first commit to the last deployment, and then some more of the same kind every day of the year";
    expect(
      snippetsOf(`## Tools\n\nKnow:\n\n- **Automation**: ${long}\n- **Cloud**: ${long}`).map(
        ({ question, answer }) => [question, answer],
      ),
    ).toEqual([
      ["Tools", `Know:\n\n- **Automation**: ${long}`],
      ["Tools – Cloud", `Know:\n\n- **Cloud**: ${long}`],
    ]);
  });

  test("a short table answers whole, with its figures, and row by row", () => {
    const text = `---\ndate: 2023-01-23\n---\n\n## Pay\n\nPay of DevOps engineers:\n\n| City | Monthly salary | Rent |\n|---|---|---|\n| Boston | $11,682.75 | * |`;
    const [, whole, row] = snippetsOf(text);
    expect(whole).toEqual({
      id: "sample/2",
      question: "Pay – City, Monthly salary, Rent",
      waysOfAsking: ["Pay of DevOps engineers:", "Pay"],
      answer: "| City | Monthly salary | Rent |\n|---|---|---|\n| Boston | $11,682.75 | * |",
      topics: ["salary"],
      roles: [],
      figures: [
        {
          kind: "monthly salary",
          place: "Boston",
          employer: "not stated",
          platform: "not stated",
          role: "DevOps engineer",
          level: "not stated",
          amount: { text: "$11,682.75", low: 11682.75, high: 11682.75 },
          currency: "$",
          period: "month",
          date: "2023-01-23",
          note: "not stated",
        },
      ],
      derived: true,
    });
    expect(row).toMatchObject({
      question: "Pay – Boston",
      answer: "City: Boston; Monthly salary: $11,682.75",
      figures: [],
    });
  });

  test("a long table answers row by row, with its figures", () => {
    const rows = Array.from({ length: 13 }, (_, at) => `| Company ${at} | ${at}k |`).join("\n");
    const snippets = snippetsOf(`## Pay\n\n| Company | Salary |\n|---|---|\n${rows}`);
    expect(
      snippets.map(({ answer, figures }) => [
        answer,
        figures.map(({ employer, amount }) => [employer, amount.low]),
      ]),
    ).toEqual(
      Array.from({ length: 13 }, (_, at) => [
        `Company: Company ${at}; Salary: ${at}k`,
        [[`Company ${at}`, at * 1000]],
      ]),
    );
  });

  test("quotations answer like paragraphs; pictures and long code do not answer", () => {
    const text = `> A quotation\n> in two lines.\n\n![A chart](x.png)\n\n\`\`\`\n${"code\n".repeat(200)}\`\`\``;
    expect(snippetsOf(text).map((snippet) => snippet.answer)).toEqual(["A quotation in two lines."]);
  });

  test("a quotation under a #### heading does not make an article a prepared document", () => {
    expect(
      snippetsOf("#### He said\n\n> Some words.").map(({ question, answer }) => [question, answer]),
    ).toEqual([["He said", "Some words."]]);
  });
});
