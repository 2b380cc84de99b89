import { ComponentType } from "discord.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Choice, Citation, CitedText, Reply } from "../../../src/answering/reply.ts";
import * as inAnyLanguage from "../../../src/discord/render/reply.ts";
import { ENGLISH } from "../../../src/languages/english.ts";
import { hasType } from "../../support/json.ts";
import { flatten, readComponents } from "../../support/wire.ts";
import { componentProblems } from "../../support/component-rules.ts";
import { readPage } from "../support/read-page.ts";

const renderReply = (reply: Reply) => inAnyLanguage.renderReply(reply, ENGLISH);
const renderLine = (text: string) => inAnyLanguage.renderLine(text, ENGLISH);

const citation = (fields: Partial<Citation> = {}): Citation => ({
  document: "devsecops",
  title: "What Does a DevSecOps Engineer Do?",
  publisher: "Fluid Attacks",
  published: "2022-06-07",
  section: "The role",
  url: "https://blog.example/devsecops#the-role",
  language: "en",
  ...fields,
});

const part = (fields: Partial<CitedText> = {}): CitedText => ({
  heading: undefined,
  text: "They secure the pipeline.",
  citations: [citation()],
  snippets: ["devsecops/1"],
  ...fields,
});

const answer = (fields: Partial<Answer> = {}): Answer => ({
  kind: "answer",
  title: undefined,
  parts: [part()],
  misses: [],
  menu: [],
  related: [],
  ...fields,
});

const question = (text: string): Choice => ({
  label: text,
  run: { command: "ask", values: { question: text } },
});

const typesOf = (parts: Answer["parts"]) =>
  flatten(readComponents(renderReply(answer({ title: "Pay", parts })))).map(({ type }) => type);

describe("an answer", () => {
  test("shows its source under it: title, section, publisher and month, linked without a preview", () => {
    expect(readPage(renderReply(answer()))).toBe(`They secure the pipeline.
-# Source: [What Does a DevSecOps Engineer Do? › The role](<https://blog.example/devsecops#the-role>) — Fluid Attacks, June 2022`);
  });

  test("names two sections on two lines, and the same one once", () => {
    const skills = citation({ section: "Skills", url: "https://blog.example/devsecops#skills" });
    const page = readPage(
      renderReply(answer({ parts: [part({ citations: [citation(), skills, citation()] })] })),
    );
    expect(page).toBe(`They secure the pipeline.
-# Source: [What Does a DevSecOps Engineer Do? › The role](<https://blog.example/devsecops#the-role>) — Fluid Attacks, June 2022
-# Source: [What Does a DevSecOps Engineer Do? › Skills](<https://blog.example/devsecops#skills>) — Fluid Attacks, June 2022`);
  });

  test("says what a source does not state, and shows no link where there is none", () => {
    const bare = citation({ publisher: "not stated", published: "not stated", url: undefined });
    expect(readPage(renderReply(answer({ parts: [part({ citations: [bare] })] }))))
      .toBe(`They secure the pipeline.
-# Source: What Does a DevSecOps Engineer Do? › The role — publisher not stated, date not stated`);
  });

  test("says once, under the first sources, which languages it quotes where one is not the bot's", () => {
    const spanish = part({ citations: [citation({ language: "es" })] });
    const origin =
      "-# Source: [What Does a DevSecOps Engineer Do? › The role](<https://blog.example/devsecops#the-role>) — Fluid Attacks, June 2022";
    expect(readPage(renderReply(answer({ parts: [spanish, part()] })))).toBe(`They secure the pipeline.
${origin}
-# The quoted text is in Spanish and English, the languages of the documents.
They secure the pipeline.
${origin}`);
  });

  test("a title cannot break out of its link", () => {
    const hostile = citation({
      title: "A](https://evil.example) [b @everyone",
      url: "https://a.example/x y)>z",
    });
    expect(readPage(renderReply(answer({ parts: [part({ citations: [hostile] })] }))))
      .toBe(`They secure the pipeline.
-# Source: [A\\](https:[ZWSP]//evil.example) \\[b @[ZWSP]everyone › The role](<https://a.example/x%20y%29%3Ez>) — Fluid Attacks, June 2022`);
  });

  test("of a card shows title, headings, and a menu of its topics", () => {
    const menu = [
      { label: "Salary", run: { command: "role", values: { name: "DevSecOps engineer", topic: "salary" } } },
    ];
    const card = answer({ title: "DevSecOps engineer", parts: [part({ heading: "What it is" })], menu });
    expect(readPage(renderReply(card))).toBe(`### DevSecOps engineer
**What it is**
They secure the pipeline.
-# Source: [What Does a DevSecOps Engineer Do? › The role](<https://blog.example/devsecops#the-role>) — Fluid Attacks, June 2022
[menu “Show one topic whole”: Salary → r1|role|name=DevSecOps engineer|topic=salary]`);
  });

  test("of a card that has related questions too shows two menus with ids of their own", () => {
    const menu = [question("Salary")];
    const related = [question("How strict are the education requirements?"), question("Two?")];
    const components = readComponents(renderReply(answer({ menu, related })));
    expect(componentProblems(components, true)).toEqual([]);
    expect(readPage(components).split("\n").slice(2)).toEqual([
      "[menu “Show one topic whole”: Salary → r1|ask|question=Salary]",
      "[menu “Related questions”: How strict are the education requirements? → r1|ask|question=How strict are the education requirements?, Two? → r1|ask|question=Two?]",
    ]);
  });

  test("parts without a heading are parted by a line, parts with one are not", () => {
    const { Container, TextDisplay, Separator } = ComponentType;
    expect(typesOf([part(), part({ text: "They mend it." })])).toEqual([
      Container,
      TextDisplay,
      TextDisplay,
      Separator,
      TextDisplay,
    ]);
    expect(typesOf([part({ heading: "One" }), part({ heading: "Two" })])).toEqual([
      Container,
      TextDisplay,
      TextDisplay,
      TextDisplay,
    ]);
  });

  test("of very many parts gives up the lines before it gives up a part", () => {
    const [first, ...others] = Array.from({ length: 30 }, (_, index) => part({ text: `Part ${index}.` }));
    if (first === undefined) throw new Error("there are thirty parts");
    const components = readComponents(renderReply(answer({ parts: [first, ...others] })));
    expect(componentProblems(components, true)).toEqual([]);
    expect(flatten(components).filter((each) => hasType(each, ComponentType.Separator))).toEqual([]);
  });

  test("tells which question no section answers, and offers three related ones", () => {
    const misses = [
      { question: "And on Mars?", reason: "entity-not-covered", text: "Nothing on *Mars*." },
    ] as const;
    const related = ["One?", "Two?", "Three?", "Four?"].map(question);
    expect(readPage(renderReply(answer({ misses, related })))).toBe(`They secure the pipeline.
-# Source: [What Does a DevSecOps Engineer Do? › The role](<https://blog.example/devsecops#the-role>) — Fluid Attacks, June 2022
**And on Mars?**
Nothing on Mars.
[button “One?” → r1|ask|question=One?]
[button “Two?” → r1|ask|question=Two?]
[button “Three?” → r1|ask|question=Three?]`);
  });

  test("stands in a frame", () => {
    expect(renderReply(answer()).map(({ type }) => type)).toEqual([ComponentType.Container]);
  });
});

