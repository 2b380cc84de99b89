import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { engineOf } from "./library.ts";

const GLOSSARY = parseGlossary(
  `# Glossary

## Certifications

| Name | Also written | Issuer |
|---|---|---|
| CISA | certified information systems auditor | ISACA |

## Organizations

| Name | Also written |
|---|---|
| CISA (agency) | cisa, cybersecurity and infrastructure security agency |
`,
  "glossary.md",
);

const COURSES = `---
title: Courses
date: 2024-01-01
---

# Courses

CISA (Certified Information Systems Auditor) is among the courses advised to auditors.
`;

const engine = engineOf({ "courses.md": COURSES }, GLOSSARY);
const replyTo = (question: string) => answerQuestion(question, engine);

describe("a name of two kinds of things", () => {
  test("asks back where it stands alone, and says which meaning the documents cover", () => {
    expect(replyTo("what is CISA")).toMatchObject({
      kind: "clarification",
      text: "CISA can mean Certified Information Systems Auditor (certification) or Cybersecurity and Infrastructure Security Agency (organization). The documents speak only of the certification.",
    });
  });

  test("is the one that the question speaks of", () => {
    expect(replyTo("is the CISA course advised to auditors?").kind).toBe("answer");
    expect(replyTo("does CISA the agency advise auditors?")).toMatchObject({
      kind: "refusal",
      reason: "entity-not-covered",
    });
  });
});
