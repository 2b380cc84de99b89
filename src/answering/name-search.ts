import SearchableMap from "minisearch/SearchableMap";
import { wordsOf } from "../query/entities.ts";

/** Finds named things as members type them. */
export interface NameSearch<T> {
  /** Best first: exact name, exact alias, prefix, a word's prefix, spelling; then the given order. An empty text finds all. */
  search(typed: string): T[];
  /** The thing whose name or alias this is. */
  exact(typed: string): T | undefined;
  /** The only thing whose name or alias contains this as whole words' beginnings. */
  containing(typed: string): T | undefined;
  /** The thing whose name or alias this is, or the only one that is near. */
  certain(typed: string): T | undefined;
}

/** How a typed text met a name; the smaller the better. */
const MATCH = { name: 0, alias: 1, prefix: 2, aliasPrefix: 3, wordPrefix: 4, spelling: 5 };

/** Letters a text must have for a spelling match with one edit, and with two: abbreviations have too many neighbours. */
const ONE_EDIT_LENGTH = 5;
const TWO_EDITS_LENGTH = 8;

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
  const keyed = onFirstUse(() =>
    items.map((item, order) => ({ item, order, keys: namesOf(item).map(keyOf) })),
  );
  const tree = onFirstUse(() => buildTree(keyed()));
  const search = (typed: string): T[] => searchKeys(keyOf(typed), keyed(), tree());
  const exact = (typed: string): T | undefined => {
    const key = keyOf(typed);
    return (keyed().find(({ keys }) => keys[0] === key) ?? keyed().find(({ keys }) => keys.includes(key)))
      ?.item;
  };
  return {
    search,
    exact,
    containing: (typed) => {
      const key = keyOf(typed);
      const found = key === "" ? [] : keyed().filter(({ keys }) => matchOf(key, keys) !== undefined);
      return found.length === 1 ? found[0]?.item : undefined;
    },
    certain: (typed) => {
      const same = exact(typed);
      if (same !== undefined) return same;
      const found = search(typed);
      return found.length === 1 ? found[0] : undefined;
    },
  };
}

function buildTree<T>(keyed: readonly Keyed<T>[]): SearchableMap<T[]> {
  const tree = new SearchableMap<T[]>();
  for (const { item, keys } of keyed) for (const key of keys) tree.set(key, [...(tree.get(key) ?? []), item]);
  return tree;
}

function onFirstUse<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}

const keyOf = (text: string): string => wordsOf(text).join(" ");

function searchKeys<T>(typed: string, keyed: readonly Keyed<T>[], tree: SearchableMap<T[]>): T[] {
  const near = spelledLike(typed, tree);
  return keyed
    .map(({ item, order, keys }) => ({
      item,
      order,
      match: matchOf(typed, keys) ?? near.get(item) ?? Infinity,
    }))
    .filter(({ match }) => match < Infinity)
    .toSorted((a, b) => a.match - b.match || a.order - b.order)
    .map(({ item }) => item);
}

function matchOf(typed: string, keys: readonly string[]): number | undefined {
  if (keys[0] === typed) return MATCH.name;
  if (keys.includes(typed)) return MATCH.alias;
  if (keys[0]?.startsWith(typed)) return MATCH.prefix;
  if (keys.some((key) => key.startsWith(typed))) return MATCH.aliasPrefix;
  return keys.some((key) => key.includes(` ${typed}`)) ? MATCH.wordPrefix : undefined;
}

function spelledLike<T>(typed: string, tree: SearchableMap<T[]>): ReadonlyMap<T, number> {
  const near = new Map<T, number>();
  if (typed.length < ONE_EDIT_LENGTH) return near;
  for (const [, [items, distance]] of tree.fuzzyGet(typed, typed.length < TWO_EDITS_LENGTH ? 1 : 2)) {
    for (const item of items) near.set(item, Math.min(near.get(item) ?? Infinity, MATCH.spelling + distance));
  }
  return near;
}
