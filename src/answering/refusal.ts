import type { Unit } from "../query/query.ts";
import type { Decision } from "../retrieval/decision.ts";
import { isFacet } from "../retrieval/certification-facets.ts";
import { isForeign } from "../retrieval/evidence.ts";
import type { Engine } from "./engine.ts";
import { figureSubjects } from "./figures.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { Choice, Refusal } from "./reply.ts";
import { isCoveredRole, knows } from "./shelves.ts";

type Refused = Extract<Decision, { kind: "refuse" }>;

/** Names at most this many things that are missing. */
const NAMED = 2;
/** A word that says less than this is not worth quoting. */
const QUOTED_RARITY = 0.5;

/** One or two honest lines: what the documents lack, and what they cover. */
export function refusalText(refused: Refused, engine: Engine): string {
  const { missing } = refused;
  const { refusals } = engine.wording;
  switch (refused.reason) {
    case "entity-not-covered":
      return nameText(missing, engine);
    case "topic-not-covered":
      return refusals.noSectionOn(topicNames(missing, engine));
    case "too-little-covered":
    case "nothing-found":
      return refusals.noSection(refused.near.length > 0 ? unsaidIn(missing) : []);
    case "not-a-question":
      return refusals.noQuestion(coveredRoles(engine));
    case "other-language":
      return refusals.covers(coveredRoles(engine));
  }
}

// What is asked of a certification is named as its topic is, anything else in the member's words.
function unsaidIn(missing: readonly Unit[]): string[] {
  const unsaid = missing.flatMap(({ rarity, label, topics }) => {
    const topic = topics.find(({ id }) => isFacet(id));
    if (topic) return [lowered(topic.name)];
    return rarity >= QUOTED_RARITY && !/^\d/.test(label) ? [label] : [];
  });
  return [...new Set(unsaid)].slice(0, NAMED);
}

/** What a name can mean, and which of it the documents cover. */
export function meaningsText({ label, entities }: Pick<Unit, "label" | "entities">, engine: Engine): string {
  const { kinds, clarifications } = engine.wording;
  const covered = entities.filter(({ id }) => knows(id, engine));
  // What is of one kind is told apart by who issues it.
  const isOfOneKind = new Set(entities.map(({ kind }) => kind)).size === 1;
  const kindOf = ({ kind, issuer }: Entity): string => (isOfOneKind && issuer) || kinds[kind];
  return clarifications.meanings(
    label,
    entities.map((entity) => ({ name: fullName(entity), kind: kindOf(entity) })),
    isOfOneKind || covered.length === entities.length ? undefined : covered.map(({ kind }) => kinds[kind]),
  );
}

