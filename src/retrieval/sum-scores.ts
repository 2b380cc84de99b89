import type { TermScores } from "./term-scores.ts";

/** An entry and what it scores. */
export interface Scored {
  readonly position: number;
  readonly score: number;
}

/** What a term scores in entries, and how much it counts. */
export interface WeightedScores {
  readonly scores: TermScores;
  readonly weight: number;
}

/**
 * Builds the sum over terms for some number of entries: scores by weight, times the root of the number of terms
 * that an entry matches. It gives the best entries first, at most `most`, ties by position.
 */
export function buildSum(entries: number): (terms: readonly WeightedScores[], most: number) => Scored[] {
  // Used again for every question: with many entries they are large.
  const sums = new Float64Array(entries);
  const matched = new Uint8Array(entries);
  return (terms, most) => {
    sums.fill(0);
    matched.fill(0);
    for (const term of terms) addTerm(term, sums, matched);
    return takeBest({ sums, matched, most });
  };
}

function addTerm({ scores, weight }: WeightedScores, sums: Float64Array, matched: Uint8Array): void {
  for (let at = 0; at < scores.positions.length; at++) {
    const position = scores.positions[at] ?? 0;
    sums[position] = (sums[position] ?? 0) + weight * (scores.scores[at] ?? 0);
    matched[position] = (matched[position] ?? 0) + 1;
  }
}

function takeBest(input: {
  readonly sums: Float64Array;
  readonly matched: Uint8Array;
  readonly most: number;
}): Scored[] {
  const { sums, matched, most } = input;
  const best: Scored[] = [];
  for (let position = 0; position < sums.length; position++) {
    const terms = matched[position] ?? 0;
    if (terms === 0) continue;
    const score = (sums[position] ?? 0) * Math.sqrt(terms);
    if (best.length === most && score <= (best.at(-1)?.score ?? 0)) continue;
    if (best.length === most) best.pop();
    insert({ position, score }, best);
  }
  return best;
}

function insert(scored: Scored, best: Scored[]): void {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) < scored.score) at -= 1;
  best.splice(at, 0, scored);
}
