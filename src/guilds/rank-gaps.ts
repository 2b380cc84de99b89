import { isNameless, type GapSubject } from "../answering/gaps.ts";
import type { CountedGap } from "./store.ts";

/** What was asked in vain or found wrong, over some weeks. */
export interface RankedGap {
  readonly subject: GapSubject;
  /** How often it was asked in vain or marked as not helpful. */
  readonly count: number;
  /** The most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** What a member says of an answer that is counted as not helpful already. */
const DETAILS: ReadonlySet<string> = new Set(["wrong-topic", "out-of-date", "incomplete"]);

/** Adds counts up by what they are about: the most frequent first, what nobody can name last. */
export function rankGaps(counted: readonly CountedGap[]): readonly RankedGap[] {
  const bySubject = new Map<string, CountedGap[]>();
  for (const gap of counted) {
    const key = JSON.stringify([gap.entity, gap.topic]);
    bySubject.set(key, [...(bySubject.get(key) ?? []), gap]);
  }
  return [...bySubject.values()]
    .flatMap(sumUp)
    .toSorted((one, other) => lastness(one) - lastness(other) || other.count - one.count);
}

function sumUp(gaps: readonly CountedGap[]): RankedGap[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const sums = new Map<string, number>();
  for (const { reason, count } of gaps) sums.set(reason, (sums.get(reason) ?? 0) + count);
  const reasons = [...sums].map(([reason, count]) => ({ reason, count }));
  return [
    {
      subject: { entity: first.entity, topic: first.topic },
      count: reasons.reduce((sum, { reason, count }) => sum + (DETAILS.has(reason) ? 0 : count), 0),
      reasons: reasons.toSorted((one, other) => other.count - one.count),
    },
  ];
}

const lastness = ({ subject }: RankedGap): number => (isNameless(subject) ? 1 : 0);
