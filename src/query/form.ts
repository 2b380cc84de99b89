import type { Superlative } from "./query.ts";

const COMPARES =
  /\b(?:vs?|versus|compared?|comparison|compares|differences?|differs?|different|diff|better than|more than|pays? more|pays? better|same as|same thing|side by side)\b/i;
const HIGHEST =
  /\b(?:highest|most|best|top|biggest|largest|greatest|max(?:imum)?|richest|priciest|dearest|costliest|least affordable)\b/i;
const LOWEST =
  /\b(?:lowest|least(?! affordable)|cheapest|smallest|worst|min(?:imum)?|fewest|poorest|bottom|cheaper|most affordable)\b/i;

/** Forms of questions that ask for a topic without naming it. */
const FORMS: readonly { readonly topic: string; readonly form: RegExp }[] = [
  {
    topic: "responsibilities",
    form: /\bwhat(?:s|re)?\b.*\b(?:do|doing)(?: all day| every day| exactly| at work)?\W*$/i,
  },
  { topic: "salary", form: /\bhow much\b.*\b(?:make|makes|earn|earns|pay|pays|paid|get|gets|bring home)\b/i },
  {
    topic: "becoming",
    form: /\bhow (?:do|can|could|would|should|to|did|does)\b.*\b(?:become|be|get into|break into|start|switch)\b/i,
  },
  { topic: "definition", form: /^\W*(?:so )?what(?:s| is| are|re)?(?: a| an| the)? (?:[\w-]+ ?){1,3}\W*$/i },
  // The name of a certification stands within it: "how long is the CEH exam".
  {
    topic: "exam-format",
    form: /\bhow long (?:is|are)(?: an?| the| my| your)? (?:[\w+-]+ ){1,4}(?:exams?|tests?)\W*$/i,
  },
  { topic: "certifications", form: /\bwho (?:issues|offers|gives|runs|awards)\b/i },
];

/** Ids of the topics that a question asks about by its form: "how much does … make", "what does … do". */
export function topicsOfForm(text: string): string[] {
  return FORMS.filter(({ form }) => form.test(text)).map(({ topic }) => topic);
}

/** True when a question sets things side by side; "or" does so only between two names: "CEH or CISSP", not "good idea or not". */
export function comparesThings(text: string, names: readonly string[]): boolean {
  if (COMPARES.test(text)) return true;
  const [left = "", ...rights] = text.split(/\s+or\s+(?:an?\s+|the\s+)?/i);
  return rights.some(
    (right) => names.some((name) => left.endsWith(name)) && names.some((name) => right.startsWith(name)),
  );
}

/** Which end of an order a question asks for. */
export function superlativeOf(text: string): Superlative | undefined {
  if (LOWEST.test(text.replace(/\bat least\b/gi, ""))) return "lowest";
  return HIGHEST.test(text) ? "highest" : undefined;
}
