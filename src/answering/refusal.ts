import type { Unit } from "../query/query.ts";
import type { Decision } from "../retrieval/decision.ts";
import { isForeign } from "../retrieval/evidence.ts";
import type { Engine } from "./engine.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { Choice, Refusal } from "./reply.ts";

type Refused = Extract<Decision, { kind: "refuse" }>;

/** Names at most this many things that are missing. */
const NAMED = 2;
/** A word that says less than this is not worth quoting. */
const QUOTED_RARITY = 0.5;

/** One or two honest lines: what the documents lack, and what they cover. */
export function refusalText(refused: Refused, engine: Engine): string {
  const { missing } = refused;
  switch (refused.reason) {
    case "entity-not-covered":
      return nameText(missing, engine);
    case "topic-not-covered":
      return `No section answers that: the documents say nothing on ${listed(topicNames(missing, engine))}.`;
    case "too-little-covered":
    case "nothing-found": {
      const words = missing.filter(({ rarity, label }) => rarity >= QUOTED_RARITY && !/^\d/.test(label));
      const quoted = listed(words.slice(0, NAMED).map(({ label }) => `“${label}”`));
      return `No section of the documents answers that${quoted && refused.near.length > 0 ? `; the nearest ones say nothing of ${quoted}` : ""}.`;
    }
    case "not-a-question":
      return noQuestion(engine);
    case "other-language":
      return covers(engine);
  }
}

/** What a name can mean, and which of it the documents cover. */
export function meaningsText({ label, entities }: Unit, { index }: Engine): string {
  const describe = (entity: Entity): string => `${fullName(entity)} (${kindName(entity)})`;
  const covered = entities.filter(({ id }) => index.knows(id));
  const meanings = `${label} can mean ${entities.map(describe).join(" or ")}.`;
  return covered.length === entities.length
    ? `${meanings} Which one do you mean?`
    : `${meanings} The documents speak only of the ${listed(covered.map(kindName))}:`;
}

// The glossary's laws are laws and standards.
const kindName = ({ kind }: Entity): string => (kind === "law" ? "standard" : kind);

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
  const named = missing.filter(({ entities }) => entities.length > 0).slice(0, NAMED);
  const names = listed([...new Set(named.map(({ entities, label }) => nameOf(entities[0]) ?? label))]);
  const isKnown =
    named.length > 0 && named.every(({ terms }) => terms.some((term) => engine.index.knows(term)));
  if (isKnown) return `No section answers that for ${names}.`;
  return names
    ? `The documents say nothing on ${names}. They cover ${coveredRoles(engine)}.`
    : covers(engine);
}

function nameOf(entity: Entity | undefined): string | undefined {
  return entity?.kind === "role" ? `${lowered(entity.name)}s` : entity?.name;
}

function topicNames(missing: readonly Unit[], { index }: Engine): string[] {
  const topics = missing.filter((unit) => isForeign(unit, index)).flatMap((unit) => unit.topics);
  return [...new Set(topics.map(({ name }) => lowered(name)))].slice(0, NAMED);
}

// "Visas" in the middle of a sentence, but not "AI and jobs".
const lowered = (name: string): string =>
  /^[A-Z][a-z]+(?: |$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

const covers = (engine: Engine): string => `The documents cover ${coveredRoles(engine)}.`;

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
  const english = "I only answer questions in English, the language of my documents.";
  return {
    kind: "refusal",
    reason: "other-language",
    text: own ? `${own}\n${english}` : `${english} They cover ${coveredRoles(engine)}.`,
    suggestions: [],
  };
}

const noQuestion = (engine: Engine): string =>
  `I found no question in that. Ask me about ${coveredRoles(engine)}.`;

/** The reply to a message that asks nothing. */
export function refuseSilence(engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "not-a-question",
    text: noQuestion(engine),
    suggestions: [],
  };
}

function coveredRoles({ index, namedEntities }: Engine): string {
  const names = namedEntities.filter(({ id }) => index.roles.has(id)).map(({ name }) => `${name}s`);
  return names.length > 0 ? listed(names) : "other things";
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** The reply when the documents lack a name or a topic of it. */
export function refuseUncovered(name: string, engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: `The documents say nothing on ${name}. They cover ${coveredRoles(engine)}.`,
    suggestions: [],
  };
}

/** The reply when figures exist for a role, but not at this place or employer. */
export function refusePlace(
  asked: { readonly role: Entity; readonly subject: Entity; readonly others: readonly Choice[] },
  engine: Engine,
): Refusal {
  const { role, subject, others } = asked;
  if (others.length === 0) return refuseUncovered(`what ${role.name}s earn at ${subject.name}`, engine);
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: `The documents state no salary of ${role.name}s for ${subject.name}.`,
    suggestions: others.slice(0, 3),
  };
}
