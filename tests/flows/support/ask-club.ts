import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import type { Member } from "../../support/member.ts";
import { hallsIn, QUESTION, type ClubServer } from "./club-servers.ts";

/** A question in a server. */
export interface Asked {
  readonly server: ClubServer;
  /** What the member read; `undefined` while nothing came, or nothing ever did. */
  readonly text: string | undefined;
  /** Resolves when something came, or the member has waited for long enough. */
  readonly over: Promise<void>;
}

let questions = 0;

/** Asks in a server, by the command or, each fourth time, by a mention; every time as another member in another channel. */
export function askIn(discord: LoopbackDiscord, server: ClubServer): Asked {
  questions += 1;
  const channel = discord.addChannel({ name: `hall-${questions}` }, server.guild);
  const member = discord.member(`member ${questions}`).in({ channel });
  const asked = { server, text: undefined as string | undefined };
  const coming = questions % 4 === 0 ? mention(discord, member) : command(member);
  const over = coming.then((text) => void (asked.text = text), ignoreSilence);
  return Object.assign(asked, { over });
}

const command = async (member: Member): Promise<string> =>
  (await member.uses("/ask", { question: QUESTION })).text;

async function mention(discord: LoopbackDiscord, member: Member): Promise<string> {
  const said = await member.says(QUESTION, { mentionBot: true });
  return (await discord.replyTo(said)).text;
}

function ignoreSilence(error: unknown): void {
  if (!(error instanceof Error) || !/did not (?:respond|answer)/.test(error.message)) throw error;
}

const TRIES = 10;

/** The halls that the bot names, as somebody learns who asks again where a server's documents were not ready in time. */
export async function askOwn(discord: LoopbackDiscord, server: ClubServer): Promise<readonly string[]> {
  for (let tries = 0; tries < TRIES; tries++) {
    const asked = askIn(discord, server);
    await asked.over;
    const halls = hallsIn(asked.text ?? "");
    if (halls.length > 0) return halls;
  }
  return [];
}
