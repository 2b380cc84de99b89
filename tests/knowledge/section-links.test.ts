import { describe, expect, test } from "vitest";
import { problemsOf, read } from "./sample.ts";

const PAGE = "https://x.org/";

function linksOf(frontMatter: string, headings: readonly string[]): readonly (string | undefined)[] {
  const text = `---\n${frontMatter}\n---\n\nLead.\n\n${headings.map((heading) => `## ${heading}\n`).join("\n")}`;
  return read(text).sections.map((section) => section.url);
}

describe("links to sections", () => {
  test("the introduction is the page, headings are GitHub-style anchors, equal ones numbered", () => {
    const headings = [
      "1. Roles and responsibilities",
      "Skills",
      "Skills",
      "As a DevOps, you're mainly focused on four areas:",
      "Größe",
    ];
    expect(linksOf("url: https://x.org/page/\nanchors: headings", headings)).toEqual([
      "https://x.org/page/",
      "https://x.org/page/#1-roles-and-responsibilities",
      "https://x.org/page/#skills",
      "https://x.org/page/#skills-1",
      "https://x.org/page/#as-a-devops-youre-mainly-focused-on-four-areas",
      "https://x.org/page/#gr%C3%B6%C3%9Fe",
    ]);
  });

  test("a text fragment encodes what the fragment or a chat message would misread", () => {
    expect(
      linksOf("url: https://x.org/page/", ["DevSecOps engineer's pay, rent & more (2023) – self-taught?"]),
    ).toEqual([
      "https://x.org/page/",
      "https://x.org/page/#:~:text=DevSecOps%20engineer%27s%20pay%2C%20rent%20%26%20more%20%282023%29%20%E2%80%93%20self%2Dtaught%3F",
    ]);
  });

  test("a fragment of the page's own address is kept before the text and replaced by an anchor", () => {
    expect(linksOf("url: https://x.org/#top", ["Pay"])).toEqual([
      "https://x.org/#top",
      "https://x.org/#top:~:text=Pay",
    ]);
    expect(linksOf("url: https://x.org/#top\nanchors: headings", ["Pay"])).toEqual([
      "https://x.org/#top",
      "https://x.org/#pay",
    ]);
  });

  test("a section that the page has no heading for opens the page, and so do all where it has none", () => {
    expect(linksOf("url: https://x.org/\nunanchored: weights table", ["weights table", "Pay"])).toEqual([
      PAGE,
      PAGE,
      "https://x.org/#:~:text=Pay",
    ]);
    expect(linksOf("url: https://x.org/\nunanchored: [body, table]", ["body", "table"])).toEqual([
      PAGE,
      PAGE,
      PAGE,
    ]);
    expect(linksOf("url: https://x.org/\nanchors: none", ["whole file", "Pay"])).toEqual([PAGE, PAGE, PAGE]);
  });

  test("a section that is said to have no heading and is not there is a mistake", () => {
    expect(problemsOf("---\nurl: https://x.org/\nunanchored: [body, Pay]\n---\n\n## Pay\n\nMuch.\n")).toEqual(
      ['knowledge/sample.md:1: `unanchored` names "body", which is no section'],
    );
  });

  test("a document without an address has no links", () => {
    expect(linksOf("title: T", ["Pay"])).toEqual([undefined, undefined]);
  });
});
