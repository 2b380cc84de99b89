import { NOT_STATED } from "../knowledge/document.ts";
import type { AskedThreshold } from "../query/threshold.ts";
import { isMoney, type SourcedFigure } from "./figures.ts";

/** What comes of holding comparable figures against a threshold. */
export type AgainstThreshold =
  | { readonly kind: "some"; readonly figures: readonly SourcedFigure[] }
  | { readonly kind: "none" | "other-period" | "other-currency" };

/** Holds figures against a threshold, but never those of another period or currency than the threshold's. */
export function againstThreshold(
  threshold: AskedThreshold,
  figures: readonly [SourcedFigure, ...SourcedFigure[]],
): AgainstThreshold {
  const [first] = figures;
  const { period, currency } = first.figure;
  if (isMoney(first) && threshold.period !== undefined && threshold.period !== period) {
    return { kind: "other-period" };
  }
  if (threshold.currency !== undefined && currency !== NOT_STATED && !isSame(threshold.currency, currency)) {
    return { kind: "other-currency" };
  }
  const some = figures.filter((each) => holds(threshold, each));
  return some.length === 0 ? { kind: "none" } : { kind: "some", figures: some };
}

/** Ways of writing one currency. */
const SAME: readonly ReadonlySet<string>[] = [
  new Set(["$", "US$", "USD"]),
  new Set(["€", "EUR"]),
  new Set(["£", "GBP"]),
];

const isSame = (one: string, other: string): boolean =>
  one === other || SAME.some((ways) => ways.has(one) && ways.has(other));

// Of a range both ends must hold.
function holds({ above, below, isInclusive }: AskedThreshold, { figure }: SourcedFigure): boolean {
  const { low, high } = figure.amount;
  const isOver = above === undefined || low > above || (isInclusive && low === above);
  return isOver && (below === undefined || high < below || (isInclusive && high === below));
}
