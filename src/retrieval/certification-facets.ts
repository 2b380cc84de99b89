import type { Snippet } from "../knowledge/document.ts";
import { asksForMoney, saysMoney } from "../query/amount.ts";
import type { QueryPart } from "../query/query.ts";

/** What is asked of a certification one by one, as topic ids: what it costs says nothing of its exam or its renewal. */
const FACETS: ReadonlySet<string> = new Set([
  "exam-content",
  "exam-prerequisites",
  "exam-format",
  "exam-cost",
  "voucher",
  "cert-renewal",
]);

/** What somebody gets from a certification; "pay" is also what an exam takes. */
const GAIN = /\b(?:salar(?:y|ies)|earn(?:s|ings?)?|wages?|income|worth)\b/i;

/** "What does the exam test?" speaks of the exam and asks for its content. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
  "exam-format": ["exam-format", "exam-content"],
};

/** True for a snippet that is about nothing but a certification's exam, price or renewal. */
export function isOnFacets({ topics }: Pick<Snippet, "topics">): boolean {
  return topics.length > 0 && topics.every((topic) => FACETS.has(topic));
}

/** True where a part asks one thing of a certification and a snippet says only another: its length, not its price. */
export function isOnOtherFacet(part: QueryPart, snippet: Snippet): boolean {
  const isOnThem = isOnFacets(snippet);
  const isUnpriced = asksForMoney(part.text) && !saysMoney(snippet.answer);
  if (snippet.derived || !(isOnThem || isUnpriced)) return false;
  if (!namesCertification(part)) return isUnpriced && isOnThem;
  if (isUnpriced || GAIN.test(part.text)) return true;
  const has = (topic: string): boolean => snippet.topics.includes(topic);
  const asked = part.topics.filter((topic) => FACETS.has(topic));
  // What a certification does for somebody in a role is in no price and no exam.
  if (asked.length === 0) return part.namesRole;
  return !asked.some((topic) => ANSWERED_BY[topic]?.some(has) ?? has(topic));
}

/** True for a part that names a certification. */
export function namesCertification({ units }: QueryPart): boolean {
  return units.some(({ entities }) => entities.some(({ kind }) => kind === "certification"));
}
