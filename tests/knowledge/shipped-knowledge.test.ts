import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkKnowledge } from "../../src/knowledge/check-knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { buildEntityFinder } from "../../src/query/entities.ts";

const FOLDER = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** The headings of the published articles, in order. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  "devops-vs-devsecops": [
    "(introduction)",
    "1. Roles and responsibilities",
    "As a DevOps, you're mainly focused on four areas:",
    "How do the responsibilities of a DevOps compare to a DevSecOps engineer?",
    "2. Necessary background, education, and skills",
    "Skills",
    "Background",
    "Education",
    "Background of a DevOps engineer vs a DevSecOps engineer",
    "Education of a DevOps engineer vs a DevSecOps engineer",
    "Skills of a DevOps engineer vs a DevSecOps engineer",
    "3. Salaries",
    "4. Job prospects",
    "Final thoughts on the differences between DevOps and DevSecOps",
  ],
  "what-does-a-devsecops-engineer-do": [
    "(introduction)",
    "What is a DevSecOps engineer?",
    "What are the skills of a DevSecOps engineer?",
    "DevSecOps engineer's responsibilities in organizations",
    "DevSecOps roles and DevSecOps engineers",
    "How to become a DevSecOps engineer",
    "What are a DevSecOps engineer's certifications?",
    "Do you want to know more about DevSecOps?",
  ],
};

const { documents, glossary } = loadKnowledge(FOLDER);
const articles = documents.filter(({ id }) => Object.hasOwn(HEADINGS, id));

describe("the shipped knowledge", () => {
  test("has each heading of its articles, with at least one snippet", () => {
    const found = articles.map(({ id, sections }) => [
      id,
      sections.filter(({ snippets }) => snippets.length > 0).map(({ heading }) => heading),
    ]);
    expect(Object.fromEntries(found)).toEqual(HEADINGS);
  });

  test("names publisher, address and day of reading of every source, and has no section without a snippet", () => {
    const lacking = documents.filter(
      ({ publisher, url, retrieved, sections }) =>
        publisher === "not stated" ||
        url === undefined ||
        retrieved === "not stated" ||
        sections.some(({ snippets }) => snippets.length === 0),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  test("cites author, publisher, date and address of its articles", () => {
    expect(
      articles.map(({ title, publisher, author, published, url, language }) => ({
        title,
        publisher,
        author,
        published,
        url,
        language,
      })),
    ).toEqual([
      {
        title: "4 Key Differences Between DevOps and DevSecOps",
        publisher: "Boot.dev",
        author: "Natalie",
        published: "2023-01-23",
        url: "https://blog.boot.dev/devops/devops-vs-devsecops/",
        language: "en",
      },
      {
        title: "What Does a DevSecOps Engineer Do?",
        publisher: "Fluid Attacks",
        author: "Jason Chavarría",
        published: "2022-06-07",
        url: "https://fluidattacks.com/blog/what-does-a-devsecops-engineer-do/",
        language: "en",
      },
    ]);
  });

  test("asks no question twice in a document", { timeout: 60_000 }, () => {
    const { lines, problems } = checkKnowledge(FOLDER);
    expect({
      problems,
      twice: lines.filter((line) => line.includes("twice") || line.includes("without a snippet")),
    }).toEqual({ problems: [], twice: [] });
  });

  test("is written by hand: no snippet is derived, each has other ways of asking and a topic", () => {
    const snippets = documents.flatMap(({ sections }) => sections.flatMap((section) => section.snippets));
    const odd = snippets.filter(
      (snippet) => snippet.derived || snippet.waysOfAsking.length === 0 || snippet.topics.length === 0,
    );
    expect(odd.map((snippet) => snippet.id)).toEqual([]);
  });

  test("states each salary, rent and count of the comparison article as a figure", () => {
    const figures = documents.flatMap(({ sections }) =>
      sections.flatMap(({ snippets }) => snippets.flatMap((snippet) => snippet.figures)),
    );
    const printed = new Set(figures.map(({ amount }) => amount.text));
    const expected =
      "12,169.50 7,747 2,995 1,369.40 3,382.60 11,682.75 7,941 3,070 1,212.40 3,658.60 11,159.75 8,141 1,303 962.50 5,875.50 11,113.83 7,092 3,680 1,437.10 1,974.90 10,566.83 7,736 1,450 1,103.90 5,182.10 $150k–$200k $133k $113k–$143k $137k $114k–$145k $93k 164k 14k 8,642 8,644 4,335 4,318";
    expect(expected.split(" ").filter((amount) => !printed.has(amount))).toEqual([]);
  });

  test("has each hand-written snippet as it was written, but for figures", () => {
    const files = readdirSync(`${FOLDER}/written`);
    const changed = files.flatMap((file) => {
      const written = readFileSync(`${FOLDER}/written/${file}`, "utf8").split(/^## .*$|^#### /m);
      const texts = documents.map(({ id }) => readFileSync(`${FOLDER}/${id}.md`, "utf8"));
      const whole = written.map((snippet) => snippet.trim()).filter((snippet) => !/^$|\{\{/.test(snippet));
      return whole.filter((snippet) => !texts.some((text) => text.includes(snippet)));
    });
    expect(changed).toEqual([]);
  });

  test.each(["platform", "infrastructure", "data", "endpoint", "hardware", "mobile", "network", "cloud"])(
    "knows a %s security engineer apart from security engineers",
    (field) => {
      const found = buildEntityFinder(glossary).find(`what does a ${field} security engineer earn`);
      expect(found.flatMap(({ candidates }) => candidates.map(({ name }) => name.toLowerCase()))).toEqual([
        `${field} security engineer`,
      ]);
    },
  );

  test("has a glossary of every kind of name, and its text is UTF-8", () => {
    const kinds = new Set(glossary.entities.map((entity) => entity.kind));
    expect([...kinds].toSorted()).toEqual([
      "certification",
      "degree",
      "employer",
      "language",
      "law",
      "organization",
      "place",
      "platform",
      "role",
      "tool",
    ]);
    expect(readFileSync(`${FOLDER}/glossary.md`, "utf8")).not.toContain("\uFFFD");
  });
});
