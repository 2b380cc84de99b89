import { randomUUID } from "node:crypto";
import type { Kysely, Selectable, Transaction } from "kysely";
import { z } from "zod";
import { ASK_PLACES, DEFAULT_SETTINGS, REPLY_STYLES, type GuildSettings } from "../guilds/guild-settings.ts";
import type { GuildState } from "../guilds/store.ts";
import type { Tables } from "./tables.ts";

const orNothing = <T>(value: T | null): T | undefined => value ?? undefined;

const GUILD = z.object({
  documents_version: z.string().nullable(),
  has_ask_places: z.number(),
  reply_style: z.enum(REPLY_STYLES),
  ask_interval: z.number().nullable(),
  helper_role: z.string().nullable(),
  gap_channel: z.string().nullable(),
  language: z.string().nullable(),
});

const PLACES = z.array(z.object({ id: z.string(), kind: z.enum(ASK_PLACES) }));

/** What is kept of a server; the defaults where nothing is. */
export async function readState(db: Kysely<Tables>, guildId: string): Promise<GuildState> {
  const row = await db.selectFrom("guild").selectAll().where("id", "=", guildId).executeTakeFirst();
  if (row === undefined) return { settings: DEFAULT_SETTINGS, documentsVersion: undefined };
  return await stateOf(db, row);
}

async function stateOf(db: Kysely<Tables>, row: Selectable<Tables["guild"]>): Promise<GuildState> {
  const guild = GUILD.parse(row);
  const places = await db
    .selectFrom("ask_place")
    .select(["id", "kind"])
    .where("guild_id", "=", row.id)
    .orderBy("kind")
    .orderBy("id")
    .execute();
  return {
    settings: {
      askPlaces: guild.has_ask_places === 1 ? PLACES.parse(places) : undefined,
      replyStyle: guild.reply_style,
      askInterval: orNothing(guild.ask_interval),
      helperRole: orNothing(guild.helper_role),
      gapChannel: orNothing(guild.gap_channel),
      language: orNothing(guild.language),
    },
    documentsVersion: orNothing(guild.documents_version),
  };
}

/**
 * Holds a server until the transaction ends, on either engine: the first statement writes its row, so that nobody else
 * reads in between what this transaction changes.
 */
export async function hold(trx: Transaction<Tables>, guildId: string): Promise<void> {
  const version = randomUUID();
  await trx
    .insertInto("guild")
    .values({ id: guildId, version, has_ask_places: 0, reply_style: DEFAULT_SETTINGS.replyStyle })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ version }))
    .execute();
}

/** Writes settings in the place of the ones that are there; the server is held. */
export async function writeSettings(
  trx: Transaction<Tables>,
  guildId: string,
  settings: GuildSettings,
): Promise<void> {
  const { askPlaces, replyStyle, askInterval, helperRole, gapChannel, language } = settings;
  await trx
    .updateTable("guild")
    .set({
      has_ask_places: askPlaces === undefined ? 0 : 1,
      reply_style: replyStyle,
      ask_interval: askInterval ?? null,
      helper_role: helperRole ?? null,
      gap_channel: gapChannel ?? null,
      language: language ?? null,
    })
    .where("id", "=", guildId)
    .execute();
  await trx.deleteFrom("ask_place").where("guild_id", "=", guildId).execute();
  if (askPlaces === undefined || askPlaces.length === 0) return;
  const rows = askPlaces.map(({ id, kind }) => ({ guild_id: guildId, id, kind }));
  await trx.insertInto("ask_place").values(rows).execute();
}
