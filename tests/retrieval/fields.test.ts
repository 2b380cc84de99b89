import { expect, test } from "vitest";
import type { Section } from "../../src/knowledge/document.ts";
import { analyseEntries, listEntries } from "../../src/retrieval/entries.ts";
import { listFields } from "../../src/retrieval/fields.ts";
import { LIBRARY } from "../answering/library.ts";

const [DOCUMENT] = LIBRARY.knowledge.documents;
const [SECTION] = DOCUMENT?.sections ?? [];
const [SNIPPET] = SECTION?.snippets ?? [];

function fieldsOf(passages: readonly string[]) {
  if (!DOCUMENT || !SECTION || !SNIPPET) throw new Error("the library has no snippet");
  const snippets = passages.map((answer, at) => ({ ...SNIPPET, id: `long/${at}`, answer, derived: true }));
  const section: Section = { ...SECTION, snippets };
  const entries = listEntries([{ ...DOCUMENT, sections: [section] }]);
  return listFields(entries, analyseEntries(entries, LIBRARY.reader));
}

test("a passage is found by what its section says around it", () => {
  const [first] = fieldsOf(["Kubernetes runs containers.", "Terraform writes infrastructure."]);
  expect(first?.answered).toEqual(expect.arrayContaining(["contain", "infrastructur"]));
});

test("a passage of a text without headings does not stand for all of the text", () => {
  const fields = fieldsOf(Array.from({ length: 1_000 }, (_, at) => `Zorblax${at} runs.`));
  expect(Math.max(...fields.map(({ answered }) => answered.length))).toBeLessThan(100);
});
