import type { Explanation } from "../answering/explain.ts";
import type { Choice, Citation, Cited, RefusalReason, Reply } from "../answering/reply.ts";
import { writeCommand } from "./command-line.ts";

/** One line of `ask --json`. */
interface JsonReply {
  readonly question: string;
  readonly status: "answered" | "clarify" | "refused";
  readonly answers: readonly JsonAnswer[];
  /** Complete questions or commands. */
  readonly suggestions: readonly string[];
  /** Why the question, or its first part that no section answers, was refused. */
  readonly reason: RefusalReason | null;
  readonly explain?: Explanation;
}

interface JsonAnswer {
  readonly text: string;
  readonly citations: readonly (Omit<Citation, "url" | "language" | "age"> & {
    readonly url: string | null;
  })[];
}

/** What was asked, what came of it, and how that came about where the caller wants to know. */
export interface Answered {
  readonly question: string;
  readonly reply: Reply;
  readonly explanation?: Explanation | undefined;
}

/** A reply as one line of JSON, without the line's end. */
export function writeJsonLine({ question, reply, explanation }: Answered): string {
  const fields: JsonReply = {
    question,
    ...outcomeOf(reply),
    ...(explanation === undefined ? {} : { explain: explanation }),
  };
  return JSON.stringify(fields).replace(LINE_SEPARATORS, escapeCharacter);
}

/** Some readers end a line at these; JSON may hold them unescaped. */
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/g;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function outcomeOf(reply: Reply): Omit<JsonReply, "question"> {
  switch (reply.kind) {
    case "answer":
      return {
        status: "answered",
        answers: reply.parts.map(answerOf),
        suggestions: [...reply.related, ...reply.menu].map(writeChoice),
        reason: reply.misses[0]?.reason ?? null,
      };
    case "clarification":
      return { status: "clarify", answers: [], suggestions: reply.choices.map(writeChoice), reason: null };
    case "refusal":
      return {
        status: "refused",
        answers: [],
        suggestions: reply.suggestions.map(writeChoice),
        reason: reply.reason,
      };
    case "overview":
      return {
        status: "answered",
        answers: reply.parts.map((part) => answerOf({ ...part, citations: [] })),
        suggestions: reply.choices.map(writeChoice),
        reason: null,
      };
  }
}

function answerOf(part: {
  readonly heading: string | undefined;
  readonly text: string;
  readonly citations: Cited | readonly [];
}): JsonAnswer {
  return {
    text: part.heading === undefined ? part.text : `**${part.heading}**\n\n${part.text}`,
    citations: part.citations.map(citationOf),
  };
}

function citationOf(citation: Citation): JsonAnswer["citations"][number] {
  const { url, language: _, age: __, ...cited } = citation;
  return { ...cited, url: url ?? null };
}

function writeChoice({ run }: Choice): string {
  return run.command === "ask" ? (run.values["question"] ?? "") : writeCommand(run);
}
