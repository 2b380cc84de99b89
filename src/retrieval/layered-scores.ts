import { FIELD_BOOSTS, FIELD_NAMES, fieldIdf, scoreField } from "./bm25.ts";
import type { Postings } from "./postings.ts";
import type { TermScores } from "./term-scores.ts";
import { UNKNOWN } from "./vocabulary.ts";

/**
 * Scores terms in the entries of several layers as if they were one: layers that are shared hold no scores, which
 * depend on all entries, so that a term is scored whenever it is asked for. The layers number their terms alike.
 */
export function buildLayeredScores(
  layers: readonly Postings[],
  number: (term: string) => number,
): (term: string) => TermScores {
  const firsts = firstPositions(layers);
  const means = FIELD_NAMES.map((_, field) => meanLength(layers, field));
  const entries = firsts.at(-1) ?? 0;
  return (term) => {
    const wanted = number(term);
    const ranges = layers.map((layer) => rangeOf(wanted, layer));
    const idfs = FIELD_NAMES.map((name) =>
      fieldIdf(
        layers.reduce((sum, layer, at) => sum + countHaving(layer[name], ranges[at]), 0),
        entries,
      ),
    );
    const scored: TermScores = emptyScores(ranges.reduce((sum, { start, end }) => sum + end - start, 0));
    let to = 0;
    for (const [at, layer] of layers.entries()) {
      const { start, end } = ranges[at] ?? NOWHERE;
      for (let from = start; from < end; from++, to++) {
        scored.positions[to] = (firsts[at] ?? 0) + (layer.positions[from] ?? 0);
        scored.scores[to] = scorePosting(layer, from, { idfs, means });
      }
    }
    return scored;
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const NOWHERE: Range = { start: 0, end: 0 };

function rangeOf(number: number, { starts }: Postings): Range {
  // A layer below another knows none of that one's terms.
  if (number === UNKNOWN || number + 1 >= starts.length) return NOWHERE;
  return { start: starts[number] ?? 0, end: starts[number + 1] ?? 0 };
}

const emptyScores = (size: number): TermScores => ({
  positions: new Uint32Array(size),
  scores: new Float64Array(size),
});

function firstPositions(layers: readonly Postings[]): number[] {
  const firsts = [0];
  for (const { lengths } of layers) firsts.push((firsts.at(-1) ?? 0) + lengths.length / FIELD_NAMES.length);
  return firsts;
}

// Entry by entry as MiniSearch does, so that it is rounded alike.
function meanLength(layers: readonly Postings[], field: number): number {
  let mean = 0;
  let entries = 0;
  for (const { lengths } of layers) {
    for (let at = field; at < lengths.length; at += FIELD_NAMES.length) {
      mean = (mean * entries + (lengths[at] ?? 0)) / (entries + 1);
      entries += 1;
    }
  }
  return mean;
}

function countHaving(counts: ArrayLike<number>, { start, end }: Range = NOWHERE): number {
  let having = 0;
  for (let at = start; at < end; at++) if ((counts[at] ?? 0) > 0) having += 1;
  return having;
}

function scorePosting(
  layer: Postings,
  at: number,
  { idfs, means }: { readonly idfs: readonly number[]; readonly means: readonly number[] },
): number {
  const position = layer.positions[at] ?? 0;
  let score = 0;
  for (let field = 0; field < FIELD_NAMES.length; field++) {
    const name = FIELD_NAMES[field] ?? "asked";
    const count = layer[name][at] ?? 0;
    if (count === 0) continue;
    const length = layer.lengths[position * FIELD_NAMES.length + field] ?? 1;
    score += FIELD_BOOSTS[name] * scoreField(idfs[field] ?? 0, { count, length, mean: means[field] ?? 1 });
  }
  return score;
}
