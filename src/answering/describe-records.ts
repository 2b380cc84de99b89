import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import type { Superlative } from "../query/query.ts";
import type { AskedThreshold } from "../query/threshold.ts";
import { againstThreshold, type AgainstThreshold } from "./against-threshold.ts";
import type { FiguresWording, OrderWords, Wording } from "../languages/wording.ts";
import {
  describeAmount,
  distinctCitations,
  isCount,
  isMoney,
  roleWithLevel,
  type SourcedFigure,
} from "./figures.ts";
import type { Comparable } from "./comparable.ts";
import type { RecordQuestion } from "./record-question.ts";
import type { CitedText } from "./reply.ts";

/** Comparable figures, the first in the order asked for first. */
export interface OrderedGroup extends Comparable {
  readonly end: Superlative;
}

/** Lines beside one figure that is asked for, and lines of a list that is. */
const BESIDE = 5;
const LISTED = 10;

/** Writes what is asked of ordered figures, the first in order first; `undefined` when no group has what is asked. */
export function describeRecords(
  asked: RecordQuestion,
  groups: readonly OrderedGroup[],
  { figures: wording }: Wording,
): CitedText | undefined {
  const described = groups.flatMap((group) => {
    const text = asked.threshold
      ? describeThreshold(asked.threshold, group, wording)
      : describeOrder(asked, group, wording);
    return text === undefined ? [] : [{ text, group }];
  });
  const figures = described.flatMap(({ group }) => group.figures);
  const [first, ...others] = distinctCitations(figures);
  if (!first) return undefined;
  return {
    heading: undefined,
    text: described.map(({ text }) => text).join("\n\n"),
    citations: [first, ...others],
    snippets: [...new Set(figures.map(({ entry }) => entry.snippet.id))],
  };
}

function describeOrder(
  { order }: RecordQuestion,
  group: OrderedGroup,
  wording: FiguresWording,
): string | undefined {
  const { figures } = group;
  const list = (shown: readonly SourcedFigure[]): string =>
    listed([wording.ordered(wordsOf(group, wording)), ...linesOf(shown, group, wording)]);
  const pick = order?.pick ?? { kind: "all" };
  switch (pick.kind) {
    case "end":
      return describePosition(1, group, wording);
    case "position":
      return describePosition(pick.position, group, wording);
    case "first":
      return list(figures.slice(0, pick.count));
    case "all":
      return list(figures);
  }
}

// "Boston: 11,682.75, the second highest salary (…)", and the order that shows it.
function describePosition(
  position: number,
  group: OrderedGroup,
  wording: FiguresWording,
): string | undefined {
  const chosen = group.figures[position - 1];
  if (!chosen) return undefined;
  const { low, high } = chosen.figure.amount;
  const equal = group.figures.filter(({ figure: { amount } }) => amount.low === low && amount.high === high);
  const words = wordsOf(group, wording);
  const lead = wording.standing(equal.map((each) => lineOf(each, group)).join("; "), position, words);
  const order = group.figures.slice(0, Math.max(BESIDE, position));
  return `${lead}\n\n${listed([wording.first(words), ...linesOf(order, group, wording)])}`;
}

function describeThreshold(threshold: AskedThreshold, group: OrderedGroup, wording: FiguresWording): string {
  const outcome = againstThreshold(threshold, group.figures);
  const words = wordsOf(group, wording);
  if (outcome.kind === "some") {
    const lead = wording.meeting(threshold.words, words);
    return listed([lead, ...linesOf(outcome.figures, group, wording)]);
  }
  const why = whyNone({ kind: outcome.kind, threshold, figure: group.figures[0].figure }, wording);
  return listed([`${why} ${wording.unordered(words)}`, ...linesOf(group.figures, group, wording)]);
}

interface NoneMeets {
  readonly kind: Exclude<AgainstThreshold["kind"], "some">;
  readonly threshold: AskedThreshold;
  /** One of those that may be compared. */
  readonly figure: Figure;
}

// A threshold that no figure meets is shown beside the figures, so that a reader sees what they are.
function whyNone({ kind, threshold, figure }: NoneMeets, wording: FiguresWording): string {
  const { words, period = "" } = threshold;
  const stated = figure.period === NOT_STATED ? undefined : figure.period;
  switch (kind) {
    case "none":
      return wording.noneIs(words, isCount(figure.kind) ? undefined : stated);
    case "other-period":
      return wording.otherPeriod(words, period, stated);
    case "other-currency":
      return wording.otherCurrency(words);
  }
}

function wordsOf(group: OrderedGroup, wording: FiguresWording): OrderWords {
  const [first] = group.figures;
  return {
    end: group.end,
    isCount: !isMoney(first),
    measure: first.figure.kind,
    circumstances: circumstances(group, wording),
  };
}

// What all figures of the group agree on.
function circumstances(group: Comparable, wording: FiguresWording): string {
  const { figure } = group.figures[0];
  return [
    group.subject === "role" || figure.role === NOT_STATED ? "" : roleWithLevel(figure),
    isMoney(group.figures[0]) ? perPeriod(group, wording) : "",
    isMoney(group.figures[0]) && figure.currency === NOT_STATED ? wording.currencyNotStated : "",
    figure.date === NOT_STATED ? wording.dateNotStated : figure.date,
  ]
    .filter(Boolean)
    .join(", ");
}

function perPeriod({ figures }: Comparable, { per, periodNotStated }: FiguresWording): string {
  const { period } = figures[0].figure;
  return period === NOT_STATED ? periodNotStated : per(period);
}

const listed = (lines: readonly string[]): string => lines.join("\n");

function linesOf(
  figures: readonly SourcedFigure[],
  group: Comparable,
  { more }: FiguresWording,
): readonly string[] {
  const shown = figures.slice(0, LISTED).map((each) => `- ${lineOf(each, group)}`);
  const left = figures.length - shown.length;
  return left > 0 ? [...shown, more(left)] : shown;
}

function lineOf({ figure }: SourcedFigure, { subject }: Comparable): string {
  const isElsewhere = subject !== "place" && figure.place !== NOT_STATED;
  return `${figure[subject]}${isElsewhere ? ` (${figure.place})` : ""}: ${describeAmount(figure)}`;
}
