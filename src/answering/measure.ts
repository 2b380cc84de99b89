import type { Glossary } from "../knowledge/glossary.ts";
import { onceForEach } from "../knowledge/once-for-each.ts";
import type { Analyzer } from "../query/analyzer.ts";
import { wordsOf } from "../query/entities.ts";
import type { Engine } from "./engine.ts";
import { isCount } from "./figures.ts";

/** What a question measures by, as kinds of figures, and which of its words say so. */
export interface Measure {
  /** Kinds that the question's words fit equally well. */
  readonly kinds: readonly string[];
  /** Stems that stand for the measure. */
  readonly stems: ReadonlySet<string>;
}

/** Of a kind, words that say how it was taken rather than what it is: "average rent" is rent. */
const TAKEN =
  /^(?:average|median|mean|typical|estimated|approximate|usual|base|basic|listed|advertised|current|month(?:ly)?|year(?:ly)?|annual|week(?:ly)?|dai?ly|day|hour(?:ly)?|per|in|of|the|a|number|count|amount|total|\d.*)$/;
/** Words that make another measure of one: a salary after taxes answers no question about salary and taxes. */
const QUALIFIERS: ReadonlySet<string> = new Set(["after", "before", "net", "without", "minus"]);
/** Of a kind, at least this share of the words must be asked for; things that are counted go by half: "jobs" are job openings. */
const SHARE = { money: 0.6, count: 0.5 };

/** Finds the kinds that a question measures by, compared by stems and by the glossary's words that mean the same. */
export function findMeasure(
  asked: readonly WordStems[],
  kinds: Iterable<string>,
  engine: Engine,
): Measure | undefined {
  const said = new Set(asked.flatMap(({ stems }) => stems));
  const fits = [...new Set(kinds)].flatMap((kind) => fitOf(kind, said, engine)).toSorted(compareFits);
  const best = fits.filter((fit) => fits[0] && compareFits(fit, fits[0]) === 0);
  if (best.length === 0) return undefined;
  return { kinds: best.map(({ kind }) => kind), stems: new Set(best.flatMap(({ stems }) => stems)) };
}

interface Fit {
  readonly kind: string;
  readonly stems: readonly string[];
  /** Most words matched, largest share matched, and the share matched in the kind's own words. */
  readonly order: readonly [matched: number, share: number, ownShare: number];
}

const compareFits = (one: Fit, other: Fit): number =>
  other.order[0] - one.order[0] || other.order[1] - one.order[1] || other.order[2] - one.order[2];

function fitOf(kind: string, said: ReadonlySet<string>, { reader: { analyzer } }: Engine): Fit[] {
  const words = wordsOf(kind);
  if (words.some((word) => QUALIFIERS.has(word) && !said.has(word))) return [];
  const own = words.filter((word) => !TAKEN.test(word)).map((word) => analyzer.stem(word));
  const grouped = analyzer.terms(words).flatMap(({ term, word }) => (TAKEN.test(word) ? [] : [term]));
  const matches = [own, grouped].map((stems) => stems.filter((stem) => said.has(stem)).length);
  const shares = [own, grouped].map((stems, at) => (matches[at] ?? 0) / Math.max(1, stems.length));
  const [ownShare = 0] = shares;
  const share = Math.max(...shares);
  if (share < (isCount(kind) ? SHARE.count : SHARE.money)) return [];
  const stems = [...own, ...grouped, ...words.map((word) => analyzer.stem(word))];
  return [{ kind, stems, order: [Math.max(...matches), share, ownShare] }];
}

/** A word of a question with the stems by which documents may know it. */
export interface WordStems {
  readonly word: string;
  /** Its own and those of the word group that it stands in. */
  readonly terms: readonly string[];
  /** These, and those of the groups that a word of the same stem is in: "paying" as "pay" is salary. */
  readonly stems: readonly string[];
}

/** The words of a text with their stems. */
export function stemsOf(text: string, engine: Engine): WordStems[] {
  const { analyzer } = engine.reader;
  const words = wordsOf(text);
  const terms = analyzer.terms(words);
  const byStem = stemsByGroup(analyzer)(engine.knowledge.glossary.wordGroups);
  const known = words.map((word) => new Set([analyzer.stem(word)]));
  for (const { term, start, end } of terms) for (const each of known.slice(start, end)) each.add(term);
  return words.map((word, at) => {
    const own = [...(known[at] ?? [])];
    return { word, terms: own, stems: [...own, ...own.flatMap((stem) => byStem.get(stem) ?? [])] };
  });
}

// A server's own glossary has the word groups of the built-in one.
const stemsByGroup = onceForEach((analyzer: Analyzer) =>
  onceForEach((wordGroups: Glossary["wordGroups"]): ReadonlyMap<string, readonly string[]> => {
    const groups = new Map<string, readonly string[]>();
    for (const [first, ...others] of wordGroups) {
      for (const other of others.filter((word) => !/\W/.test(word))) {
        const stem = analyzer.stem(other);
        groups.set(stem, [...(groups.get(stem) ?? []), ...wordsOf(first).map((word) => analyzer.stem(word))]);
      }
    }
    return groups;
  }),
);
