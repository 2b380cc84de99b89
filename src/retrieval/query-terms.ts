import type { QueryPart } from "../query/query.ts";

/** A term of a part, and how much it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** Roles and what is told help the search, they do not lead it. */
const ROLE_WEIGHT = 0.4;
const CONTEXT_WEIGHT = 0.4;
/** Of a long story only the beginning of what is told near the question is searched for. */
const CONTEXT_UNITS = 8;
const ASKING_WEIGHT = 0.35;

/** What a part is searched for by: words by their rarity in speech, then question words; fillers find nothing. */
export function searchTerms(part: QueryPart): WeightedTerm[] {
  return heaviest([
    ...part.units.flatMap(({ terms, rarity }) => weighted(terms, 0.3 + 0.7 * rarity)),
    ...roleTerms(part),
    ...contextTerms(part, CONTEXT_WEIGHT),
    ...weighted(part.askingTerms, ASKING_WEIGHT),
  ]);
}

/** What tells the found entries apart: every word alike, since the small ones make the difference between near questions. */
export function wordingTerms(part: QueryPart): WeightedTerm[] {
  return heaviest([...weighted(partTerms(part), 1), ...roleTerms(part), ...contextTerms(part, 1)]);
}

/** The terms of a part's own words. */
export function partTerms({ units, askingTerms, fillerTerms }: QueryPart): string[] {
  return [...units.flatMap(({ terms }) => terms), ...askingTerms, ...fillerTerms];
}

const weighted = (terms: readonly string[], weight: number): WeightedTerm[] =>
  terms.map((term) => ({ term, weight }));

function roleTerms({ roles }: QueryPart): WeightedTerm[] {
  return weighted(
    roles.map(({ id }) => id),
    ROLE_WEIGHT,
  );
}

function contextTerms({ context }: QueryPart, weight: number): WeightedTerm[] {
  return context.slice(0, CONTEXT_UNITS).flatMap(({ terms, rarity }) => weighted(terms, weight * rarity));
}

function heaviest(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