describe("a refusal and a clarification", () => {
  test("a refusal is a plain line with what can be answered instead", () => {
    const refusal = {
      kind: "refusal",
      reason: "entity-not-covered",
      text: "Nothing on “@everyone”.",
      suggestions: [question("One?")],
    } as const;
    expect(readPage(renderReply(refusal))).toBe(
      "Nothing on “@[ZWSP]everyone”.\n[button “One?” → r1|ask|question=One?]",
    );
  });

  test("a refusal stays short, however long the name it repeats", () => {
    const text = `Nothing on “${"a very long name ".repeat(300)}”.`;
    const page = readPage(renderReply({ kind: "refusal", reason: "nothing-found", text, suggestions: [] }));
    expect(page.length).toBeLessThanOrEqual(600);
    expect(page).toMatch(/^Nothing on “a very long name .*[a-z] …$/);
  });

  test("addresses that a refusal repeats become no links of the bot", () => {
    const text = "Nothing on “[a](https://evil.example/x) <https://evil.example> https://evil.example”.";
    expect(readPage(renderReply({ kind: "refusal", reason: "nothing-found", text, suggestions: [] }))).toBe(
      "Nothing on “a (evil.example/x) evil.example evil.example”.",
    );
  });

  test("more than five choices are a menu", () => {
    const [first, ...others] = ["1?", "2?", "3?", "4?", "5?", "6?"].map(question);
    if (first === undefined) throw new Error("there are six choices");
    const clarification = {
      kind: "clarification",
      text: "Did you mean one of these?",
      choices: [first, ...others],
    } as const;
    expect(readPage(renderReply(clarification))).toBe(
      "Did you mean one of these?\n[menu “Choose one”: 1? → r1|ask|question=1?, 2? → r1|ask|question=2?, 3? → r1|ask|question=3?, 4? → r1|ask|question=4?, 5? → r1|ask|question=5?, 6? → r1|ask|question=6?]",
    );
  });

  test("choices are a menu when one of them is longer than a button shows on a phone", () => {
    const suggestions = [question("1234567890123456789012345678901234"), question("2?")];
    const refusal = { kind: "refusal", reason: "nothing-found", text: "No.", suggestions } as const;
    expect(readPage(renderReply(refusal))).toBe(
      "No.\n[button “1234567890123456789012345678901234” → r1|ask|question=1234567890123456789012345678901234]\n[button “2?” → r1|ask|question=2?]",
    );
    const longer = [question("12345678901234567890123456789012345"), question("2?")];
    expect(readPage(renderReply({ ...refusal, suggestions: longer }))).toBe(
      "No.\n[menu “What I can answer”: 12345678901234567890123456789012345 → r1|ask|question=12345678901234567890123456789012345, 2? → r1|ask|question=2?]",
    );
  });

  test("the one thing that was meant is offered as what can be answered", () => {
    const clarification = {
      kind: "clarification",
      text: "CISA can mean two things.",
      choices: [question("Is CISA advised for DevSecOps engineers?")],
    } as const;
    expect(readPage(renderReply({ ...clarification, choices: [...clarification.choices] }))).toBe(
      "CISA can mean two things.\n[menu “What I can answer”: Is CISA advised for DevSecOps engineers? → r1|ask|question=Is CISA advised for DevSecOps engineers?]",
    );
  });

  test("a choice is shown once, with its label cut after a word, and goes when no id can hold it", () => {
    const long = {
      ...question("Short?"),
      label:
        "What does an engineer of this kind do in the first ninety days on the job, week by week, and what comes then?",
    };
    const suggestions = [long, question("Short?"), question("x".repeat(90))];
    const refusal = {
      kind: "refusal",
      reason: "nothing-found",
      text: "No section answers that.",
      suggestions,
    } as const;
    expect(readPage(renderReply(refusal))).toBe(
      "No section answers that.\n[menu “What I can answer”: What does an engineer of this kind do in the first ninety days on the job, week by week, and what … → r1|ask|question=Short?]",
    );
  });
});

