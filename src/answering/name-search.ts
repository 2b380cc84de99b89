import SearchableMap from "minisearch/SearchableMap";
import { onceForEach } from "../knowledge/once-for-each.ts";
import { wordsOf } from "../query/entities.ts";

/** Finds named things as members type them. */
export interface NameSearch<T> {
  /**
   * Best first: exact name, exact alias, prefix, a word's prefix, spelling, then what is only near: an abbreviation with
   * one slip, a word of the name with one; then the given order. An empty text finds all.
   */
  search(typed: string): T[];
  /** The thing whose name or alias this is. */
  exact(typed: string): T | undefined;
  /** The things that share this alias, where it is nobody's name; none unless there are several. */
  sharing(typed: string): readonly T[];
  /** The only thing whose name or alias contains this as whole words' beginnings. */
  containing(typed: string): T | undefined;
  /** The thing whose name or alias this is, or the only one that it can be; what is only near could be another name. */
  certain(typed: string): T | undefined;
}

/** How a typed text met a name; the smaller the better. */
const MATCH = { name: 0, alias: 1, prefix: 2, aliasPrefix: 3, wordPrefix: 4, spelling: 5, near: 8 };

/** Letters a text must have for a spelling match with one edit, and with two: abbreviations have too many neighbours. */
const ONE_EDIT_LENGTH = 5;
const TWO_EDITS_LENGTH = 8;

/** Letters a text and a name must have to be near, where no other name is. */
const SHORT_LENGTH = 3;

interface Keyed<T> {
  readonly item: T;
  readonly order: number;
  readonly keys: readonly string[];
}

/** Builds the search over some things; `namesOf` gives the name of one, then the other ways to write it. */
export function buildNameSearch<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): NameSearch<T> {
  const keyed = onFirstUse(() => items.map((item, order) => ({ item, order, keys: keysOf(namesOf(item)) })));
  const trees = onFirstUse(() => ({
    whole: buildTree(keyed(), ({ keys }) => keys),
    words: buildTree(keyed(), ({ keys }) => [...new Set(keys[0]?.split(" "))]),
  }));
  const find = (typed: string): Match<T>[] => searchKeys(keyOf(typed), keyed(), trees());
  const search = (typed: string): T[] => find(typed).map(({ item }) => item);
  const exact = (typed: string): T | undefined => {
    const key = keyOf(typed);
    return (keyed().find(({ keys }) => keys[0] === key) ?? keyed().find(({ keys }) => keys.includes(key)))
      ?.item;
  };
  const sharing = (typed: string): readonly T[] => {
    const key = keyOf(typed);
    const same = key === "" ? [] : keyed().filter(({ keys }) => keys.includes(key));
    return same.length > 1 && same.every(({ keys }) => keys[0] !== key) ? same.map(({ item }) => item) : [];
  };
  return {
    search,
    exact,
    sharing,
    containing: (typed) => {
      const key = keyOf(typed);
      const found = key === "" ? [] : keyed().filter(({ keys }) => matchOf(key, keys) !== undefined);
      return found.length === 1 ? found[0]?.item : undefined;
    },
    certain: (typed) => {
      const same = exact(typed);
      if (same !== undefined) return same;
      const found = find(typed).filter(({ match }) => match < MATCH.near);
      return found.length === 1 ? found[0]?.item : undefined;
    },
  };
}

type Tree<T> = SearchableMap<T[]>;

function buildTree<T>(keyed: readonly Keyed<T>[], keysOf: (keyed: Keyed<T>) => readonly string[]): Tree<T> {
  const tree: Tree<T> = new SearchableMap();
  for (const each of keyed) {
    for (const key of keysOf(each)) tree.set(key, [...(tree.get(key) ?? []), each.item]);
  }
  return tree;
}

function onFirstUse<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}

const keyOf = (text: string): string => wordsOf(text).join(" ");

// Servers share most of what they name.
const keysOf = onceForEach((names: readonly string[]): readonly string[] => names.map(keyOf));

interface Trees<T> {
  readonly whole: Tree<T>;
  /** By the words of names. */
  readonly words: Tree<T>;
}

interface Match<T> {
  readonly item: T;
  readonly match: number;
}

function searchKeys<T>(typed: string, keyed: readonly Keyed<T>[], trees: Trees<T>): Match<T>[] {
  const near = new Map([...nearTo(typed, trees), ...spelledLike(typed, trees.whole)]);
  return keyed
    .map(({ item, order, keys }) => ({
      item,
      order,
      match: matchOf(typed, keys) ?? near.get(item) ?? Infinity,
    }))
    .filter(({ match }) => match < Infinity)
    .toSorted((a, b) => a.match - b.match || a.order - b.order);
}

function matchOf(typed: string, keys: readonly string[]): number | undefined {
  if (keys[0] === typed) return MATCH.name;
  if (keys.includes(typed)) return MATCH.alias;
  if (keys[0]?.startsWith(typed)) return MATCH.prefix;
  if (keys.some((key) => key.startsWith(typed))) return MATCH.aliasPrefix;
  return keys.some((key) => key.includes(` ${typed}`)) ? MATCH.wordPrefix : undefined;
}

function spelledLike<T>(typed: string, tree: Tree<T>): ReadonlyMap<T, number> {
  const near = new Map<T, number>();
  if (typed.length < ONE_EDIT_LENGTH) return near;
  for (const [, [items, distance]] of tree.fuzzyGet(typed, typed.length < TWO_EDITS_LENGTH ? 1 : 2)) {
    for (const item of items) near.set(item, Math.min(near.get(item) ?? Infinity, MATCH.spelling + distance));
  }
  return near;
}

function nearTo<T>(typed: string, { whole, words }: Trees<T>): ReadonlyMap<T, number> {
  const near = new Map<T, number>();
  for (const item of [...shortNear(typed, whole), ...spelledLike(typed, words).keys()])
    near.set(item, MATCH.near);
  return near;
}

/** What a short text with one slip or two letters swapped can mean; of several neighbours none. */
function shortNear<T>(typed: string, tree: Tree<T>): readonly T[] {
  if (typed.length < SHORT_LENGTH || typed.length >= TWO_EDITS_LENGTH) return [];
  const slipped = typed.length < ONE_EDIT_LENGTH ? [...tree.fuzzyGet(typed, 1).keys()] : [];
  const names = [...slipped, ...swapped(typed)].filter((name) => name.length >= SHORT_LENGTH);
  const items = new Set(names.flatMap((name) => tree.get(name) ?? []));
  return items.size === 1 ? [...items] : [];
}

/** The text with each two neighbours swapped; names are plain letters by now. */
function swapped(typed: string): readonly string[] {
  return Array.from(
    { length: typed.length - 1 },
    (_, at) => typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2),
  );
}
