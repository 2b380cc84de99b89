import { describe, expect, test } from "vitest";
import { problemsOf, read } from "./sample.ts";

const withFrontMatter = (yaml: string): string => `---\n${yaml}\n---\n\nSome text.\n`;

function factsOf(yaml: string): object {
  const { sections: _, ...facts } = read(withFrontMatter(yaml));
  return facts;
}

const SILENT = {
  id: "sample",
  title: "sample",
  publisher: "not stated",
  author: "not stated",
  published: "not stated",
  url: undefined,
  language: "en",
  retrieved: "not stated",
};

describe("front matter", () => {
  test("what it states becomes the document's facts", () => {
    const yaml = `title: "4 Key Differences"
publisher: Boot.dev
author: Natalie
published: 2023-01-23
url: https://blog.boot.dev/devops/devops-vs-devsecops/
anchors: headings
language: en-US
retrieved: 2026-11-21
license: CC BY 4.0`;
    expect(factsOf(yaml)).toEqual({
      id: "sample",
      title: "4 Key Differences",
      publisher: "Boot.dev",
      author: "Natalie",
      published: "2023-01-23",
      url: "https://blog.boot.dev/devops/devops-vs-devsecops/",
      language: "en",
      retrieved: "2026-11-21",
      license: "CC BY 4.0",
    });
  });

  test.each([
    ["an unquoted day", "date: 2022-06-07", "2022-06-07"],
    ["a quoted day", 'date: "2022-06-07"', "2022-06-07"],
    ["a time of day is left out", "date: 2022-06-07T10:30:00+02:00", "2022-06-07"],
    ["a month", "published: 2023-01", "2023-01"],
    ["a year", "published: 2023", "2023"],
    ["`published` before `date`", "date: 2020\npublished: 2023", "2023"],
    ["silence", "published:", "not stated"],
  ])("a publishing date may be %s", (_, yaml, published) => {
    expect(read(withFrontMatter(yaml)).published).toBe(published);
  });

  test.each([
    ["unknown fields", "slug: a/b\ncategories:\n  - devops\nimages: [x.png, {a: 1}]"],
    ["nothing", ""],
    ["empty fields", "title:\nauthor: ~\nurl: null\npublisher: not stated"],
    ["keys that name parts of every object", "__proto__: {title: x}\nconstructor: y\ntoString: z"],
  ])("%s leave the defaults", (_, yaml) => {
    expect(factsOf(yaml)).toEqual(SILENT);
  });

  test("several authors are joined", () => {
    expect(read(withFrontMatter("author:\n  - Ada\n  - Grace")).author).toBe("Ada, Grace");
  });

  test("a number stays as it is printed", () => {
    expect(read(withFrontMatter("title: 1.10")).title).toBe("1.10");
  });

  test.each([
    [
      "a day that does not exist",
      "date: 2023-02-30",
      '2: `date` must be a date: YYYY-MM-DD, YYYY-MM or YYYY, not "2023-02-30"',
    ],
    [
      "a date in words",
      "title: T\npublished: June 7",
      '3: `published` must be a date: YYYY-MM-DD, YYYY-MM or YYYY, not "June 7"',
    ],
    [
      "a script as address",
      "url: javascript:alert(1)",
      '2: `url` must be an address that starts with https:// or http://, not "javascript:alert(1)"',
    ],
    [
      "an address with a user name",
      "url: https://boot.dev@evil.example",
      '2: `url` must be an address that starts with https:// or http://, not "https://boot.dev@evil.example"',
    ],
    ["unknown anchors", "anchors: ids", '2: `anchors` must be `headings`, `text` or `none`, not "ids"'],
    [
      "a language in words",
      "language: English",
      '2: `language` must be an ISO 639-1 code such as `en`, not "English"',
    ],
    [
      "a group as title",
      "title: {a: b}",
      "2: `title` must be one line of text, not a list or a group of fields",
    ],
    [
      "a list instead of fields",
      "- a\n- b",
      "1: the front matter must hold `key: value` lines, such as `title: …`",
    ],
    [
      "an unclosed quotation",
      'title: "a\nauthor: b',
      '3: the front matter is not valid YAML (Missing closing "quote); put values with special characters in quotes',
    ],
    [
      "a key twice",
      "title: a\ntitle: b",
      "3: the front matter is not valid YAML (Map keys must be unique); put values with special characters in quotes",
    ],
  ])("%s is reported with its line", (_, yaml, problem) => {
    expect(problemsOf(withFrontMatter(yaml))).toEqual([`knowledge/sample.md:${problem}`]);
  });

  test("aliases that multiply are refused", () => {
    const bomb = Array.from(
      { length: 12 },
      (_, level) => `a${level}: &a${level} [${"*a".concat(`${level - 1}, `).repeat(level === 0 ? 0 : 9)}x]`,
    );
    expect(problemsOf(withFrontMatter(bomb.join("\n")))).toHaveLength(1);
  });
});
