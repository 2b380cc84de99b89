import type { Entity, EntityKind } from "../knowledge/glossary.ts";

/** Words beside a name with several meanings that tell which kind of thing is meant. */
const CUES: Partial<Readonly<Record<EntityKind, RegExp>>> = {
  certification:
    /\b(?:cert\w*|exams?|courses?|training|credentials?|badges?|resumes?|cvs?|pass(?:ed|ing)?|study|studying|holders?|renew\w*|advised|worth)\b/i,
  organization: /\b(?:agency|agencies|government|federal|gov|department|advisory|advisories)\b/i,
  role: /\b(?:analysts?|become|becoming|jobs?|salary|salaries|earns?|career|tier|shifts?|engineers?|managers?)\b/i,
  law: /\b(?:complian\w+|audits?|auditors?|reports?|type|regulat\w+|standards?|laws?|frameworks?|rules?)\b/i,
};

/** The meanings of a name that a text leaves: those of a kind that it speaks of, else all. */
export function meaningsIn(text: string, candidates: readonly Entity[]): readonly Entity[] {
  if (candidates.length < 2) return candidates;
  const spokenOf = candidates.filter(({ kind }) => CUES[kind]?.test(text));
  return spokenOf.length > 0 ? spokenOf : candidates;
}
