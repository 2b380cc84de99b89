import type { EntityKind } from "../knowledge/glossary.ts";
import { afterLead, IT, THERE, THEY } from "./follow-up-form.ts";
import { comparesThings, superlativeOf } from "./form.ts";
import { goesOn, hasPronoun, lacksName } from "./lacking.ts";
import { namesOf, written, type Said } from "./said.ts";

/** What was said before, read. */
export interface Earlier {
  readonly question: Said;
  readonly answer: Said;
}

/** "which certs help?" asks for certificates, not of one. */
const ASKS_FOR_CERTIFICATES = /\bcert(?:s|ifications|ificates)\b/i;

/** The role, certificate or thing that a question is about and does not name; empty for none. */
export function subjectFor(said: Said, before: Earlier): string {
  if (namesOf(said, "certification").length > 0 || !(goesOn(said) || lacksName(said))) return "";
  if (namesOf(said, "role").length > 0)
    return hasPronoun(said) && IT.test(said.text) ? nameOfThing(before) : "";
  if (comparesThings(said.text, []) && namesOf(before.question, "role", "certification").length === 1)
    return "";
  if (ASKS_FOR_CERTIFICATES.test(said.text)) return firstNamed(["role"], before);
  const asksOfRole = THEY.test(said.text) || said.topics.some((topic) => OF_ROLES.has(topic));
  if (asksOfRole) return firstNamed(["role", "certification"], before);
  return IT.test(said.text) ? thingFor(before) : firstNamed(["certification", "role"], before);
}

/** Topics that are asked of a role rather than of a certificate. */
const OF_ROLES: ReadonlySet<string> = new Set([
  "responsibilities",
  "skills",
  "tools",
  "salary",
  "outlook",
  "becoming",
  "education",
  "background",
]);

/** What "it" can be. */
const THINGS: readonly EntityKind[] = [
  "certification",
  "tool",
  "language",
  "organization",
  "platform",
  "law",
  "degree",
  "employer",
];

// "it" is a thing before it is a trade, and where nothing is named, all of what was asked about.
function thingFor(before: Earlier): string {
  const thing = nameOfThing(before);
  if (thing !== "") return thing;
  const named = firstNamed(["certification", "role"], before);
  return named === "" ? before.question.content.map(({ label }) => label).join(" ") : named;
}

function nameOfThing({ question }: Earlier): string {
  return written(namesOf(question, ...THINGS).slice(0, 1), question.text);
}

/** Asks for a place or an employer rather than of one. */
const ASKS_WHERE =
  /\b(?:where|city|cities|places?|states?|countr(?:y|ies)|compan(?:y|ies)|employers?|remote(?:ly)?)\b/i;

/**
 * The place or employer that a question is about and does not name; empty for none. What was asked of a city holds for
 * other figures of it, and not for another topic.
 */
export function placeFor(said: Said, before: Earlier): string {
  if (!goesOn(said)) return "";
  if (THERE.test(said.text)) return firstNamed(["place", "employer"], before);
  if (afterLead(said.text) === undefined && namesOf(said, "role", "certification").length > 0) return "";
  const isSameTopic = said.topics.some((topic) => before.question.topics.includes(topic));
  const asksWhere = ASKS_WHERE.test(said.text) || superlativeOf(said.text) !== undefined;
  if (!isSameTopic || asksWhere || namesOf(said, "place", "employer").length > 0) return "";
  return written(namesOf(before.question, "place", "employer"), before.question.text);
}

// The question says what it was about; the answer does where it names one thing of a kind.
function firstNamed(kinds: readonly EntityKind[], { question, answer }: Earlier): string {
  const ofQuestion = kinds.map((kind) => written(namesOf(question, kind), question.text));
  const ofAnswer = kinds.map((kind) => onlyName(answer, kind));
  return [...ofQuestion, ...ofAnswer].find((name) => name !== "") ?? "";
}

function onlyName(said: Said, kind: EntityKind): string {
  const names = namesOf(said, kind);
  const ids = new Set(names.map(({ candidates }) => candidates[0]?.id));
  return ids.size === 1 ? written(names, said.text) : "";
}
