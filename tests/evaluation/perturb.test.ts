import { expect, test } from "vitest";
import type { Glossary } from "../../src/knowledge/glossary.ts";
import { buildPerturbations } from "./perturb.ts";

const glossary: Glossary = {
  entities: [
    {
      id: "role:site-reliability-engineer",
      kind: "role",
      name: "Site reliability engineer",
      aliases: ["sre", "site reliability"],
      partOf: [],
    },
  ],
  topics: [],
  wordGroups: [],
};

const question = "What's the salary of a site reliability engineer (Houston, TX)?";

const writeOtherwise = () =>
  buildPerturbations(glossary)
    .map(({ name, apply }) => `${name}: ${apply(question)}`)
    .join("\n");

test("a question is written otherwise in the same way each time", () => {
  expect(writeOtherwise()).toBe(writeOtherwise());
  expect(writeOtherwise()).toMatchInlineSnapshot(`
    "one typo in each long word: What's the slaary of a site reliabliity enigneer (Houtson, TX)?
    lower case without punctuation: whats the salary of a site reliability engineer houston tx
    wrapped in chatter: hey, sorry if this was asked before. Just got home from a double shift and can't sleep, so here I am. What's the salary of a site reliability engineer (Houston, TX)? Thanks in advance!
    other forms of names: What's the salary of a sre (Houston, TX)?
    all together: Hi all, ok so long story, my landlord raised the rent again and my cat is sick so im thinking about life. whats the salay of a sre houuston tx Any help appreciated, have a nice day all"
  `);
});

test("a name in its short form becomes the full name", () => {
  const names = buildPerturbations(glossary).find(({ name }) => name === "other forms of names");
  expect(names?.apply("Is sre hard?")).toBe("Is Site reliability engineer hard?");
});
