import { describe, expect, test } from "vitest";
import { namesOf, problemsOfUpload, upload } from "./upload-sample.ts";

const headingsOf = (text: string, name = "article.md"): readonly string[] =>
  upload(text, { name }).document.sections.map(({ heading }) => heading);

describe("an uploaded file", () => {
  test("is titled, dated and linked as the moderator says, whatever its front matter says", () => {
    const text = "---\ntitle: Old\npublished: 2020\nurl: https://old.org\n---\n\nSome words.";
    const facts = { title: "New rules", published: "2024-05", url: "https://new.org" };
    expect(upload(text, facts).document).toMatchObject({ id: "new-rules", ...facts });
    expect(upload(text).document).toMatchObject({ id: "old", title: "Old", published: "2020" });
  });

  test("is named by its file where nothing titles it", () => {
    expect(upload("Some words.", { name: "Our FAQ.txt" }).document).toMatchObject({
      id: "our-faq",
      title: "Our FAQ",
    });
  });

  test("may be a prepared document", () => {
    const text = "## Pay\n\n#### What is paid?\n\n> - how much\n\nEnough.";
    expect(upload(text).document.sections[0]?.snippets[0]).toMatchObject({
      derived: false,
      answer: "Enough.",
    });
  });

  test("may start with a byte order mark and have any line ends", () => {
    const [section] = upload("\uFEFF## One\r\n\r\nFirst\r\nline.").document.sections;
    expect([section?.heading, section?.snippets[0]?.answer]).toEqual(["One", "First line."]);
  });

  test.each([
    [
      "another ending",
      ["x", { name: "a.pdf" }],
      "a.pdf:1: the file is neither Markdown nor plain text; its name must end in .md, .markdown or .txt",
    ],
    [
      "other bytes than UTF-8",
      [new Uint8Array([0xed, 0xa0, 0x80])],
      "article.md:1: the file is not UTF-8 text; save it as UTF-8",
    ],
    [
      "nothing in it",
      ["\n"],
      "article.md:1: the file holds no text that could answer; write paragraphs, lists or tables",
    ],
    [
      "a wrong address",
      ["x", { url: "javascript:alert(1)" }],
      'article.md:1: `url` must be an address that starts with https:// or http://, not "javascript:alert(1)"',
    ],
    [
      "a wrong date",
      ["x", { published: "soon" }],
      'article.md:1: `published` must be a date: YYYY-MM-DD, YYYY-MM or YYYY, not "soon"',
    ],
  ] as const)("with %s is refused", (_, [text, facts], problem) => {
    expect(problemsOfUpload(text, facts)).toEqual([problem]);
  });
});

describe("headings without marks", () => {
  test("bold lines and questions over their answers are headings", () => {
    const text = "# T\n\n**Who decides?**\n\nWe do.\n\n**Dates**\nIn May.\n\nQ: What does it cost?\nNothing.";
    expect(headingsOf(text)).toEqual(["Who decides?", "Dates", "Q: What does it cost?"]);
  });

  test("short lines of plain text are headings, in Markdown they are paragraphs", () => {
    const text =
      "Our club\n\nMONEY\n\nWhat does it cost?\n\nNothing at all, ever.\n\nJoining us\n\nWrite to Ines, please.";
    expect(headingsOf(text, "a.txt")).toEqual(["MONEY", "What does it cost?", "Joining us"]);
    expect(upload(text, { name: "a.txt" }).document.title).toBe("Our club");
    expect(headingsOf(text)).toEqual(["(introduction)"]);
  });

  test("an address is no row of headings", () => {
    const text = "Anna Example\n\nMain Street 5\n\nGhent\n\nBelgium\n\nWrite to her, please.";
    expect(headingsOf(text, "a.txt")).toEqual(["(introduction)"]);
  });

  test("lines that each start in bold answer one by one", () => {
    const [section] = upload("# T\n\n**OSK** – a box\n**ZZT** – a bag").document.sections;
    expect(section?.snippets.map(({ answer }) => answer)).toEqual(["**OSK** – a box", "**ZZT** – a bag"]);
  });
});

describe("names that an article introduces", () => {
  test.each([
    ["**Falcon Guild** – our internal mentoring programme", ["organization Falcon Guild"]],
    [
      "The Blue Lantern Practitioner (BLP) certification is issued by us.",
      ["certification Blue Lantern Practitioner, BLP"],
    ],
    [
      "## The reliability steward\n\nA reliability steward is the engineer who stops releases.",
      ["role reliability steward"],
    ],
    ["## What is Project Osprey?\n\nProject Osprey is the rewrite of our billing.", ["tool Project Osprey"]],
    ["**OSK** – Onboarding Starter Kit", ["tool Onboarding Starter Kit, OSK"]],
    ["OSK stands for onboarding starter kit.", ["tool OSK, onboarding starter kit"]],
    ["| Term | Meaning |\n|-|-|\n| ZQR | zone quality report |", ["tool ZQR, zone quality report"]],
    ["Ask on the Tide Board, our page for homework.", ["tool Tide Board"]],
  ])("%s", (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  test.each([
    "CISSP is a certification for managers.",
    "DevOps engineers are people who automate.",
    "**Benefits** – the things you get.",
    "## Benefits\n\nThe bonus is the best part.",
    "Writing is the skill that counts. It is a start.",
    "A good mentor is somebody who listens.",
    "What is Cloud Security?\n\nThen cloud security is the art of waiting.",
    "The Q5 and Q6 are the second line.",
  ])("none: %s", (text) => {
    expect(namesOf(text)).toEqual([]);
  });

  test("snippets are about the roles that the article introduces", () => {
    const { document } = upload(
      "## The reliability steward\n\nA reliability steward is the engineer who stops releases.",
    );
    expect(document.sections[0]?.snippets[0]).toMatchObject({
      roles: ["role:reliability-steward"],
      waysOfAsking: [
        "A reliability steward is the engineer who stops releases.",
        "What is reliability steward?",
      ],
    });
  });

  test("an article about one thing is asked for by its name in every section", () => {
    const text =
      "# The Blue Lantern Practitioner\n\nThe Blue Lantern Practitioner is a certification.\n\n## Price\n\n95 USD.";
    expect(upload(text).document.sections[1]?.snippets[0]?.question).toBe(
      "Price (Blue Lantern Practitioner)",
    );
  });
});
