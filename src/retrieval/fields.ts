import type { Section } from "../knowledge/document.ts";
import { STOP_WORDS } from "../query/everyday-words.ts";
import type { AnalysedEntry, Entry } from "./entries.ts";

/** What an entry is found by, as terms. */
export interface Fields {
  readonly asked: readonly string[];
  readonly heading: readonly string[];
  readonly answered: readonly string[];
}

/** The fields of each entry. */
export function listFields(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): Fields[] {
  return analysed.map(fieldReader(entries, analysed));
}

/** Gives the fields of the entry at a place. Stop words stand only in phrasings: nothing is found by them. */
export function fieldReader(
  entries: readonly Entry[],
  analysed: readonly AnalysedEntry[],
): (entry: AnalysedEntry, at: number) => Fields {
  const around = answersAround(entries, analysed);
  return ({ phrasings, heading, answer }, at) => {
    const asked = phrasings.flatMap(({ terms }) => terms).filter((term) => !STOP_WORDS.has(term));
    const entry = entries[at];
    if (!entry?.snippet.derived) return { asked, heading: heading.terms, answered: answer.terms };
    // A passage of a plain article is asked for in its own words; what its section says around it speaks for it too.
    return {
      asked: [...asked, ...answer.terms],
      heading: heading.terms,
      answered: around[at] ?? answer.terms,
    };
  };
}

/** Passages of a section that speak for each other; of a text without headings each would else stand for all of it. */
const SECTION_ENTRIES = 20;

function answersAround(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): (readonly string[])[] {
  const groups = new Map<Section, { readonly terms: string[]; left: number }>();
  return entries.map(({ section }, at) => {
    const last = groups.get(section);
    const group = last && last.left > 0 ? last : { terms: [], left: SECTION_ENTRIES };
    groups.set(section, group);
    group.left -= 1;
    for (const term of analysed[at]?.answer.terms ?? []) group.terms.push(term);
    return group.terms;
  });
}
