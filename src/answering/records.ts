import type { Decision } from "../retrieval/decision.ts";
import { superlativeOf } from "../query/form.ts";
import type { Pick } from "../query/order.ts";
import type { QueryPart, Superlative } from "../query/query.ts";
import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { groupComparable, isCost, isRegion, orderFigures, subjectOf, type Comparable } from "./comparable.ts";
import { describeRecords, type OrderedGroup } from "./describe-records.ts";
import { laterDateFirst } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import { allFigures, idsInField } from "./figures.ts";
import { readRecordQuestion, type RecordQuestion } from "./record-question.ts";
import type { CitedText } from "./reply.ts";

/** Figures in the order that a question asks for, as an answer and as what led to it. */
export interface Records {
  readonly asked: RecordQuestion;
  readonly groups: readonly OrderedGroup[];
  readonly text: CitedText;
}

/** "My rent is the highest ever" tells and asks nothing. */
const OF_MYSELF = /\b(?:i|im|ive|my|mine|our|we)\b/i;

/** More groups of figures than this leave open which is meant. */
const MOST_GROUPS = 2;

/**
 * Answers a part that asks for an order, a place in it or a threshold over figures. They are filtered and ordered, never
 * computed. `undefined` when measure or subject is unclear, fewer than three figures can be compared, or the decision
 * already is a reviewed answer to that.
 */
export function composeRecords(part: QueryPart, decision: Decision, engine: Engine): Records | undefined {
  if (isVerbatim(decision) || (!part.isAsked && OF_MYSELF.test(part.text))) return undefined;
  const asked = readRecordQuestion(part, engine);
  if (!asked || (asked.order?.pick.kind === "end" && answersSuperlative(decision))) return undefined;
  const groups = groupComparable(
    allFigures(engine).filter(({ figure }) => isAbout(figure, asked, engine)),
  ).map((group): OrderedGroup => {
    const end = endFor(asked, group);
    const [first = group.figures[0], ...others] = orderFigures(group.figures, end);
    return { ...group, end, figures: [first, ...others] };
  });
  const newest = groups.toSorted((one, other) => laterDateFirst(dateOf(one), dateOf(other)));
  const text = groups.length > MOST_GROUPS ? undefined : describeRecords(asked, newest, engine.wording);
  return text && { asked, groups: newest, text };
}

const dateOf = ({ figures: [{ figure }] }: Comparable): string => figure.date;

function isVerbatim(decision: Decision): boolean {
  return decision.kind === "answer" && decision.hit.evidence.isVerbatim;
}

// A reviewed snippet that was written for the highest or lowest says more than a list.
function answersSuperlative(decision: Decision): boolean {
  return decision.kind === "answer" && superlativeOf(decision.hit.entry.snippet.question) !== undefined;
}

function endFor({ order, threshold }: RecordQuestion, { figures }: Comparable): Superlative {
  const isOfCost = isCost(figures[0]);
  if (threshold) return threshold.above === undefined ? "lowest" : "highest";
  if (order?.end === undefined) return startOf(order?.pick, isOfCost);
  if (!order.isByMerit || !isOfCost) return order.end;
  return order.end === "highest" ? "lowest" : "highest";
}

// A ranking begins with the best; "second in rent" counts from the highest.
const startOf = (pick: Pick | undefined, isOfCost: boolean): Superlative =>
  pick?.kind === "all" && isOfCost ? "lowest" : "highest";

function isAbout(figure: Figure, asked: RecordQuestion, engine: Engine): boolean {
  const subject = subjectOf(figure);
  if (!asked.kinds.includes(figure.kind) || !subject) return false;
  if (asked.subject && subject !== asked.subject) return false;
  if (!isOfRole(figure, asked, engine)) return false;
  const ids = idsInField(figure[subject], engine);
  if (asked.among.length > 0 && !asked.among.some(({ id }) => ids.includes(id))) return false;
  return asked.subjectWord === undefined || isPlaceOf(asked.subjectWord, figure.place, engine);
}

function isOfRole({ role }: Figure, { roles, namesRole }: RecordQuestion, engine: Engine): boolean {
  if (roles.length === 0 || (!namesRole && role === NOT_STATED)) return true;
  const ids = idsInField(role, engine);
  return roles.some(({ id }) => ids.includes(id));
}

/** Words for places that hold other places, and for places that hold none. */
const REGIONS: ReadonlySet<string> = new Set(["state", "country", "region"]);

// A question about states gets no cities, nor one about cities states.
function isPlaceOf(word: string, place: string, engine: Engine): boolean {
  if (!REGIONS.has(word) && word !== "city") return true;
  return isRegion(place, engine) === REGIONS.has(word);
}
