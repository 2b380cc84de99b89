import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildNameFinder } from "../../src/knowledge/names.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";

const NAMES: Readonly<Record<string, readonly string[]>> = {
  Roles: ["DevOps engineer | devops", "Security engineer | "],
  Certifications: ["CISA | ", "CompTIA Security+ | Security+"],
  Organizations: ["Cybersecurity and Infrastructure Security Agency | CISA"],
  Languages: ["C | ", "C++ | ", "C# | ", "Go | golang", ".NET | dotnet"],
  Tools: ["CI/CD | cicd", "Kubernetes | K8s"],
  Places: ["United States | US", "São Paulo | ", "New York | New York, NY"],
  Degrees: ["Bachelor of Science | bachelor's, BS"],
};

const glossary = parseGlossary(
  Object.entries(NAMES)
    .map(
      ([heading, rows]) =>
        `## ${heading}\n\n| Name | Also written |\n|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n`,
    )
    .join("\n")
    .replace("New York, NY", "New York, NY;"),
  "glossary.md",
);

const finder = buildNameFinder(glossary);

const found = (text: string): readonly string[] =>
  finder.find(text).map(({ entity, start, end }) => `${text.slice(start, end)} = ${entity.name}`);

describe("names in a text", () => {
  test.each([
    ["whatever the case", "what do DEVOPS ENGINEERS do", ["DEVOPS ENGINEERS = DevOps engineer"]],
    [
      "whatever the punctuation",
      "CI-CD, (ci / cd) and cicd",
      ["CI-CD = CI/CD", "ci / cd = CI/CD", "cicd = CI/CD"],
    ],
    [
      "in the plural and the possessive",
      "a DevOps’s pay; bachelors",
      ["DevOps’s = DevOps engineer", "bachelors = Bachelor of Science"],
    ],
    ["without accents", "jobs in Sao Paulo", ["Sao Paulo = São Paulo"]],
    ["the longest first, without overlap", "in New York, NY", ["New York, NY = New York"]],
    [
      "a name with a plus is another than the word",
      "security, Security+!",
      ["Security+ = CompTIA Security+"],
    ],
    ["C, C++ and C# apart", "C++, C# or C", ["C++ = C++", "C# = C#", "C = C"]],
    ["a leading dot", "learn .NET.", [".NET = .NET"]],
    [
      "every meaning of a shared name",
      "the CISA",
      ["CISA = CISA", "CISA = Cybersecurity and Infrastructure Security Agency"],
    ],
    [
      "grammar only in the case of the name",
      "Tell us to go to the US; is Go or c better?",
      ["US = United States", "Go = Go"],
    ],
    ["no part of a word", "the devopsy gopher", []],
    ["a digit within", "K8s and k8S", ["K8s = Kubernetes", "k8S = Kubernetes"]],
  ])("are found %s", (_, text, hits) => {
    expect(found(text)).toEqual(hits);
  });

  test("hits of any text are in order, within it, and start and end at words", { timeout: 60_000 }, () => {
    const word = fc.constantFrom(
      "devops",
      "C++",
      ".NET",
      "US",
      "go",
      "New York",
      "Security+",
      "’s",
      " ",
      ".",
      "+",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: "binary" }))), (parts) => {
        const text = parts.join("");
        const hits = finder.find(text);
        const starts = hits.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(hits.filter(({ start, end }) => text.slice(start, end).trim().length !== end - start)).toEqual(
          [],
        );
      }),
    );
  });
});
