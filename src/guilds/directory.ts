import { onceForEntries } from "../answering/by-entry.ts";
import { CERTIFICATION_TOPICS } from "../answering/certification-topics.ts";
import type { Engine } from "../answering/engine.ts";
import { figureSubjects, findFigures, isMoney } from "../answering/figures.ts";
import { yearsOf } from "../answering/pay-years.ts";
import { buildNameSearch, type NameSearch } from "../answering/name-search.ts";
import { meaningsText, refuseUncovered, refuseUnfigured, spokenName } from "../answering/refusal.ts";
import type { Choice, Invocation, Refusal, Reply } from "../answering/reply.ts";
import type { Entity, Topic } from "../knowledge/glossary.ts";
import { onceForEach } from "../knowledge/once-for-each.ts";
import { topicName } from "../answering/topic-questions.ts";
import { entityIdsIn } from "../query/entities.ts";
import { COMMANDS, type Completion } from "./commands.ts";
import { isCoveredRole, knows, shelvesOf } from "../answering/shelves.ts";

/** The values of a command's options by name; what was not given is absent. */
export type Values = Readonly<Record<string, string>>;

/** A completion: what a member sees and what goes into the option. */
export interface Completed {
  readonly name: string;
  readonly value: string;
}

/** An option of a command, by names. */
export interface OptionOf {
  readonly command: string;
  readonly option: string;
}

/** What was typed into an option, and the command to run again with another name. */
export interface TypedName {
  readonly target: OptionOf;
  readonly typed: string;
  readonly again: (name: string) => Invocation;
}

/** The names that options take: finds what was meant, or offers the nearest. */
export interface Directory {
  /** `given` are the other options' values: a place or a year is one that there are figures of for the role. */
  readonly complete: (target: OptionOf, typed: string, given?: Values) => readonly Completed[];
  /** Goes on with the entity that a text names; else replies with the nearest names. */
  entity(name: TypedName, next: (entity: Entity) => Reply): Reply;
  /** The same for a topic. */
  topic(name: TypedName, next: (topic: Topic) => Reply): Reply;
}

/** https://docs.discord.com/developers/interactions/application-commands#autocomplete: at most 25 choices. */
const MOST_COMPLETIONS = 25;
const NEAREST = 3;

/** Builds the directory of what the loaded documents name. */
export function buildDirectory(engine: Engine): Directory {
  const entities = entitySearches(engine);
  const topics = buildNameSearch(engine.coveredTopics, (each) => [
    each.name,
    each.id,
    ...each.words,
    topicName(each, engine),
    ...CERTIFICATION_TOPICS.filter(({ topic }) => topic === each.id).map(
      ({ id }) => engine.wording.cards.facets[id],
    ),
  ]);
  const find = <T extends { readonly id: string; readonly name: string }>(
    search: Found<T>,
    next: (found: T) => Reply,
  ): Reply => {
    const { name, among } = search;
    const elsewhere = namedExactly(name.typed, engine);
    const meant =
      among.exact(name.typed) ??
      among.containing(name.typed) ??
      (elsewhere ? undefined : (named(search, engine) ?? among.certain(name.typed)));
    return meant ? next(meant) : offerNearest(search, { elsewhere, engine });
  };
  return {
    complete: buildCompletion({ topics, entities }, engine),
    entity: (name, next) => {
      const kind = completionOf(name.target);
      if (!kind || kind === "topic" || kind === "year")
        throw new Error(`/${name.target.command} ${name.target.option} takes no name.`);
      const shared = entities[kind].sharing(name.typed);
      return askWhich({ name, shared }, engine) ?? find({ name, among: entities[kind] }, next);
    },
    topic: (name, next) => find({ name, among: topics }, next),
  };
}

interface Searches {
  readonly topics: NameSearch<Topic>;
  readonly entities: EntitySearches;
}

function buildCompletion({ topics, entities }: Searches, engine: Engine): Directory["complete"] {
  // Where a role is given, places with figures of it.
  const placesOf = (role: Entity | undefined): NameSearch<Entity> =>
    role ? buildNameSearch(figureSubjects(engine, role), namesOf) : entities.place;
  return (target, typed, given = {}) => {
    const kind = completionOf(target);
    if (!kind) return [];
    const role = entities.role.exact(given["role"] ?? "");
    const namesIn = (search: NameSearch<Entity | Topic>): string[] =>
      search.search(typed).map(({ name }) => name);
    const names =
      kind === "year"
        ? yearsStarting(typed, role, engine)
        : namesIn(kind === "topic" ? topics : kind === "place" ? placesOf(role) : entities[kind]);
    return names.slice(0, MOST_COMPLETIONS).map((name) => ({ name, value: name }));
  };
}

const yearsStarting = (typed: string, role: Entity | undefined, engine: Engine): readonly string[] =>
  yearsOf(findFigures(role ? { role: role.id } : {}, engine).filter(isMoney))
    .map(String)
    .filter((year) => year.startsWith(typed.trim()));

