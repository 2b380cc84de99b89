import type { Before } from "../query/before.ts";
import { confidenceOf } from "../retrieval/confidence.ts";
import type { Decision } from "../retrieval/decision.ts";
import { weighPart } from "../retrieval/evidence.ts";
import type { RefusalReason } from "../retrieval/refusal-reason.ts";
import { rankHits, type RankedHit } from "../retrieval/ranking.ts";
import { considerMessage } from "./consider.ts";
import type { Decided } from "./decide-part.ts";
import type { Engine } from "./engine.ts";
import { explainRecords, type ExplainedRecords } from "./explain-records.ts";

/** How a message was understood, what the search found, and why the reply is what it is; one for each question in it. */
export type Explanation = readonly ExplainedPart[];

export interface ExplainedPart {
  readonly text: string;
  /** What is asked about, as written, with the terms searched for and how much each says in this index. */
  readonly terms: readonly {
    readonly written: string;
    readonly terms: readonly string[];
    readonly weight: number;
  }[];
  readonly askingTerms: readonly string[];
  /** Ids of everything that names in the part may mean. */
  readonly entities: readonly string[];
  /** Ids of the roles asked about, from the part or from what was said before. */
  readonly roles: readonly string[];
  readonly topics: readonly string[];
  readonly compares: boolean;
  readonly superlative: string | null;
  /** What the rest of the message tells, as written. */
  readonly context: readonly string[];
  /** Best first. */
  readonly hits: readonly ExplainedHit[];
  /** The figures that answer instead of a section; `null` where a section does. */
  readonly records: ExplainedRecords | null;
  readonly decision: ExplainedDecision;
}

export interface ExplainedHit {
  readonly snippet: string;
  readonly question: string;
  readonly section: string;
  /** Orders the hits; unbounded, as the search's score. */
  readonly rank: number;
  readonly score: number;
  readonly confidence: number;
  readonly coverage: number;
  readonly phrasing: number;
  readonly roles: number;
  readonly topics: number;
  /** What the snippet does not cover, as written. */
  readonly uncovered: readonly string[];
}

interface ExplainedDecision {
  readonly kind: Decision["kind"];
  /** Why it is refused; `null` otherwise. */
  readonly reason: RefusalReason | null;
  /** The names and words that made it refuse, as written. */
  readonly missing: readonly string[];
}

/** The hits that are worth reading. */
const HITS = 5;

/** Explains what `answerQuestion` does with a message. Pure. */
export function explainQuestion(message: string, engine: Engine, before?: Before): Explanation {
  return considerMessage(message, engine, before).decided.map(explainPart);
}

function explainPart({ part, decision, records, shelf: { index } }: Decided): ExplainedPart {
  const asked = weighPart(part, index);
  const ranking = rankHits(part, index);
  return {
    text: part.text,
    terms: asked.units.map(({ unit, weight }) => ({
      written: unit.label,
      terms: unit.terms,
      weight: rounded(weight),
    })),
    askingTerms: part.askingTerms,
    entities: part.units.flatMap(({ entities }) => entities.map(({ id }) => id)),
    roles: part.roles.map(({ id }) => id),
    topics: part.topics,
    compares: part.compares,
    superlative: part.superlative ?? null,
    context: part.context.map(({ label }) => label),
    hits: ranking.slice(0, HITS).map((hit) => explainHit(hit, confidenceOf(hit, asked, index))),
    records: records ? explainRecords(records) : null,
    decision: records ? { kind: "answer", reason: null, missing: [] } : explainDecision(decision),
  };
}

function explainHit(hit: RankedHit, confidence: number): ExplainedHit {
  const { entry, evidence } = hit;
  return {
    snippet: entry.snippet.id,
    question: entry.snippet.question,
    section: entry.section.heading,
    rank: rounded(hit.rank),
    score: rounded(hit.score),
    confidence: rounded(confidence),
    coverage: rounded(evidence.coverage),
    phrasing: rounded(evidence.phrasing),
    roles: evidence.roles,
    topics: evidence.topics,
    uncovered: evidence.uncovered.map(({ unit }) => unit.label),
  };
}

function explainDecision(decision: Decision): ExplainedDecision {
  if (decision.kind !== "refuse") return { kind: decision.kind, reason: null, missing: [] };
  const { kind, reason, missing } = decision;
  return { kind, reason, missing: missing.map(({ label }) => label) };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
