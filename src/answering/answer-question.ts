import type { EntityKind } from "../knowledge/glossary.ts";
import type { Before } from "../query/before.ts";
import { wordsOf } from "../query/entities.ts";
import { isTalk } from "../query/everyday-words.ts";
import type { QueryPart } from "../query/query.ts";
import type { Decision } from "../retrieval/decision.ts";
import type { Ranking } from "../retrieval/ranking.ts";
import type { Entry } from "../retrieval/entries.ts";
import { citeSnippet } from "./cite.ts";
import { questionChoices } from "./choices.ts";
import { considerMessage, type Considered } from "./consider.ts";
import type { Decided } from "./decide-part.ts";
import type { Engine } from "./engine.ts";
import { findPayChart } from "./pay-chart.ts";
import { meaningsText, refusalText, refuseLanguage, refuseSilence } from "./refusal.ts";
import type { Answer, Choice, CitedText, Clarification, Miss, Refusal } from "./reply.ts";
import { knows } from "./shelves.ts";

export type QuestionReply = Answer | Clarification | Refusal;

/**
 * Answers a message from the documents, asks back, or says honestly that no section covers it. Pure and
 * synchronous; the same message and documents give the same reply. `before` is what was said before.
 */
export function answerQuestion(message: string, engine: Engine, before?: Before): QuestionReply {
  return composeReply(considerMessage(message, engine, before), engine);
}

/** The reply to a message that was considered. */
export function composeReply({ language, decided }: Considered, engine: Engine): QuestionReply {
  if (language !== undefined) return refuseLanguage(language, engine);
  if (decided.length === 0) return refuseSilence(engine);
  return composeAnswer(decided, engine) ?? composeMiss(decided, engine);
}

function composeAnswer(decided: readonly Decided[], engine: Engine): Answer | undefined {
  const parts: CitedText[] = [];
  for (const text of decided.flatMap((each) => textsOf(each, decided.length === 1))) {
    if (!parts.some((shown) => shown.text === text.text)) parts.push(text);
  }
  const [first, ...rest] = parts;
  if (!first) return undefined;
  const chart = decided.some(asksForPay) ? findPayChart(parts, engine) : undefined;
  return {
    kind: "answer",
    isGuess: decided.every(({ part }) => !part.isAsked),
    title: undefined,
    parts: [first, ...rest],
    misses: decided.flatMap((each) => missOf(each, engine)),
    menu: [],
    related: relatedQuestions(decided, parts),
    ...(chart && { chart }),
  };
}

const asksForPay = ({ part }: Decided): boolean => part.topics.includes("salary");

function textsOf({ decision, records }: Decided, isAlone: boolean): CitedText[] {
  if (records) return [records.text];
  if (decision.kind !== "answer") return [];
  const more = supplements(decision, isAlone).map((entry) => ({ ...citeSnippet(entry), isSupplement: true }));
  return [citeSnippet(decision.hit.entry), ...more];
}

/** A second snippet is shown beside the best one while both together stay this short, in characters. */
const SHORT = 800;
/** It may rank at most this far below the best one: odds of one to twelve. */
const NEARLY_AS_GOOD = 2.5;

// Two sections often hold one half of an answer each; the nearest other snippet is shown where it costs no scrolling,
// says nothing of other names than the ones asked for, and the message asks only one thing.
function supplements({ hit, ranking }: Extract<Decision, { kind: "answer" }>, isAlone: boolean): Entry[] {
  const next = ranking.find(({ position }) => position !== hit.position);
  if (!next || !isAlone || hit.evidence.isVerbatim || next.rank < hit.rank - NEARLY_AS_GOOD) return [];
  if (next.evidence.otherNames > 0 || saysTheSame(hit.entry, next.entry)) return [];
  const length = hit.entry.snippet.answer.length + next.entry.snippet.answer.length;
  return length <= SHORT ? [next.entry] : [];
}

/** An answer of which this share of the words stands in the other says little more. */
const SAME = 0.65;

function saysTheSame(first: Entry, second: Entry): boolean {
  const said = new Set(wordsOf(first.snippet.answer).filter((word) => !isTalk(word)));
  const words = new Set(wordsOf(second.snippet.answer).filter((word) => !isTalk(word)));
  const shared = [...words].filter((word) => said.has(word)).length;
  return shared > SAME * words.size;
}

function missOf({ part, decision, records }: Decided, engine: Engine): Miss[] {
  if (records) return [];
  switch (decision.kind) {
    case "answer":
      return [];
    case "clarify": {
      const near = decision.ranking[0]?.entry.snippet.question ?? "";
      return [
        {
          question: part.text,
          reason: "too-little-covered",
          text: engine.wording.clarifications.unsure(near),
        },
      ];
    }
    case "refuse":
      return [{ question: part.text, reason: decision.reason, text: refusalText(decision, engine) }];
  }
}

const RELATED = 3;

function relatedQuestions(decided: readonly Decided[], parts: readonly CitedText[]): Answer["related"] {
  const shown = new Set(parts.flatMap(({ snippets }) => snippets));
  const near = decided.flatMap(({ decision }): Ranking =>
    decision.kind === "answer" ? decision.ranking : [],
  );
  const others = near.filter(({ entry }) => !shown.has(entry.snippet.id));
  return questionChoices(others.map(({ entry }) => entry)).slice(0, RELATED);
}

function composeMiss(decided: readonly Decided[], engine: Engine): Refusal | Clarification {
  for (const { decision } of decided) {
    if (decision.kind === "clarify") {
      const [first, ...others] = questionChoices(decision.ranking.map(({ entry }) => entry));
      const text = decision.ambiguous
        ? meaningsText(decision.ambiguous, engine)
        : engine.wording.clarifications.whichOfThese;
      if (first) return { kind: "clarification", text, choices: [first, ...others] };
    }
  }
  for (const { part, decision } of decided) {
    if (decision.kind === "refuse") {
      const near = questionChoices(decision.near.map(({ entry }) => entry));
      return {
        kind: "refusal",
        reason: decision.reason,
        text: refusalText(decision, engine),
        suggestions: [...comparisonOf(part, engine), ...near].slice(0, SUGGESTED),
      };
    }
  }
  return refuseSilence(engine);
}

const SUGGESTED = 3;

// "Is CEH or OSCP better?" no section says; what is said of each can be set side by side.
function comparisonOf(part: QueryPart, engine: Engine): readonly Choice[] {
  const named = part.compares ? part.units.flatMap(({ entities: [entity] }) => entity ?? []) : [];
  const [first, second, ...others] = [...new Set(named)].filter(({ id }) => knows(id, engine));
  if (!first || !second || others.length > 0 || first.kind !== second.kind || !COMPARED.has(first.kind))
    return [];
  const values = { first: first.name, second: second.name };
  return [{ label: engine.wording.cards.pair(first.name, second.name), run: { command: "compare", values } }];
}

/** Kinds that a card compares topic by topic. */
const COMPARED: ReadonlySet<EntityKind> = new Set(["role", "certification"]);
