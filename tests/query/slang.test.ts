import { expect, test } from "vitest";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { buildSlang, listSlang } from "../../src/query/slang.ts";

const slang = buildSlang(
  listSlang(
    parseGlossary(
      `## Words

| Word | Also written |
|---|---|
| what | wat, wut |
| are | r |
| you | u |
| because | cuz |
| salary | wage |
| right now | rn |
`,
      "glossary.md",
    ),
  ),
);

test.each([
  { typed: "wat r u doing?", read: "what are you doing?" },
  { typed: "WUT is it", read: "what is it" },
  { typed: "cuz, u know", read: "because, you know" },
  { typed: "hiring rn?", read: "hiring right now?" },
  { typed: "water under your roof", read: "water under your roof" },
  { typed: "wage", read: "wage" },
  { typed: "", read: "" },
])("$typed is read as $read", ({ typed, read }) => {
  expect(slang(typed)).toBe(read);
});
