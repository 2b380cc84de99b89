import type { Invocation, Reply } from "../answering/reply.ts";
import type { Before } from "../guilds/assistant.ts";
import type { Bot } from "./bot.ts";

/** What was asked, and in which server; outside of servers nobody looks at counts. */
interface Asked {
  readonly invocation: Invocation;
  readonly before?: Before | undefined;
  readonly guildId: string | null;
}

/** Counts what a reply leaves unanswered, without the words it was asked in. */
export function countMisses(reply: Reply, { invocation, before, guildId }: Asked, bot: Bot): void {
  if (guildId === null) return;
  for (const missed of bot.assistant.gaps.inReply(reply, invocation, before))
    bot.guilds.gaps.count({ guildId, ...missed });
}
