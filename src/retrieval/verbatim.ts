import type { AnalysedEntry } from "./entries.ts";

/** Gives the positions of the entries one of whose phrasings is some words, divided by spaces; in document order. */
export type VerbatimFinder = (words: string) => readonly number[];

/** A number of 53 bits for each phrasing, too many for two phrasings to share one, in order; and whose phrasing it is. */
export interface PhrasingHashes {
  readonly hashes: readonly number[];
  readonly positions: readonly number[];
}

/** Hashes the phrasings of entries, one after the other. */
export class PhrasingCollector {
  readonly #hashes: number[] = [];
  readonly #positions: number[] = [];
  #entries = 0;

  /** Adds the entry after the last one. */
  add({ phrasings }: AnalysedEntry): void {
    for (const { words } of phrasings) {
      this.#hashes.push(hashOf(words));
      this.#positions.push(this.#entries);
    }
    this.#entries += 1;
  }

  /** All that were added, in order. */
  byHash(): PhrasingHashes {
    const hashes = new Float64Array(this.#hashes).toSorted();
    const positions = new Uint32Array(hashes.length);
    // How many of the phrasings with the hash at a place have theirs already.
    const taken = new Uint32Array(hashes.length);
    for (const [at, hash] of this.#hashes.entries()) {
      const first = firstAtLeast(hashes, hash);
      positions[first + (taken[first] ?? 0)] = this.#positions[at] ?? 0;
      taken[first] = (taken[first] ?? 0) + 1;
    }
    return { hashes: [...hashes], positions: [...positions] };
  }
}

/** Builds the finder of phrasings that were hashed. */
export function buildVerbatimFinder(phrasings: PhrasingHashes): VerbatimFinder {
  const hashes = new Float64Array(phrasings.hashes);
  const positions = new Uint32Array(phrasings.positions);
  return (words) => {
    const hash = hashOf(words);
    const start = firstAtLeast(hashes, hash);
    let end = start;
    while (hashes[end] === hash) end += 1;
    return [...new Set(positions.subarray(start, end))];
  };
}

/** The first place in sorted values that holds at least `value`, by bisection. */
function firstAtLeast(values: Float64Array, value: number): number {
  let from = 0;
  let until = values.length;
  while (from < until) {
    const middle = (from + until) >>> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else until = middle;
  }
  return from;
}

/** cyrb53 (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). */
function hashOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (low & 0x1fffff) * 2 ** 32 + (high >>> 0);
}
