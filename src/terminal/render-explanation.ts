import type { ExplainedHit, ExplainedPart, Explanation } from "../answering/explain.ts";
import { plain } from "./plain.ts";
import { wrap } from "./wrap.ts";

/** An explanation for reading in 80 columns: what was understood, the hits with their evidence, the decision. */
export function renderExplanation(explanation: Explanation): string {
  if (explanation.length === 0) return "Nothing in the message asks.";
  return plain(explanation.map(renderPart).join("\n\n"));
}

function renderPart(part: ExplainedPart): string {
  const { decision } = part;
  return [
    field("question", [part.text]),
    field("terms", part.terms.map(renderTerm)),
    field("asking", part.askingTerms),
    field("entities", part.entities),
    field("roles", part.roles),
    field("topics", part.topics),
    field("form", formOf(part)),
    field("context", part.context),
    renderHits(part.hits),
    ...renderRecords(part.records),
    field("decision", [`${decision.kind}${decision.reason === null ? "" : `: ${decision.reason}`}`]),
    field("missing", decision.missing),
  ]
    .filter((lines) => lines !== "")
    .join("\n");
}

function renderTerm({ written, terms, weight }: ExplainedPart["terms"][number]): string {
  return `${written} → ${terms.join(" | ")} (${weight.toFixed(1)})`;
}

function formOf({ compares, superlative }: ExplainedPart): string[] {
  return [...(compares ? ["compares"] : []), ...(superlative === null ? [] : [superlative])];
}

/** `records   rent, position 2`, then each order of subjects. */
function renderRecords(records: ExplainedPart["records"]): string[] {
  if (records === null) return [];
  return [
    field("records", [...records.kinds, records.asked]),
    ...records.groups.flatMap(({ subject, begins, alike, order }) => [
      field("alike", alike),
      field(subject, [`${begins} first`, ...order]),
    ]),
  ];
}

const WIDTH = 80;
const LABEL_WIDTH = 10;

/** `terms     one, two`; nothing without values. */
function field(label: string, values: readonly string[]): string {
  if (values.length === 0) return "";
  return wrap(values.join(", "), {
    width: WIDTH,
    first: label.padEnd(LABEL_WIDTH),
    rest: " ".repeat(LABEL_WIDTH),
  });
}

const EVIDENCE = ["rank", "score", "coverage", "phrasing", "roles", "topics", "confidence"] as const;

function renderHits(hits: readonly ExplainedHit[]): string {
  if (hits.length === 0) return field("hits", ["none"]);
  const head = EVIDENCE.map((name) => column(name === "confidence" ? "sure" : name)).join("");
  return [`${"hits".padEnd(LABEL_WIDTH)}${head}`, ...hits.map(renderHit)].join("\n");
}

/** The numbers below their names, then what the hit is. */
function renderHit(hit: ExplainedHit, at: number): string {
  const numbers = EVIDENCE.map((name) => column(hit[name].toFixed(2))).join("");
  const rest = " ".repeat(4);
  const lines = [
    hit.question,
    `${hit.snippet} › ${hit.section}`,
    ...(hit.uncovered.length > 0 ? [`not covered: ${hit.uncovered.join(", ")}`] : []),
  ].map((line) => wrap(line, { width: WIDTH, first: rest, rest: `${rest}  ` }));
  return [`${`${at + 1}.`.padEnd(LABEL_WIDTH)}${numbers}`, ...lines].join("\n");
}

/** Seven columns beside the label. */
const COLUMN_WIDTH = 10;

function column(text: string): string {
  return text.padStart(COLUMN_WIDTH).slice(0, COLUMN_WIDTH);
}
