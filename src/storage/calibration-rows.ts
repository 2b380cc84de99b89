import type { Kysely } from "kysely";
import type { Calibration } from "../guilds/store.ts";
import type { Tables } from "./tables.ts";

/** The thresholds kept for a server. */
export async function readCalibration(db: Kysely<Tables>, guildId: string): Promise<Calibration | undefined> {
  const row = await db
    .selectFrom("calibration")
    .selectAll()
    .where("guild_id", "=", guildId)
    .executeTakeFirst();
  return row && { of: row.of, policy: { answerFrom: row.answer_from, clarifyFrom: row.clarify_from } };
}

/** Keeps thresholds for a server that is there. */
export async function keepCalibration(
  db: Kysely<Tables>,
  guildId: string,
  { of, policy }: Calibration,
): Promise<void> {
  const guild = db.selectFrom("guild").select("id").where("id", "=", guildId);
  if ((await guild.executeTakeFirst()) === undefined) return;
  const chosen = { of, answer_from: policy.answerFrom, clarify_from: policy.clarifyFrom };
  await db
    .insertInto("calibration")
    .values({ guild_id: guildId, ...chosen })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet(chosen))
    .execute();
}
