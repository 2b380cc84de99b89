import { foldText } from "./words.ts";

/** How many names an error offers. */
const OFFERED = 3;

/** `; the nearest are "a", "b"` for an error about an unknown name, by shared letter pairs; empty when nothing is near. */
export function offerNearest(unknown: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, likeness: likeness(foldText(unknown), foldText(name)) }))
    .filter((candidate) => candidate.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, OFFERED);
  return near.length === 0 ? "" : `; the nearest are ${near.map(({ name }) => `"${name}"`).join(", ")}`;
}

/** Dice coefficient of letter pairs: 1 for equal texts, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  const pairsOfA = letterPairs(a);
  const pairsOfB = letterPairs(b);
  const shared = [...pairsOfA].filter((pair) => pairsOfB.has(pair)).length;
  return (2 * shared) / Math.max(pairsOfA.size + pairsOfB.size, 1);
}

function letterPairs(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));
}
