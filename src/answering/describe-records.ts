import { NOT_STATED } from "../knowledge/document.ts";
import type { Superlative } from "../query/query.ts";
import type { AskedThreshold } from "../query/threshold.ts";
import { againstThreshold, type AgainstThreshold } from "./against-threshold.ts";
import {
  capitalised,
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
): CitedText | undefined {
  const described = groups.flatMap((group) => {
    const text = asked.threshold ? describeThreshold(asked.threshold, group) : describeOrder(asked, group);
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

function describeOrder({ order }: RecordQuestion, group: OrderedGroup): string | undefined {
  const { figures } = group;
  const pick = order?.pick ?? { kind: "all" };
  switch (pick.kind) {
    case "end":
      return describePosition(1, group);
    case "position":
      return describePosition(pick.position, group);
    case "first":
      return listed(inOrder(group), figures.slice(0, pick.count), group);
    case "all":
      return listed(inOrder(group), figures, group);
  }
}

const inOrder = (group: OrderedGroup): string =>
  `${capitalised(extreme(group))} ${measureOf(group)} first (${circumstances(group)}):`;

// "Boston: 11,682.75, the second highest salary (…)", and the order that shows it.
function describePosition(position: number, group: OrderedGroup): string | undefined {
  const chosen = group.figures[position - 1];
  if (!chosen) return undefined;
  const { low, high } = chosen.figure.amount;
  const equal = group.figures.filter(({ figure: { amount } }) => amount.low === low && amount.high === high);
  const ordinal = position === 1 ? "" : `${ORDINALS[position - 1] ?? `${position}th`} `;
  const lead = `${equal.map((each) => lineOf(each, group)).join("; ")}, the ${ordinal}${extreme(group)} ${measureOf(group)} (${circumstances(group)}).`;
  const order = group.figures.slice(0, Math.max(BESIDE, position));
  return `${lead}\n\n${listed(`${capitalised(extreme(group))} first:`, order, group)}`;
}

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

function describeThreshold(threshold: AskedThreshold, group: OrderedGroup): string {
  const outcome = againstThreshold(threshold, group.figures);
  const measure = measureOf(group);
  const about = `(${circumstances(group)})`;
  if (outcome.kind === "some") {
    const { words } = threshold;
    const lead = isMoney(group.figures[0])
      ? `${capitalised(measure)} of ${words}`
      : `${capitalised(words)} ${measure}`;
    return listed(`${lead} ${about}:`, outcome.figures, group);
  }
  return listed(
    `${whyNone(outcome.kind, threshold, group)} ${capitalised(measure)} ${about}:`,
    group.figures,
    group,
  );
}

// A threshold that no figure meets is shown beside the figures, so that a reader sees what they are.
function whyNone(
  kind: Exclude<AgainstThreshold["kind"], "some">,
  { words, period = "" }: AskedThreshold,
  { figures: [{ figure }] }: Comparable,
): string {
  const stated = figure.period === NOT_STATED ? "state no period" : `state this per ${figure.period}`;
  switch (kind) {
    case "none":
      return `None is ${words}${isCount(figure.kind) || figure.period === NOT_STATED ? "" : ` per ${figure.period}`}.`;
    case "other-period":
      return `I cannot say which is ${words} per ${period}: the documents ${stated}, and nothing is converted.`;
    case "other-currency":
      return `I cannot say which is ${words}: the documents state another currency, and nothing is converted.`;
  }
}

/** The words of an end: money is high or low, things are many or few. */
function extreme({ end, figures }: OrderedGroup): string {
  if (isMoney(figures[0])) return end;
  return end === "highest" ? "most" : "fewest";
}

const measureOf = ({ figures }: Comparable): string => figures[0].figure.kind;

// What all figures of the group agree on.
function circumstances(group: Comparable): string {
  const { figure } = group.figures[0];
  return [
    group.subject === "role" || figure.role === NOT_STATED ? "" : roleWithLevel(figure),
    isMoney(group.figures[0]) ? perPeriod(group) : "",
    isMoney(group.figures[0]) && figure.currency === NOT_STATED ? "currency not stated" : "",
    figure.date === NOT_STATED ? "date not stated" : figure.date,
  ]
    .filter(Boolean)
    .join(", ");
}

function perPeriod({ figures }: Comparable): string {
  const { period } = figures[0].figure;
  return period === NOT_STATED ? "period not stated" : `per ${period}`;
}

function listed(lead: string, figures: readonly SourcedFigure[], group: Comparable): string {
  const shown = figures.slice(0, LISTED).map((each) => `- ${lineOf(each, group)}`);
  const left = figures.length - shown.length;
  return [lead, ...shown, ...(left > 0 ? [`and ${left} more.`] : [])].join("\n");
}

function lineOf({ figure }: SourcedFigure, { subject }: Comparable): string {
  const isElsewhere = subject !== "place" && figure.place !== NOT_STATED;
  return `${figure[subject]}${isElsewhere ? ` (${figure.place})` : ""}: ${describeAmount(figure)}`;
}