// "CISA" is spelled out by its longest alias.
function fullName({ name, aliases }: Entity): string {
  if (!/^[A-Z\d]{2,6}(?: \(.*\))?$/.test(name)) return name;
  const spelled = aliases.find((alias) => initials(alias) === name.replace(/ \(.*/, "").toLowerCase());
  return spelled ? spelled.replace(/\b(?!and\b|of\b|in\b)\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}

const initials = (text: string): string =>
  text
    .split(" ")
    .filter((word) => word !== "and" && word !== "of")
    .map((word) => word.charAt(0))
    .join("");

// A name the documents have elsewhere is not unknown; only this is not said of it.
function nameText(missing: readonly Unit[], engine: Engine): string {
  const { refusals } = engine.wording;
  const subjects = missing.filter(({ entities }) => entities.length > 0 && !entities.every(isDegree));
  const named = (
    subjects.length > 0 ? subjects : missing.filter(({ entities }) => entities.length > 0)
  ).slice(0, NAMED);
  const names = [
    ...new Set(named.map(({ entities, label }) => (entities[0] ? spokenName(entities[0], engine) : label))),
  ];
  const isKnown = named.length > 0 && named.every(({ terms }) => terms.some((term) => knows(term, engine)));
  const words = missing.filter((unit) => unit.entities.every(isDegree) && !named.includes(unit));
  if (isKnown) return refusals.noSectionFor(names, unsaidIn(words));
  const covered = coveredRoles(engine);
  const [word] = words;
  if (names.length === 0 && word) return refusals.nothingOn([refusals.typed(word.label)], covered);
  return names.length > 0 ? refusals.nothingOn(names, covered) : refusals.covers(covered);
}

// "Of a SOC analyst nothing is said of a master's", which is no subject beside the role.
const isDegree = ({ kind }: Entity): boolean => kind === "degree";

/** A name in the middle of a sentence: "data scientists", but "Berlin". */
export function spokenName({ kind, name }: Entity, { wording }: Engine): string {
  return kind === "role" ? wording.refusals.roles(lowered(name)) : name;
}

function topicNames(missing: readonly Unit[], engine: Engine): string[] {
  const topics = missing.filter((unit) => isForeign(unit, engine.index)).flatMap((unit) => unit.topics);
  return [...new Set(topics.map(({ name }) => lowered(name)))].slice(0, NAMED);
}

// "Visas" in the middle of a sentence, but not "AI and jobs".
const lowered = (name: string): string =>
  /^[A-Z][a-z]+(?:[ -]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** "I only answer in English" in the languages members write most, by ISO 639-3 code. */
const ONLY_ENGLISH: Readonly<Record<string, string>> = {
  spa: "Solo respondo en inglés, el idioma de mis documentos.",
  fra: "Je ne réponds qu’en anglais, la langue de mes documents.",
  deu: "Ich antworte nur auf Englisch, der Sprache meiner Dokumente.",
  por: "Só respondo em inglês, a língua dos meus documentos.",
  ita: "Rispondo solo in inglese, la lingua dei miei documenti.",
  nld: "Ik antwoord alleen in het Engels, de taal van mijn documenten.",
  pol: "Odpowiadam tylko po angielsku, w języku moich dokumentów.",
  tur: "Yalnızca belgelerimin dili olan İngilizce yanıt veriyorum.",
  rus: "Я отвечаю только на английском, языке моих документов.",
  ukr: "Я відповідаю лише англійською, мовою моїх документів.",
  hin: "मैं केवल अंग्रेज़ी में उत्तर देता हूँ, जो मेरे दस्तावेज़ों की भाषा है।",
  jpn: "私の資料は英語なので、英語でのみお答えします。",
  cmn: "我的资料是英文的，因此只能用英语回答。",
  kor: "제 문서가 영어이므로 영어로만 답합니다.",
};

/** The reply to a message in another language than the documents', in both languages where we have both. */
export function refuseLanguage(language: string, engine: Engine): Refusal {
  const own = ONLY_ENGLISH[language];
  const { language: spoken, refusals } = engine.wording;
  const isSpoken = Intl.getCanonicalLocales(language)[0] === spoken;
  return {
    kind: "refusal",
    reason: "other-language",
    text: own && !isSpoken ? `${own}\n${refusals.onlyEnglish}` : refusals.onlyEnglishOn(coveredRoles(engine)),
    suggestions: [],
  };
}

/** The reply to a message that asks nothing. */
export function refuseSilence(engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "not-a-question",
    text: engine.wording.refusals.noQuestion(coveredRoles(engine)),
    suggestions: [],
  };
}

function coveredRoles(engine: Engine): string[] {
  return engine.namedEntities.filter(({ id }) => isCoveredRole(id, engine)).map(({ name }) => name);
}

/** The reply when the documents lack a name or a topic of it. */
export function refuseUncovered(name: string, engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: engine.wording.refusals.nothingOn([name], coveredRoles(engine)),
    suggestions: [],
  };
}

/** More places than this are a list, not a hint. */
const NAMED_SUBJECTS = 10;

/** The reply when no figure is of a place or employer. */
export function refuseUnfigured(name: string, engine: Engine): Refusal {
  const having = figureSubjects(engine).map((subject) => subject.name);
  const named = having.slice(0, NAMED_SUBJECTS);
  const text = engine.wording.refusals.noSalaryAt(name, named, having.length - named.length);
  return { kind: "refusal", reason: "entity-not-covered", text, suggestions: [] };
}

/** The reply when figures exist for a role, but not at this place or employer. */
export function refusePlace(
  asked: { readonly role: Entity; readonly subject: Entity; readonly others: readonly Choice[] },
  engine: Engine,
): Refusal {
  const { role, subject, others } = asked;
  const { earningsAt, noSalary } = engine.wording.refusals;
  if (others.length === 0) return refuseUncovered(earningsAt(role.name, subject.name), engine);
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: noSalary(role.name, subject.name),
    suggestions: others.slice(0, 3),
  };
}

/** The reply when no figure tells what a role that the documents know earns. */
export function refuseUnpaid(role: Entity, engine: Engine): Refusal {
  const choice: Choice = { label: role.name, run: { command: "role", values: { name: role.name } } };
  return {
    kind: "refusal",
    reason: "topic-not-covered",
    text: engine.wording.refusals.noPay(spokenName(role, engine)),
    suggestions: isCoveredRole(role.id, engine) ? [choice] : [],
  };
}

/** The reply when figures exist, but none that is dated in a year. `years` are those that there are. */
export function refuseYear(
  asked: {
    readonly role: Entity;
    readonly subject?: Entity;
    readonly year: number;
    readonly years: readonly number[];
    readonly others: readonly Choice[];
  },
  engine: Engine,
): Refusal {
  const { role, subject, year, years, others } = asked;
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: engine.wording.refusals.noSalaryIn({
      role: spokenName(role, engine),
      subject: subject?.name,
      year: String(year),
      years: years.toReversed().map(String),
    }),
    suggestions: others.slice(0, 3),
  };
}

/** The reply to what is typed for a year and is none. */
export function refuseNoYear(typed: string, others: readonly Choice[], engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "nothing-found",
    text: engine.wording.refusals.noYear(typed.trim()),
    suggestions: others.slice(0, 3),
  };
}
