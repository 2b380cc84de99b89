import { snippetsOf } from "../answering/alternatives.ts";
import type { Reply } from "../answering/reply.ts";
import type { Surface } from "../monitoring/metrics.ts";
import type { Bot } from "./bot.ts";

const MILLISECONDS = 1000;

/** A reply, with the time that it took counted. */
export function lookUp(work: () => Reply, { metrics }: Pick<Bot, "metrics">): Reply {
  const begun = performance.now();
  const reply = work();
  metrics.retrieved((performance.now() - begun) / MILLISECONDS);
  return reply;
}

/** What a question came to when it is no reply: a pointer to the answer that stands above, or a line of the bot itself. */
export type Instead = "earlier-answer" | "notice";

/** Where and how something was asked. */
export interface AskedBy {
  readonly surface: Surface;
  readonly guildId: string | null;
  /** Name of the command that was run; `undefined` for free text. */
  readonly command?: string;
}

/** Counts an answer, and logs it in one line: where, how, what came of it, from which snippets, and after how long. */
export function noteAnswer(reply: Reply | Instead, asked: AskedBy, bot: Bot): void {
  const milliseconds = performance.now() - bot.since;
  const { outcome, reason, snippets } = describe(reply);
  bot.metrics.answered({ surface: asked.surface, outcome, reason, seconds: milliseconds / MILLISECONDS });
  bot.log.info({ ...asked, outcome, reason, snippets, ms: rounded(milliseconds) }, "answered");
}

function describe(reply: Reply | Instead) {
  if (typeof reply === "string") return { outcome: reply, reason: undefined, snippets: undefined };
  const reason = reply.kind === "refusal" ? reply.reason : undefined;
  return { outcome: reply.kind, reason, snippets: reply.kind === "answer" ? snippetsOf(reply) : undefined };
}

/** To a tenth of a millisecond. */
const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
