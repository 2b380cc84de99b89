/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number below `count`, as words are distributed (Zipf): n comes about half as often as n / 2. */
export const zipf = (count: number, random: Random): number => Math.floor((count + 1) ** random()) - 1;

const SYLLABLES = "ba ke li mo nu ra se ti vo zu da fe gi ho ju".split(" ");

/** A word of no language, another one for each number. */
export function inventWord(number: number): string {
  let word = "";
  for (let left = number; left > 0 || word.length < 6; left = Math.floor(left / SYLLABLES.length)) {
    word += SYLLABLES[left % SYLLABLES.length];
  }
  return `${word}n`;
}
