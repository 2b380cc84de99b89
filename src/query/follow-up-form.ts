import { isTalk, QUESTION_WORDS } from "./everyday-words.ts";
import { tokenize } from "./tokenize.ts";

/** "and…", "ok but…", "what about…": goes on from what was said. */
const LEAD =
  /^\W*(?:(?:ok|okay|so|well|hm+|oh|ah|yeah|yes|cool|thanks|nice|great|alright|right)\W+)*(?:(?:and|but|or|also|plus|then)\b\W*)*(?:(?:what|how|wht) about|what if(?: its)?|same for|and|but|or|also|plus|then)\b\W*/i;

/** People of a trade. */
export const THEY = /\b(?:they|theyre|them|their|both)\b/i;
/** A thing. "IT" in capitals is a trade, "a tool that…" and "that tool…" go on from nothing. */
export const IT =
  /\b[Ii]ts?\b(?!')|(?<=\b(?:is|was|are|were|does|did|do|can|will|would|for|of|to)\s)(?:that|this|those|these)\b(?: one| ones)?|\b(?:that|this|those|these)(?=\W*$)|\b(?:that|this|those|these) (?:ones?|cert\w*|exams?|tests?|roles?|jobs?|careers?|paths?)\b|\b(?:which one|(?:become|be|being|as) one)\b/;
/** "in that city", "there", but not "are there". */
export const THERE =
  /\b(?:that|this) (?:city|place|state|country|area|town|company|employer)\b|(?<!\b(?:is|are|was|were|isnt|arent|will|if|out|do|does|get)\s)\bthere\b(?!'|\s+(?:is|are|any|an?|be|was|were|will)\b)/i;
export const OTHER = /\b(?:the )?other (?:one|role|job)\b|\bthe other\b(?=\W*$)/i;

/** Words that stand beside a name without asking anything of it: "in a … role, too?" */
const BESIDE_NAME = new Set(
  "and but or also plus then for in at with within near around from as of on to a an the my same one too instead now though please role roles job jobs position cert certification certificate exam engineer engineers company city area".split(
    " ",
  ),
);

/** Without "and what about" and the like before it; `undefined` when there is no such thing. */
export function afterLead(text: string): string | undefined {
  const lead = LEAD.exec(text)?.[0];
  return lead === undefined ? undefined : text.slice(lead.length);
}

/** True for what is left of "and for a … role?" without its name. */
export function saysNothingBesideName(rest: string): boolean {
  const words = (afterLead(rest) ?? rest).replace(/\bhow (?:much|many)\b/i, "");
  return tokenize(words).every(({ word }) => BESIDE_NAME.has(word));
}

/** More words than this ask something by themselves. */
const SHORT = 4;

/** "why?", "how so?", "which one?": nothing but question words, and nobody is spoken to. */
export function isOnlyQuestionWords(text: string): boolean {
  const words = tokenize(text).map(({ word }) => word);
  return (
    words.length <= SHORT &&
    words.every((word) => isTalk(word)) &&
    words.some((word) => QUESTION_WORDS.has(word)) &&
    !words.some((word) => /^(?:you|u|your|are|i|me|my|we)$/.test(word))
  );
}

/** "remote", "as a junior", "why so high": adds to a question, and is none by itself. */
export function onlyAdds(rest: string): boolean {
  const [first = "", ...others] = tokenize(rest).map(({ word }) => word);
  if (others.length >= SHORT) return false;
  return /^(?:why|how)$/.test(first) ? !others.some(isVerb) : ![first, ...others].some(asks);
}

const VERBS = /^(?:do|does|did|is|are|was|were|am|have|has|had|isnt|arent|dont|doesnt)$/;
const isVerb = (word: string): boolean =>
  VERBS.test(word) || /^(?:can|could|should|would|will|may|might|must)$/.test(word);
const asks = (word: string): boolean => isVerb(word) || QUESTION_WORDS.has(word);
