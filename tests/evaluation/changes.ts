import { tallyKinds, type Baseline, type JudgedSet } from "./baseline.ts";
import type { Judged, Tally } from "./evaluate.ts";
import { writeMisses } from "./misses.ts";
import { writeTally } from "./tables.ts";

const RIGHT = "right";

/** The totals of a set before and after; `undefined` where the baseline has not asked it. */
export function writeTotals({ set, judged }: JudgedSet, baseline: Baseline): string {
  const before = set.isHeldOut ? baseline.totals[set.name] : totalsBefore({ set, judged }, baseline);
  if (!before) return "not in the baseline";
  const after = tallyKinds(judged);
  return [...Object.entries(after), ["all", sum(after)] as const]
    .map(([kind, now]) => writeRow(kind, kind === "all" ? sum(before) : before[kind], now))
    .join("\n");
}

// The baseline holds no kinds: they are those the questions have now.
function totalsBefore(
  { set, judged }: JudgedSet,
  { questions }: Baseline,
): Record<string, Tally> | undefined {
  const outcomes = questions[set.name];
  if (!outcomes) return undefined;
  return tallyKinds(
    judged
      .filter(({ golden }) => golden.id in outcomes)
      .map((each) => ({ ...each, fault: outcomes[each.golden.id] === RIGHT ? undefined : "wrong section" })),
  );
}

function sum(tallies: Readonly<Record<string, Tally>>): Tally {
  const all = Object.values(tallies);
  return {
    right: all.reduce((total, { right }) => total + right, 0),
    of: all.reduce((total, { of }) => total + of, 0),
  };
}

function writeRow(kind: string, before: Tally | undefined, after: Tally): string {
  const was = before ?? { right: 0, of: 0 };
  const change = was.of === after.of ? after.right - was.right : 0;
  const mark = change === 0 ? "" : `  ${change > 0 ? "+" : "−"}${Math.abs(change)}`;
  return `${kind.padEnd(20)} ${writeTally(was)} → ${writeTally(after)}${mark}`;
}

/** The questions that have become wrong and those that have become right; never those of a held-out set. */
export function writeChanges({ set, judged }: JudgedSet, { questions }: Baseline): string {
  const outcomes = questions[set.name];
  if (set.isHeldOut || !outcomes) return "";
  const was = ({ golden }: Judged): string | undefined => outcomes[golden.id];
  const worse = judged.filter((each) => each.fault && was(each) === RIGHT);
  const better = judged.filter((each) => !each.fault && (was(each) ?? RIGHT) !== RIGHT);
  const unknown = judged.filter((each) => was(each) === undefined);
  const unchanged = worse.length + better.length === 0 ? ["nothing has become right or wrong"] : [];
  return [
    ...unchanged,
    ...(worse.length > 0 ? [`newly wrong: ${worse.length}`, writeMisses(worse)] : []),
    ...(better.length > 0 ? [`newly right: ${better.length}`] : []),
    ...better.map(
      (each) => `${each.golden.id} ${each.golden.kind}, was ${was(each)}: ${each.golden.question}`,
    ),
    ...(unknown.length > 0 ? [`not in the baseline: ${unknown.length}`] : []),
  ].join("\n");
}
