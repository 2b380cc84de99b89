/** Measured over seven public question sets: phrasings count four times the body; k 2, b 0.6, d 0.2. */
export const FIELD_BOOSTS = { asked: 4, heading: 2.5, answered: 1.2 };
export const BM25 = { k: 2, b: 0.6, d: 0.2 };

/** The fields that entries are found by, in the order in which their scores are added up. */
export const FIELD_NAMES = ["asked", "heading", "answered"] as const;

/** How often a field of an entry has a term, and how long it is, in different terms. */
export interface FieldCount {
  readonly count: number;
  readonly length: number;
  /** The mean length of the field in all entries. */
  readonly mean: number;
}

/** What a term in a field says: ln(1 + (N - n + 0.5) / (n + 0.5)), n of N entries having it there. */
export const fieldIdf = (having: number, entries: number): number =>
  Math.log(1 + (entries - having + 0.5) / (having + 0.5));

/** BM25+ of a term in one field of one entry (Lv & Zhai 2011), to the last bit as MiniSearch works it out. */
export function scoreField(idf: number, { count, length, mean }: FieldCount): number {
  const { k, b, d } = BM25;
  return idf * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / mean)));
}
