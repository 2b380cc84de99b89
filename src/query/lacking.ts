import type { Mention } from "./entities.ts";
import { afterLead, IT, THERE, THEY } from "./follow-up-form.ts";
import { isQualifier, type Said } from "./said.ts";

/** Content words of a question that may lack something: without a sign of it, with a pronoun, and behind "and". */
const SHORT = 2;
const SHORT_WITH_PRONOUN = 3;
const SHORT_BEHIND_LEAD = 4;
/** "what is continuous integration?" asks for nothing else. */
export const DEFINES = /^\W*(?:so )?what(?:'?s| is| are)(?! the\b| its\b| their\b)/i;

/** True for a short question with "and" before it, or with a pronoun that nothing in it explains. */
export const goesOn = (said: Said): boolean =>
  (afterLead(said.text) !== undefined && said.content.length <= SHORT_BEHIND_LEAD) ||
  (hasPronoun(said) && said.content.length <= SHORT_WITH_PRONOUN);

/** Says who is asked, so that no certificate or role is missing. */
const ASKS_BOT = /\b(?:you|your|me)\b/i;

/** "what does a plumber earn?" names a trade, though nobody knows it. */
const NAMES_SOMEBODY = /\b(?:does|is|are|as) an?\b/i;

/** True for a short question that does not say of whom it is asked: "which skills are needed?" */
export function lacksName(said: Said): boolean {
  const { text, content, names, topics } = said;
  if (content.length === 0 || content.length > SHORT || !names.every(isQualifier)) return false;
  if (names.length > 0) return said.coveredTopics.length > 0 && content.length < SHORT;
  if (DEFINES.test(text) || NAMES_SOMEBODY.test(text)) return false;
  return topics.length > 0 || (/\bthe\b/i.test(text) && !ASKS_BOT.test(text));
}

/** True for a pronoun with no name before it that it stands for: "HIPAA, what does it regulate?" has none. */
export function hasPronoun({ text, names }: Said): boolean {
  const places = names.filter((name) => isPlace(name));
  const things = names.filter((name) => !isPlace(name));
  const thing = text.search(THEY.test(text) ? THEY : IT);
  return isOpen(thing, things) || isOpen(text.search(THERE), places);
}

const isPlace = ({ candidates }: Mention): boolean =>
  candidates.some(({ kind }) => kind === "place" || kind === "employer");

const isOpen = (at: number, names: readonly Mention[]): boolean =>
  at >= 0 && !names.some(({ end }) => end <= at);
