import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** Fewer than an engine takes parameters of a statement. */
const AT_ONCE = 500;

/** Notes which servers are gone, and forgets that others were; gives since when each is gone. */
export async function noteDepartures(
  trx: Transaction<Tables>,
  { here, gone }: { readonly here: readonly string[]; readonly gone: readonly string[] },
  today: string,
): Promise<ReadonlyMap<string, string>> {
  for (const ids of inGroups(here)) await trx.deleteFrom("departure").where("guild_id", "in", ids).execute();
  const since = new Map<string, string>();
  for (const ids of inGroups(gone)) {
    const rows = ids.map((id) => ({ guild_id: id, since: today }));
    await trx
      .insertInto("departure")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const noted = await trx.selectFrom("departure").selectAll().where("guild_id", "in", ids).execute();
    for (const row of noted) since.set(row.guild_id, row.since);
  }
  return since;
}

function inGroups(ids: readonly string[]): readonly string[][] {
  const count = Math.ceil(ids.length / AT_ONCE);
  return Array.from({ length: count }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}
