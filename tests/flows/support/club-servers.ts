import { createApp, openGuilds } from "../../../src/app.ts";
import type { Guilds } from "../../../src/guilds/guilds.ts";
import { createMetrics } from "../../../src/monitoring/metrics.ts";
import { openStore } from "../../../src/storage/open-store.ts";
import { understand } from "../../../src/uploads/understand.ts";
import { recordingLog } from "../../discord/support/recording-log.ts";
import { clubArticle, file } from "../../guilds/support/articles.ts";
import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import type { Channel, Guild } from "../../support/world.ts";
import { KNOWLEDGE } from "./machine.ts";

/** A server with a document of its own, which says what no other server's does. */
export interface ClubServer {
  readonly number: number;
  readonly guild: Guild;
  readonly channel: Channel;
  /** Where its club meets, as its document says. */
  readonly hall: string;
}

/** Asked in every server; each has another answer. */
export const QUESTION = "Where does the Zorblax Guild meet?";

const hallOf = (number: number): string => `Hall ${String(number).padStart(4, "0")}`;

/** Every hall that a text names. */
export const hallsIn = (text: string): readonly string[] => [...new Set(text.match(/Hall \d{4}/g))];

export const clubFile = (hall: string) => file("club.md", clubArticle(hall));

/** Adds servers to a Discord, of which each shard of a few gets as many as another. */
export function addClubServers(discord: LoopbackDiscord, count: number): readonly ClubServer[] {
  return Array.from({ length: count }, (_, number) => {
    // A server's shard goes by the millisecond in which it was made.
    discord.passTime(1);
    const guild = discord.guild({ name: `Server ${number}`, channels: ["hall"] });
    return { number, guild, channel: discord.channel("hall", guild), hall: hallOf(number) };
  });
}

/** Opens a database as another process of the program does. */
export async function openElsewhere(databaseUrl: string): Promise<Guilds> {
  const app = await createApp({ knowledgeFolder: KNOWLEDGE });
  return await openGuilds({
    database: { kind: "postgres", url: databaseUrl },
    app: () => app,
    read: async (order) => understand(order),
    log: recordingLog().log,
    metrics: createMetrics(),
  });
}

/** The documents that servers need not read again: one is read, and the others differ from it in the hall alone. */
export async function keepClubDocuments(
  servers: readonly ClubServer[],
  databaseUrl: string,
  guilds: Pick<Guilds, "documents">,
): Promise<void> {
  const [first, ...others] = servers;
  if (first === undefined) return;
  const uploaded = await guilds.documents.upload(first.guild.id, clubFile(first.hall));
  if (uploaded.kind !== "kept") throw new Error(`the document was not kept: ${uploaded.kind}`);
  const { document } = uploaded;
  const store = await openStore({ kind: "postgres", url: databaseUrl });
  const keep = async ({ guild, hall }: ClubServer): Promise<void> => {
    const own = (text: string): string => text.replaceAll(first.hall, hall);
    const reading = { by: document.reading.by, json: own(document.reading.json) };
    await store.keepDocument(
      guild.id,
      { ...document, text: own(document.text), reading },
      { replaces: false, quota: { documents: 1, snippets: 100 } },
    );
  };
  await eachOf(others, keep);
  await store.stop();
}

/** Milliseconds of a database are few: the next one begins where one ends. */
const AT_ONCE = 4;

/** Does something with each of a list, a few at a time, in order. */
export async function eachOf<T>(list: readonly T[], act: (each: T) => Promise<unknown>): Promise<void> {
  const waiting = list.values();
  const actOn = async (): Promise<void> => {
    for (const each of waiting) await act(each);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, actOn));
}