// "CCSE" is an abbreviation of two certifications.
function askWhich(
  { name, shared }: { readonly name: TypedName; readonly shared: readonly Entity[] },
  engine: Engine,
): Reply | undefined {
  const [first, ...others] = shared.map((entity): Choice => ({
    label: entity.name,
    run: name.again(entity.name),
  }));
  if (!first) return undefined;
  const text = meaningsText({ label: name.typed.trim(), entities: shared }, engine);
  return { kind: "clarification", text, choices: [first, ...others] };
}

// "the CEH exam" names one of them.
function named<T extends { readonly id: string }>({ name, among }: Found<T>, engine: Engine): T | undefined {
  const ids = entityIdsIn(name.typed, engine.reader.entities);
  const found = among.search("").filter(({ id }) => ids.includes(id));
  return found.length === 1 ? found[0] : undefined;
}

interface Found<T> {
  readonly name: TypedName;
  readonly among: NameSearch<T>;
}

function offerNearest<T extends { readonly name: string }>(
  { name, among }: Found<T>,
  { elsewhere, engine }: { readonly elsewhere: Entity | undefined; readonly engine: Engine },
): Reply {
  const typed = name.typed.trim();
  const { clarifications } = engine.wording;
  const choices = (text: string): Choice[] =>
    among
      .search(text)
      .slice(0, NEAREST)
      .map((found) => ({ label: found.name, run: name.again(found.name) }));
  const [first, ...others] = elsewhere ? [] : choices(typed);
  if (first) {
    return {
      kind: "clarification",
      text: clarifications.unknownName(typed),
      choices: [first, ...others],
    };
  }
  return { ...refuseName(name, { elsewhere, engine }), suggestions: choices("") };
}

// A name the documents have elsewhere is not unknown; only it is not what the option takes.
function refuseName(
  { target, typed }: TypedName,
  { elsewhere, engine }: { readonly elsewhere: Entity | undefined; readonly engine: Engine },
): Refusal {
  const { refusals } = engine.wording;
  const completed = completionOf(target);
  const kind = completed === undefined || completed === "year" ? "entity" : completed;
  const called = elsewhere ? spokenName(elsewhere, engine) : refusals.typed(typed.trim());
  const refusal = kind === "place" ? refuseUnfigured(called, engine) : refuseUncovered(called, engine);
  const isKnown = elsewhere !== undefined && knows(elsewhere.id, engine);
  return isKnown
    ? { ...refusal, text: refusals.namedOtherwise(elsewhere.name, refusals.sought[kind]) }
    : refusal;
}

function completionOf({ command, option }: OptionOf): Completion | undefined {
  return COMMANDS.find(({ name }) => name === command)?.options.find(({ name }) => name === option)?.complete;
}

// Most of a server's names are those of the built-in glossary, as all languages' are.
const namedExactly = (typed: string, engine: Engine): Entity | undefined =>
  (engine.below && namedExactly(typed, engine.below)) ?? ownNames(engine).exact(typed);

const ownNames = onceForEntries(({ below, introduced, knowledge }) =>
  buildNameSearch(below ? introduced : knowledge.glossary.entities, namesOf),
);

const namesOf = onceForEach(({ name, aliases }: Entity): readonly string[] => [name, ...aliases]);

type EntitySearches = Readonly<Record<Exclude<Completion, "topic" | "year">, NameSearch<Entity>>>;

function entitySearches(engine: Engine): EntitySearches {
  const roles = rolesOf(engine);
  const certifications = certificationsOf(engine);
  const subjects = figureSubjects(engine);
  return {
    role: buildNameSearch(roles, namesOf),
    certification: buildNameSearch(certifications, namesOf),
    place: buildNameSearch(subjects, namesOf),
    entity: buildNameSearch([...roles, ...certifications, ...subjects], namesOf),
  };
}

const rolesOf = (engine: Engine): readonly Entity[] =>
  engine.namedEntities.filter(({ id }) => isCoveredRole(id, engine));

/** Kinds that are spoken of as certifications: their issuers ("Cisco certs"), and standards ("ISO 27001"). */
const CERTIFYING_KINDS: ReadonlySet<string> = new Set(["organization", "law"]);

// The certifications, then what snippets on certifications name beside them.
function certificationsOf(engine: Engine): readonly Entity[] {
  const { namedEntities } = engine;
  return [
    ...namedEntities.filter(({ kind }) => kind === "certification"),
    ...namedEntities.filter(({ id, kind }) => CERTIFYING_KINDS.has(kind) && isBeside(id, engine)),
  ];
}

const isBeside = (id: string, engine: Engine): boolean =>
  besideCertifications(engine).has(id) || (engine.below !== undefined && isBeside(id, engine.below));

// Of those snippets only that the engine below has not.
const besideCertifications = onceForEntries((engine): ReadonlySet<string> => {
  const { below, index, namedEntities } = engine;
  const said = (below ? [index] : shelvesOf(engine).map((shelf) => shelf.index)).flatMap((searched) =>
    searched.entries.flatMap(({ snippet }, position) =>
      position >= searched.shared && snippet.topics[0] === "certifications" ? [searched.terms(position)] : [],
    ),
  );
  const certifying = namedEntities.filter(({ kind }) => CERTIFYING_KINDS.has(kind));
  return new Set(
    certifying.filter(({ id }) => said.some((terms) => terms.isAnswered(id))).map(({ id }) => id),
  );
});
