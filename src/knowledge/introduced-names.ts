import { slug } from "github-slugger";
import type { Root } from "mdast";
import { kindOf } from "./defined-kinds.ts";
import type { Entity, Glossary } from "./glossary.ts";
import { findIntroductions, type Introduction } from "./introductions.ts";
import { buildNameTest, type IsOrdinary } from "./name-test.ts";
import { textLines } from "./text-lines.ts";
import { foldText } from "./words.ts";
import { wordUse } from "./word-use.ts";

/** One document adds at most so many names to the glossary. */
const MOST_NAMES = 100;

/**
 * The names that an article itself introduces and defines, as entities that the glossary lacks. Ordinary words and
 * what the glossary has are left out.
 */
export function introducedNames(root: Root, glossary: Glossary, isOrdinary: IsOrdinary): readonly Entity[] {
  const taken = takenBy(glossary);
  const isName = buildNameTest({ use: wordUse(textLines(root)), isOrdinary });
  const entities = new Map<string, Entity>();
  for (const introductions of bySharedName(findIntroductions(root))) {
    const entity = entityOf(
      introductions,
      (name, all) => !taken.has(foldText(name)) && isName(name, all),
      taken,
    );
    if (entity !== undefined && !entities.has(entity.id) && entities.size < MOST_NAMES)
      entities.set(entity.id, entity);
  }
  return [...entities.values()];
}

/** Names of the glossary, and the words of its topics: what they mean is settled. */
function takenBy({ entities, topics, wordGroups }: Glossary): ReadonlySet<string> {
  return new Set(
    [
      ...entities.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...topics.flatMap(({ name, words }) => [name, ...words]),
      ...wordGroups.flat(),
    ].map(foldText),
  );
}

const LEADING = /^(?:an?|the|our|your|every|each)\s+/i;

const spellingsOf = ({ names }: Introduction): readonly string[] =>
  names.map((name) => name.replace(LEADING, "").trim());

/** Introductions that have a name in common are of one thing. */
function bySharedName(introductions: readonly Introduction[]): Iterable<readonly Introduction[]> {
  const groups = new Set<Introduction[]>();
  const groupOf = new Map<string, Introduction[]>();
  for (const introduction of introductions) {
    const names = spellingsOf(introduction).map(foldText);
    const group = names.map((name) => groupOf.get(name)).find((known) => known !== undefined) ?? [];
    group.push(introduction);
    groups.add(group);
    for (const name of names) if (!groupOf.has(name)) groupOf.set(name, group);
  }
  return groups;
}

type IsFree = (name: string, introductions: readonly Introduction[]) => boolean;

function entityOf(
  introductions: readonly Introduction[],
  isFree: IsFree,
  taken: ReadonlySet<string>,
): Entity | undefined {
  const spelled = [
    ...new Map(introductions.flatMap(spellingsOf).map((name) => [foldText(name), name])).values(),
  ];
  const isKnown = spelled.some((name) => name.includes(" ") && taken.has(foldText(name)));
  const [name, ...aliases] = spelled
    .filter((text) => isFree(text, introductions))
    .toSorted((a, b) => capitalsFirst(b) - capitalsFirst(a));
  if (name === undefined || isKnown) return undefined;
  const about = introductions.find((introduction) => introduction.about !== "")?.about ?? "";
  const kind = kindOf(name, about);
  return { id: `${kind}:${slug(name)}`, kind, name, aliases, partOf: [] };
}

/** The full name, printed as a name, is what it is called; then its abbreviation. */
const capitalsFirst = (name: string): number =>
  name.includes(" ") && /^\p{Lu}/u.test(name) ? 2 : /\p{Lu}\p{Lu}/u.test(name) ? 1 : 0;
