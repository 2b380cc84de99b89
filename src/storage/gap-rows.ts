import { sql, type Kysely, type Transaction } from "kysely";
import type { CountedGap, Gap } from "../guilds/store.ts";
import type { Tables } from "./tables.ts";

/** Adds counts to the ones that are there. */
export async function addGaps(trx: Transaction<Tables>, gaps: readonly CountedGap[]): Promise<void> {
  // In one order for all processes: none waits for another that waits for it.
  const ordered = gaps.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (const { guildId, week, entity, topic, reason, count } of ordered) {
    const row = { guild_id: guildId, week, entity, topic, reason, count };
    await trx
      .insertInto("gap")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["guild_id", "week", "entity", "topic", "reason"])
          .doUpdateSet({ count: sql`gap.count + ${count}` }),
      )
      .execute();
  }
}

/** The counts of a server from a week on, in order of week and name. */
export async function readGaps(
  db: Kysely<Tables>,
  guildId: string,
  fromWeek: string,
): Promise<readonly CountedGap[]> {
  const rows = await db
    .selectFrom("gap")
    .selectAll()
    .where("guild_id", "=", guildId)
    .where("week", ">=", fromWeek)
    .orderBy("week")
    .orderBy("entity")
    .orderBy("topic")
    .orderBy("reason")
    .execute();
  return rows.map(({ guild_id: guild, ...rest }) => ({ ...rest, guildId: guild }));
}

const keyOf = ({ guildId, week, entity, topic, reason }: Gap): string =>
  [guildId, week, entity, topic, reason].join(" ");
