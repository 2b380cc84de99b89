import { distance } from "fastest-levenshtein";
import { buildEditFinder, type Candidate } from "./edits.ts";
import { consonants, SHORTEST, soundsOf, type Layer } from "./word-layer.ts";

/** Corrects words that nobody knows. */
export interface Spelling {
  /** The known word that was probably meant, or `undefined`. */
  correct(word: string): string | undefined;
  /** True when one slip away from a known word. */
  isOneSlip(word: string): boolean;
}

/** Shorter words have too many neighbours; from the second length on two edits are allowed. */
const ONE_EDIT_LENGTH = 4;
const TWO_EDITS_LENGTH = 8;

const TWO_EDITS = 1.7;
/** A word that sounds the same costs this, and something for each letter that differs. */
const SOUND = 0.5;
const SOUND_LETTER = 0.2;
const SKELETON = 0.7;
/** Words that sound alike and differ in more letters are different words. */
const SOUND_EDITS = 4;

/**
 * Spelling against layers of words: names, the documents' words, English. A candidate is one edit away (from 4 letters
 * on), two edits (from 8 on), sounds the same (Double Metaphone), or is the word with its vowels put back; the one
 * that costs the least is meant, counting the slip and how rarely the word is used. Ties go to the earlier word.
 */
export function buildSpelling(layers: readonly Layer[]): Spelling {
  let finder: ((word: string) => Candidate[]) | undefined;
  const editsOf = (word: string): Candidate[] => {
    // Built when the first misspelling comes: most questions have none.
    finder ??= buildEditFinder(layers.map((layer) => layer.words()));
    return finder(word).filter(([edit]) => edit.length >= SHORTEST);
  };
  return {
    isOneSlip: (word) => editsOf(word).some(([edit]) => layers.some((layer) => layer.has(edit))),
    correct: (word) => {
      if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return undefined;
      const near = [
        ...oneSlipAway(word.length < ONE_EDIT_LENGTH ? [] : editsOf(word), layers),
        ...soundingAlike(word, layers),
      ];
      const best = cheapest(near);
      if (word.length < TWO_EDITS_LENGTH || (best && best[1] < TWO_EDITS)) return best?.[0];
      return cheapest([...near, ...twoSlipsAway(word, layers)])?.[0];
    },
  };
}

function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    const isCheaper = !best || candidate[1] < best[1] || (candidate[1] === best[1] && candidate[0] < best[0]);
    if (isCheaper) best = candidate;
  }
  return best;
}

function oneSlipAway(edits: readonly Candidate[], layers: readonly Layer[]): Candidate[] {
  return layers.flatMap((layer) =>
    priced(
      edits.filter(([edit]) => layer.has(edit)),
      layer,
    ),
  );
}

function soundingAlike(word: string, layers: readonly Layer[]): Candidate[] {
  if (!/^[a-z]+$/.test(word)) return [];
  const sounds = soundsOf(word);
  return layers.flatMap((layer) =>
    priced(
      layer.alike(word, sounds).flatMap((alike): Candidate[] => {
        const cost = costOfLikeness(word, alike);
        return cost === undefined ? [] : [[alike, cost]];
      }),
      layer,
    ),
  );
}

function twoSlipsAway(word: string, layers: readonly Layer[]): Candidate[] {
  return layers.flatMap((layer) =>
    priced(
      (layer.near?.(word) ?? []).map((near) => [near, TWO_EDITS]),
      layer,
    ),
  );
}

const priced = (candidates: readonly Candidate[], layer: Layer): Candidate[] =>
  candidates.map(([word, cost]) => [word, cost + layer.cost(word)]);

function costOfLikeness(word: string, alike: string): number | undefined {
  if (consonants(word) === word) return consonants(alike) === word ? SKELETON : undefined;
  if (word.length < ONE_EDIT_LENGTH || word[0] !== alike[0]) return undefined;
  const edits = distance(word, alike);
  return edits <= SOUND_EDITS && edits < word.length / 2 ? SOUND + SOUND_LETTER * edits : undefined;
}