describe("an overview", () => {
  test("shows its parts without citations", () => {
    const overview = {
      kind: "overview",
      title: "What I can answer",
      parts: [
        { heading: "Roles", text: "DevOps engineer" },
        { heading: undefined, text: "- /ask: ask" },
      ],
      choices: [question("One?")],
    } as const;
    expect(readPage(renderReply(overview))).toBe(
      "### What I can answer\n**Roles**\nDevOps engineer\n- /ask: ask\n[button “One?” → r1|ask|question=One?]",
    );
  });
});

test("a document of an overview is opened by its title", () => {
  const parts = [{ heading: "Two *roles*", text: "Example Press", url: "https://press.example/a_b" }];
  expect(readPage(renderReply({ kind: "overview", title: "Sources", parts, choices: [] }))).toBe(
    "### Sources\n**[Two \\*roles\\*](<https://press.example/a_b>)**\nExample Press",
  );
});

test("what does not fit any more is counted, and the rest keeps its sources", () => {
  const text = "A sentence of a document. ".repeat(20);
  const [first, ...others] = Array.from({ length: 40 }, () => part({ heading: "Topic", text }));
  if (first === undefined) throw new Error("there are forty parts");
  const page = readPage(renderReply(answer({ parts: [first, ...others] })));
  const sources = page.match(/^-# Source: /gmu)?.length ?? 0;
  expect(page.split("\n").at(-1)).toBe(`-# ${40 - sources} more did not fit. Ask for one of them by name.`);
  expect(page.match(/^\*\*Topic\*\*$/gmu)).toHaveLength(sources);
});

test("a comparison that is cut keeps both sides, close to each other", () => {
  const side = "A sentence of a document. ".repeat(200).trim();
  const text = `**One:** ${side}\n\n**Two:** ${side}`;
  const page = readPage(renderReply(answer({ parts: [part({ heading: "Skills", text })] })));
  expect(page).toMatch(
    /^\*\*Skills\*\*\n\*\*One:\*\* A sentence .+ …\n\*\*Two:\*\* A sentence .+ …\n-# Source: /u,
  );
});

test("figures of two places that are cut stay beside each other", () => {
  const figures = Array.from({ length: 400 }, (_, index) => `- Measure ${index}: ${index},000`).join("\n");
  const text = `**Boston** — per month\n${figures}\n\n**Dallas** — per month\n${figures}`;
  const page = readPage(renderReply(answer({ parts: [part({ heading: undefined, text })] })));
  expect(page).toMatch(
    /^\*\*Boston\*\* — per month\n(?:- Measure .+\n)+…\n\*\*Dallas\*\* — per month\n(?:- Measure .+\n)+…\n-# Source: /u,
  );
});

describe("a comparison that is cut to a phone's first screen keeps both sides", () => {
  const more = { type: 2, style: 2, label: "More", custom_id: "r1|more" } as const;
  const cut = (parts: Answer["parts"]): string =>
    readPage(inAnyLanguage.renderReply(answer({ title: "Both", parts }), ENGLISH, { more }));
  const items = Array.from({ length: 9 }, (_, index) => `- Figure of the city ${index}: 1,${index}00`).join(
    "\n",
  );

  test("of one text on two places", () => {
    const page = cut([
      part({ text: `**Houston** — per month\n${items}\n\n**Dallas** — per month\n${items}` }),
    ]);
    expect(page).toMatch(
      /^### Both\n\*\*Houston\*\* — per month\n- Figure .+\n…\n\*\*Dallas\*\* — per month\n- Figure .+\n…\n-# Source: .+\n\[button “More” → r1\|more\]$/su,
    );
  });

  test("of a part for each role", () => {
    const page = cut([
      part({ heading: "Salary: one", text: items }),
      part({ heading: "Salary: two", text: items }),
    ]);
    expect(page).toMatch(
      /^### Both\n\*\*Salary: one:\*\*\n- Figure .+\n…\n\*\*Salary: two:\*\*\n- Figure .+\n…\n-# Source: .+\n\[button “More” → r1\|more\]$/su,
    );
  });
});

test("figures of two places that fit stand a line apart", () => {
  const text = "**Boston** — per month\n- Salary: 9,000\n\n**Dallas** — per month\n- Salary: 8,000";
  const page = readPage(renderReply(answer({ parts: [part({ heading: undefined, text })] })));
  expect(page.split("\n-# Source: ")[0]).toBe(text);
});

test("very many sections behind one text leave room for the text", () => {
  const many = Array.from({ length: 60 }, (_, index) => citation({ section: `Section ${index}` }));
  const page = readPage(renderReply(answer({ parts: [part({ citations: [citation(), ...many] })] })));
  expect(page).toContain(
    "They secure the pipeline.\n-# Source: [What Does a DevSecOps Engineer Do? › The role]",
  );
  expect(page.length).toBeLessThanOrEqual(4000);
});

test("a menu holds 25 choices and not one more", () => {
  const menu = Array.from({ length: 30 }, (_, index) => question(`${index}?`));
  expect(readPage(renderReply(answer({ menu }))).match(/ → /gu)).toHaveLength(25);
});

test("an overview of very many parts stays within the number of components", () => {
  const parts = Array.from({ length: 60 }, (_, index) => ({ heading: undefined, text: `Part ${index}.` }));
  const components = readComponents(
    renderReply({ kind: "overview", title: "All", parts, choices: [question("One?")] }),
  );
  expect(componentProblems(components, true)).toEqual([]);
  expect(readPage(components)).toContain("Part 59.");
});

test("a line of the bot is escaped and kept plain", () => {
  expect(readPage(renderLine("Ask again with `/ask`."))).toBe("Ask again with `/ask`.");
});

const choicesUpTo = (maxLength: number) =>
  fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }).map(question), { maxLength });

