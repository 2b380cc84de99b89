import type { Before } from "../query/before.ts";
import type { Decision } from "../retrieval/decision.ts";
import type { Ranking } from "../retrieval/ranking.ts";
import type { Entry } from "../retrieval/entries.ts";
import { citeSnippet } from "./cite.ts";
import { considerMessage } from "./consider.ts";
import type { Engine } from "./engine.ts";
import type { Answer, Reply } from "./reply.ts";

/** A member who finds an answer wrong chooses among this many others. */
const MOST = 5;

/** The entries nearest to a message that its reply does not show, best first. */
export function findAlternatives(
  message: string,
  { reply, before }: { readonly reply: Reply; readonly before?: Before | undefined },
  engine: Engine,
): Entry[] {
  const shown = new Set(snippetsOf(reply));
  const near = considerMessage(message, engine, before)
    .decided.flatMap(({ decision }) => rankingOf(decision))
    .map(({ entry }) => entry)
    .filter(({ snippet }) => !shown.has(snippet.id));
  return [...new Set(near)].slice(0, MOST);
}

const rankingOf = (decision: Decision): Ranking =>
  decision.kind === "refuse" ? decision.near : decision.ranking;

/** Ids of the snippets that a reply shows, each once. */
export function snippetsOf(reply: Reply): string[] {
  return reply.kind === "answer" ? [...new Set(reply.parts.flatMap(({ snippets }) => snippets))] : [];
}

/** Entries as one answer, whole; `undefined` without any. */
export function composeEntries(entries: readonly Entry[]): Answer | undefined {
  const [first, ...others] = entries.map((entry) => citeSnippet(entry));
  if (!first) return undefined;
  return { kind: "answer", title: undefined, parts: [first, ...others], misses: [], menu: [], related: [] };
}
