import type { EntityKind } from "../knowledge/glossary.ts";
import { placeFor, subjectFor, type Earlier } from "./antecedent.ts";
import type { Before } from "./before.ts";
import {
  afterLead,
  isOnlyQuestionWords,
  IT,
  onlyAdds,
  OTHER,
  saysNothingBesideName,
  THERE,
  THEY,
} from "./follow-up-form.ts";
import { DEFINES, hasPronoun } from "./lacking.ts";
import type { ReadingTools } from "./reading-tools.ts";
import { isQualifier, namesOf, openEnded, readSaid, replaceNames, type Said } from "./said.ts";

/**
 * A question with what it lacks taken from the question and answer before: "and in Dallas?" asks all of what was
 * asked of Houston, "how much do they earn?" names the role. A question that lacks nothing stays as it is.
 */
export function spellOut(text: string, before: Before, tools: ReadingTools): string {
  const earlier = { question: readSaid(before.question, tools), answer: readSaid(before.answer, tools) };
  const said = readSaid(nameOther(text, earlier.question, tools), tools);
  return (
    asksTheSame(said, earlier.question) ?? addsToQuestion(said, earlier.question) ?? takeNames(said, earlier)
  );
}

// "the other one" is a role's name where documents are about one other role.
function nameOther(text: string, before: Said, tools: ReadingTools): string {
  const asked = namesOf(before, "role").flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const [other, ...more] = tools.roles.filter(({ id }) => !asked.includes(id));
  const isClear = asked.length > 0 && other !== undefined && more.length === 0;
  return isClear ? text.replace(OTHER, other.name) : text;
}

/** Topics whose questions are about names of a kind, so that such a name can be added. */
const TOPICS_OF_KINDS: Partial<Record<EntityKind, string>> = {
  certification: "certifications",
  tool: "tools",
  language: "skills",
};

// "and in Dallas?" asks the question before of another place.
function asksTheSame(said: Said, before: Said): string | undefined {
  const [first] = said.names;
  const last = said.names.at(-1);
  if (!first || !last || before.text === "") return undefined;
  if (!saysNothingBesideName(replaceNames(said.text, said.names, ""))) return undefined;
  const kinds = first.candidates.map(({ kind }) => kind);
  const replaced = namesOf(before, ...kinds);
  const names = said.text.slice(first.start, last.end);
  if (replaced.length > 0) return replaceNames(before.text, replaced, names);
  const canBeAdded =
    isQualifier(first) || kinds.some((kind) => before.topics.includes(TOPICS_OF_KINDS[kind] ?? ""));
  return canBeAdded ? `${openEnded(before)} ${names}` : undefined;
}

// "why?", "and remote?" and "is that hard?" are nothing without the question before.
function addsToQuestion(said: Said, before: Said): string | undefined {
  const { text, names, content } = said;
  if (before.text === "" || names.length > 0 || said.coveredTopics.length > 0) return undefined;
  const isOfDeed =
    IT.test(text) && content.length <= DEED_CONTENT && before.topics.some((topic) => DEEDS.includes(topic));
  if (isOfDeed || (isOnlyQuestionWords(text) && !(hasPronoun(said) && said.topics.length > 0))) {
    return `${openEnded(said)} ${before.text}`;
  }
  if (content.length === 0 || hasPronoun(said)) return undefined;
  if (/^\W*(?:why|how)\b/i.test(text))
    return onlyAdds(text) ? `${openEnded(said)} ${before.text}` : undefined;
  const rest = afterLead(text);
  if (rest === undefined || !onlyAdds(rest)) return undefined;
  const isDefinition = DEFINES.test(before.text) && before.names.length === 0;
  return isDefinition ? `what is ${rest}` : `${openEnded(before)} ${rest}`;
}

/** A question about a deed has at most this many content words. */
const DEED_CONTENT = 2;
/** Topics whose questions are about something to do: "is that hard?" asks about becoming one. */
const DEEDS = ["becoming", "education"];

// "how much does the exam cost?" is asked of the certificate before.
function takeNames(said: Said, before: Earlier): string {
  const named = substitute(said.text, THERE, placeFor(said, before));
  return substitute(named, THEY.test(named) ? THEY : IT, subjectFor(said, before));
}

// The name stands where the pronoun stood, or behind the question.
function substitute(text: string, pronoun: RegExp, name: string): string {
  if (name === "") return text;
  return pronoun.test(text) ? text.replace(pronoun, () => name) : `${text} ${name}`;
}
