import type { ExplainedHit, ExplainedPart, Explanation } from "../answering/explain.ts";

/** An explanation for reading in 80 columns: what was understood, the hits with their evidence, the decision. */
export function renderExplanation(explanation: Explanation): string {
  if (explanation.length === 0) return "Nothing in the message asks.";
  return explanation.map(renderPart).join("\n\n");
}

function renderPart(part: ExplainedPart): string {
  const { decision } = part;
  const terms = part.terms.map(
    ({ written, terms: searched, weight }) => `${written} → ${searched.join(" | ")} (${weight.toFixed(1)})`,
  );
  return [
    ...field("question", [part.text]),
    ...field("terms", terms),
    ...field("asking", part.askingTerms),
    ...field("entities", part.entities),
    ...field("roles", part.roles),
    ...field("topics", part.topics),
    ...field("context", part.context),
    ...renderHits(part.hits),
    ...field("decision", [
      [decision.kind, ...(decision.reason === null ? [] : [decision.reason])].join(": "),
    ]),
    ...field("missing", decision.missing),
  ].join("\n");
}

const LABEL_WIDTH = 10;
const WIDTH = 80;

/** `label     one, two` with the values that do not fit on further lines. */
function field(label: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  const lines: string[] = [];
  for (const value of values) {
    const last = lines.at(-1);
    if (last !== undefined && LABEL_WIDTH + last.length + value.length + 2 <= WIDTH)
      lines[lines.length - 1] = `${last}, ${value}`;
    else lines.push(value);
  }
  return lines.map((line, at) => (at === 0 ? label : "").padEnd(LABEL_WIDTH) + line);
}

const COLUMNS = ["rank", "conf", "cover", "phras", "score", "roles", "topics"] as const;

function renderHits(hits: readonly ExplainedHit[]): string[] {
  if (hits.length === 0) return field("hits", ["none"]);
  const head = `${"hits".padEnd(LABEL_WIDTH)}${COLUMNS.map((name) => name.padStart(COLUMN_WIDTH)).join("")}`;
  return [head, ...hits.flatMap(renderHit)];
}

const COLUMN_WIDTH = 7;

function renderHit(hit: ExplainedHit, at: number): string[] {
  const numbers = [hit.rank, hit.confidence, hit.coverage, hit.phrasing, hit.score, hit.roles, hit.topics];
  const indent = " ".repeat(4);
  return [
    `${`${at + 1}.`.padEnd(LABEL_WIDTH)}${numbers.map((value) => value.toFixed(2).padStart(COLUMN_WIDTH)).join("")}`,
    `${indent}${hit.question}`,
    `${indent}${hit.snippet} › ${hit.section}`,
    ...(hit.uncovered.length > 0 ? [`${indent}not covered: ${hit.uncovered.join(", ")}`] : []),
  ];
}