describe("whatever a reply holds", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.constant("A sentence of a document. ".repeat(150)),
  );
  const cited = fc.record({
    heading: fc.option(fc.string({ maxLength: 300 }), { nil: undefined }),
    text,
    citations: fc
      .integer({ min: 0, max: 9 })
      .map((count): CitedText["citations"] => [
        citation(),
        ...Array.from({ length: count }, (_, index) =>
          citation({ section: `Section ${index}`, title: "T".repeat(index * 50) }),
        ),
      ]),
    snippets: fc.constant(["a/1"]),
  });

  test("Discord takes the message", { timeout: 30_000 }, () => {
    const answers = fc.record({
      kind: fc.constant("answer" as const),
      title: fc.option(text, { nil: undefined }),
      parts: fc
        .tuple(cited, fc.array(cited, { maxLength: 45 }))
        .map(([first, others]): Answer["parts"] => [first, ...others]),
      misses: fc.array(fc.record({ question: text, reason: fc.constant("nothing-found" as const), text }), {
        maxLength: 4,
      }),
      menu: choicesUpTo(40),
      related: choicesUpTo(8),
    });
    fc.assert(
      fc.property(answers, (each) => {
        const components = readComponents(renderReply(each));
        expect(componentProblems(components, true)).toEqual([]);
        expect(flatten(components).filter(({ content }) => content?.trim() === "")).toEqual([]);
        const page = readPage(renderReply(each));
        expect(page).toContain(
          "-# Source: [What Does a DevSecOps Engineer Do? › The role](<https://blog.example/devsecops#the-role>) — Fluid Attacks, June 2022",
        );
      }),
      { numRuns: 50 },
    );
  });
});
