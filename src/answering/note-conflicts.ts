import type { Amount } from "../knowledge/document.ts";
import type { Wording } from "../languages/wording.ts";
import { citationOf } from "./cite.ts";
import { mayState } from "./claim-words.ts";
import type { Claim } from "./claims.ts";
import { conflictsOf, type Conflict } from "./conflicts.ts";
import type { Engine } from "./engine.ts";
import type { Answer, Citation, CitedText } from "./reply.ts";
import { originOfClaim, sayClaim, sayTogether } from "./say-claim.ts";

/** More figures on which the documents differ are counted only. */
const SHOWN = 3;

/** Adds, below each part that prints an amount on which documents differ, what each of them states, the newest first. */
export function noteConflicts(answer: Answer, engine: Engine): Answer {
  const said = new Set<Conflict>();
  const [first, ...others] = answer.parts.map((part): readonly CitedText[] => {
    const conflicts = conflictsIn(part, engine).filter((conflict) => !said.has(conflict));
    conflicts.forEach((conflict) => said.add(conflict));
    const note = setBeside(conflicts, engine);
    return note ? [part, note] : [part];
  });
  if (said.size === 0 || !first) return answer;
  const [head = answer.parts[0], ...rest] = first;
  return { ...answer, parts: [head, ...rest, ...others.flat()] };
}

function conflictsIn(part: CitedText, engine: Engine): readonly Conflict[] {
  const { snippets, text } = part;
  // Working the conflicts out takes a moment the first time, which an answer without amounts need not wait for.
  if (!/\d/.test(text) && !mayState(text)) return [];
  const stated = snippets.flatMap((id) =>
    conflictsOf(id, engine).filter(({ claims, repeated }) =>
      [...claims, ...repeated].some(({ entry, amount }) => entry.snippet.id === id && prints(text, amount)),
    ),
  );
  return [...new Set(stated)].filter(({ claims }) => !claims.every((claim) => isShown(claim, part)));
}

// A list of figures has both sides already.
const isShown = ({ entry, amount }: Claim, { citations, text }: CitedText): boolean =>
  prints(text, amount) && citations.some(({ document }) => document === entry.document.id);

function prints(text: string, { text: amount }: Amount): boolean {
  const at = text.indexOf(amount);
  const isBegun = /\d[.,]?$/.test(text.slice(0, at));
  return at >= 0 && !isBegun && !/^(?:\d|[.,]\d)/.test(text.slice(at + amount.length));
}

function setBeside(conflicts: readonly Conflict[], engine: Engine): CitedText | undefined {
  const shown = conflicts.slice(0, SHOWN);
  const [first, ...others] = citationsOf(shown.flatMap(({ claims }) => claims));
  if (!first) return undefined;
  const { wording } = engine;
  const left = conflicts.length - shown.length;
  const said =
    conflicts.length === 1 ? shown.map((only) => saySides(only, wording)) : [listAll(shown, wording)];
  const text = [...said, ...(left > 0 ? [wording.conflicts.more(left)] : [])].join("\n\n");
  return { heading: wording.conflicts.heading, text, citations: [first, ...others], snippets: [] };
}

// "**Example Press, May 2025:** The exam costs $499.", a side each, so that none is lost where there is little room.
function saySides({ claims }: Conflict, wording: Wording): string {
  return claims
    .map((claim) => `**${originOfClaim(claim, wording)}:** ${sayClaim(claim, wording)}`)
    .join("\n\n");
}

function listAll(conflicts: readonly Conflict[], wording: Wording): string {
  return conflicts
    .flatMap(({ claims }) => sayTogether(claims, wording))
    .map((line) => `- ${line}`)
    .join("\n");
}

function citationsOf(claims: readonly Claim[]): readonly Citation[] {
  const sections = new Map(
    claims.map(({ entry }) => [`${entry.document.id}|${entry.section.heading}`, citationOf(entry)]),
  );
  return [...sections.values()];
}
