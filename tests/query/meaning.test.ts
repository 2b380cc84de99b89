import { expect, test } from "vitest";
import type { Entity } from "../../src/knowledge/glossary.ts";
import { meaningsIn } from "../../src/query/meaning.ts";

const entity = (id: string, kind: Entity["kind"]): Entity => ({
  id,
  kind,
  name: id,
  aliases: [],
  partOf: [],
});
const CISA = [
  entity("certification:cisa", "certification"),
  entity("organization:cisa-agency", "organization"),
];

test.each([
  { text: "is the CISA exam hard", left: ["certification:cisa"] },
  { text: "does CISA the agency hire", left: ["organization:cisa-agency"] },
  { text: "what is CISA", left: ["certification:cisa", "organization:cisa-agency"] },
  { text: "does the agency pay for the CISA exam", left: ["certification:cisa", "organization:cisa-agency"] },
])("$text: $left", ({ text, left }) => {
  expect(meaningsIn(text, CISA).map(({ id }) => id)).toEqual(left);
});

test("a name with one meaning keeps it, whatever stands beside it", () => {
  const [cert] = CISA;
  expect(meaningsIn("the agency", cert ? [cert] : [])).toEqual([cert]);
});
