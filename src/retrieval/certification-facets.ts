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

/** What somebody gets; "pay" is also what an exam takes. */
const EARNINGS = /\b(?:salar(?:y|ies)|earn(?:s|ings?)?|wages?|income)\b/i;

/** True for a snippet that is about nothing but a certification's exam, price or renewal. */
export function isOnFacets({ topics }: Pick<Snippet, "topics">): boolean {
  return topics.length > 0 && topics.every((topic) => FACETS.has(topic));
}

/** True where a part asks one thing of a certification and a snippet says only another: its length, not its price. */
export function isOnOtherFacet(part: QueryPart, snippet: Snippet): boolean {
  if (snippet.derived || !namesCertification(part)) return false;
  if (asksForMoney(part.text) && !saysMoney(snippet.answer)) return true;
  if (!isOnFacets(snippet)) return false;
  if (EARNINGS.test(part.text)) return true;
  const asked = part.topics.filter((topic) => FACETS.has(topic));
  return asked.length > 0 && !asked.some((topic) => snippet.topics.includes(topic));
}

/** True for a part that names a certification. */
export function namesCertification({ units }: QueryPart): boolean {
  return units.some(({ entities }) => entities.some(({ kind }) => kind === "certification"));
}
