import { fieldHeads } from "../knowledge/figures.ts";
import type { Entity } from "../knowledge/glossary.ts";
import { isTalk } from "../query/everyday-words.ts";
import { orderOf, type AskedOrder } from "../query/order.ts";
import type { QueryPart } from "../query/query.ts";
import { thresholdOf, type AskedThreshold } from "../query/threshold.ts";
import { SUBJECTS, type Subject } from "./comparable.ts";
import type { Engine } from "./engine.ts";
import { allFigures } from "./figures.ts";
import { findMeasure, stemsOf, type WordStems } from "./measure.ts";

/** A question that figures answer by being ordered or held against a threshold. */
export interface RecordQuestion {
  /** Kinds of figures. */
  readonly kinds: readonly string[];
  /** `undefined` when the question leaves open what is ordered: "second cheapest rent". */
  readonly subject: Subject | undefined;
  /** As a member says it: a city is no state. */
  readonly subjectWord: string | undefined;
  readonly roles: readonly Entity[];
  /** False when the roles are those that were spoken of before. */
  readonly namesRole: boolean;
  /** Places, employers or platforms that the figures must be of or lie in; none: all. */
  readonly among: readonly Entity[];
  readonly order: AskedOrder | undefined;
  readonly threshold: AskedThreshold | undefined;
}

/** Words that may stand in such a question and choose nothing. */
const HARMLESS: ReadonlySet<string> = new Set(
  `list lists listed listing show shows name names offer offers advertise advertises advertised have has had job jobs
  role roles position positions engineer engineers people person number count amount figures figure average median
  typical base basic monthly yearly annual pay pays paying paid earn earns cost costs by among between per of one top best money`.split(
    /\s+/,
  ),
);

/** Reads a part that asks for an order or sets a threshold over figures; `undefined` when anything in it stays unclear. */
export function readRecordQuestion(part: QueryPart, engine: Engine): RecordQuestion | undefined {
  const threshold = thresholdOf(part.text);
  const order = threshold ? undefined : orderOf(part.text);
  if (!threshold && !order) return undefined;
  const rest = (threshold ?? order)?.rest ?? "";
  const named = readNames(rest, engine);
  const words = stemsOf(named.rest, engine);
  const kinds = allFigures(engine).map(({ figure }) => figure.kind);
  // "The most expensive city by rent" is about rent; only "the most expensive city" is about what is expensive.
  const measure =
    findMeasure(stemsOf(rest, engine), kinds, engine) ??
    findMeasure(stemsOf(part.text, engine), kinds, engine);
  if (!measure || named.isForeign) return undefined;
  const subject = findSubject(words, engine);
  const unclear = words.filter(
    (each, at) => !isExplained(each, measure.stems) && !subject?.taken.has(at) && !HARMLESS.has(each.word),
  );
  if (unclear.length > 0 || (threshold && !subject)) return undefined;
  return {
    kinds: measure.kinds,
    subject: subject?.subject,
    subjectWord: subject?.word,
    roles: named.roles.length > 0 ? named.roles : part.roles,
    namesRole: named.roles.length > 0,
    among: named.among,
    order,
    threshold,
  };
}

function isExplained({ word, stems }: WordStems, measure: ReadonlySet<string>): boolean {
  return isTalk(word) || /^\d/.test(word) || stems.some((stem) => measure.has(stem));
}

const NARROWING: ReadonlySet<string> = new Set(["place", "employer", "platform"]);

interface Named {
  /** The text without its names. */
  readonly rest: string;
  readonly roles: readonly Entity[];
  readonly among: readonly Entity[];
  /** True when a name stands there that chooses no figures. */
  readonly isForeign: boolean;
}

function readNames(text: string, engine: Engine): Named {
  const mentions = engine.reader.entities.find(text);
  const choosing = mentions.map(({ candidates }) =>
    candidates.filter(({ kind }) => kind === "role" || NARROWING.has(kind)),
  );
  return {
    rest: mentions.reduce(
      (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
      text,
    ),
    roles: choosing.flat().filter(({ kind }) => kind === "role"),
    among: choosing.flat().filter(({ kind }) => NARROWING.has(kind)),
    isForeign: choosing.some((candidates) => candidates.length === 0),
  };
}

interface FoundSubject {
  readonly subject: Subject;
  readonly word: string | undefined;
  /** Positions of its words. */
  readonly taken: ReadonlySet<number>;
}

/** Heads of tables that in a question mean something else: "devops jobs", "in second position". */
const MEANS_OTHERWISE: ReadonlySet<string> = new Set(["job", "title", "position"]);

function findSubject(words: readonly WordStems[], engine: Engine): FoundSubject | undefined {
  const nouns = [...fieldHeads()].flatMap(([head, field]): FoundSubject[] => {
    const subject = SUBJECTS.find((each) => each === field);
    const at = subject && !MEANS_OTHERWISE.has(head) ? positionsOf(head, words, engine) : [];
    return subject && at.length > 0 ? [{ subject, word: head, taken: new Set(at) }] : [];
  });
  const [longest] = nouns.toSorted(
    (a, b) => b.taken.size - a.taken.size || rank(a.subject) - rank(b.subject),
  );
  if (longest) return longest;
  if (words.some(({ word }) => word === "where")) return bare("place");
  return words.some(({ word }) => word === "who") ? bare("employer") : undefined;
}

const bare = (subject: Subject): FoundSubject => ({ subject, word: undefined, taken: new Set() });

// "Which company pays the role best" orders companies.
const rank = (subject: Subject): number => SUBJECTS.indexOf(subject);

function positionsOf(head: string, words: readonly WordStems[], engine: Engine): number[] {
  const wanted = stemsOf(head, engine).map(({ terms }) => terms);
  const start = words.findIndex((_, at) =>
    wanted.every((terms, offset) => words[at + offset]?.terms.some((term) => terms.includes(term))),
  );
  return start < 0 ? [] : wanted.map((_, offset) => start + offset);
}
