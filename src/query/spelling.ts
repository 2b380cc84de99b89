import { doubleMetaphone } from "double-metaphone";
import { buildEditFinder, type Candidate } from "./edits.ts";
import { buildWordFilter, type WordFilter } from "./word-hash.ts";
import { SHORTEST, type Layer } from "./word-layer.ts";

/** Corrects words that nobody knows. */
export interface Spelling {
  /** The known word that was probably meant, or `undefined`. */
  correct(word: string): string | undefined;
  /** True when one slip away from a known word. */
  isOneSlip(word: string): boolean;
  /** The spelling of these and other words, which shares what it knows of these. */
  with(layers: readonly Layer[]): Spelling;
}

/** Shorter words have too many neighbours; from the second length on two edits are allowed. */
const ONE_EDIT_LENGTH = 4;
const TWO_EDITS_LENGTH = 8;

/** The sign is part of a name, "security+" or "c++", and no slip. */
const WORD_WITH_SIGN = /^\p{L}+(\+{1,2}|#)?$/u;

const TWO_EDITS = 1.7;
/** A word that sounds the same costs this, and something for each letter that differs. */
const SOUND = 0.5;
const SOUND_LETTER = 0.2;
const SKELETON = 0.7;
/** Rounding must not part candidates that cost the same. */
const TIE = 1e-9;
/** Words that sound alike and differ in more letters are different words. */
const SOUND_EDITS = 4;

/**
 * Spelling against layers of words: names, the documents' words, English. A candidate is one edit away (from 4 letters
 * on), two edits (from 8 on), sounds the same (Double Metaphone), or is the word with its vowels put back; the one
 * that costs the least is meant, counting the slip and how rarely the word is used. Ties go to the earlier word.
 */
export function buildSpelling(layers: readonly Layer[]): Spelling {
  return spellingOf(layers, filterOnFirstUse(layers));
}

// Built when the first misspelling comes: most questions have none.
function filterOnFirstUse(layers: readonly Layer[]): () => WordFilter {
  let filter: WordFilter | undefined;
  return () => (filter ??= buildWordFilter(layers.map((layer) => layer.words())));
}

function spellingOf(layers: readonly Layer[], filter: () => WordFilter): Spelling {
  const editsOf = (word: string): Candidate[] =>
    buildEditFinder(filter())(word).filter(([edit]) => edit.length >= SHORTEST);
  return {
    with: (more) => {
      const added = filterOnFirstUse(more);
      const either: WordFilter = {
        mayHave: (hash) => filter().mayHave(hash) || added().mayHave(hash),
      };
      return spellingOf([...layers, ...more], () => either);
    },
    isOneSlip: (word) => editsOf(word).some(([edit]) => layers.some((layer) => layer.has(edit))),
    correct: (word) => {
      const form = word.length < SHORTEST ? null : WORD_WITH_SIGN.exec(word);
      if (!form) return undefined;
      const keepsSign = ([other]: Candidate): boolean => other.endsWith(form[1] ?? "");
      const slips = oneSlipAway(word.length < ONE_EDIT_LENGTH ? [] : editsOf(word), layers).filter(keepsSign);
      const near = [...slips, ...soundingAlike(word, layers, cheapest(slips)?.[1])];
      const best = cheapest(near);
      if (word.length < TWO_EDITS_LENGTH || (best && best[1] < TWO_EDITS)) return best?.[0];
      return cheapest([...near, ...twoSlipsAway(word, layers).filter(keepsSign)])?.[0];
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

/** Words that sound the same and cost no more than `most`, or are the word with its vowels put back: of three letters, one vowel. */
function soundingAlike(word: string, layers: readonly Layer[], most = Number.POSITIVE_INFINITY): Candidate[] {
  if (!/^[a-z]+$/.test(word)) return [];
  if (!/[aeiou]/.test(word)) {
    return layers.flatMap((layer) =>
      priced(
        layer
          .withConsonants(word)
          .filter((whole) => word.length > SHORTEST || whole.length <= word.length + 1)
          .map((whole) => [whole, SKELETON]),
        layer,
      ),
    );
  }
  const edits = Math.min(
    SOUND_EDITS,
    Math.ceil(word.length / 2) - 1,
    Math.floor((most - SOUND) / SOUND_LETTER + TIE),
  );
  if (word.length < ONE_EDIT_LENGTH || edits < 0) return [];
  const sounds = soundsOf(word);
  return layers.flatMap((layer) =>
    priced(
      layer
        .around(word, edits)
        .filter((other) => soundsOf(other.word).some((sound) => sounds.includes(sound)))
        .map((other) => [other.word, SOUND + SOUND_LETTER * other.edits]),
      layer,
    ),
  );
}

function twoSlipsAway(word: string, layers: readonly Layer[]): Candidate[] {
  return layers
    .filter(({ mendsTwoSlips }) => mendsTwoSlips)
    .flatMap((layer) =>
      priced(
        layer.around(word, 2).map((other) => [other.word, TWO_EDITS]),
        layer,
      ),
    );
}

const priced = (candidates: readonly Candidate[], layer: Layer): Candidate[] =>
  candidates.map(([word, cost]) => [word, cost + layer.cost(word)]);

/** How a word sounds (Double Metaphone, in capitals), and its consonants (in small letters). */
const soundsOf = (word: string): string[] => [...doubleMetaphone(word), word.replace(/[aeiou]/g, "")];
