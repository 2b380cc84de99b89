import type { Store } from "./store.ts";
import { dayOf } from "./weeks.ts";

/** Which servers a process looks after, and in which of them the bot is. */
export interface Presence {
  readonly isLookedAfter: (guildId: string) => boolean;
  readonly isHere: (guildId: string) => boolean;
}

/** Days after which a server counts as left that the bot was removed from while it was not running: a mistake can be undone. */
const DAYS_KEPT = 7;
const DAY = 86_400_000;

/** The servers of which something is kept and that the bot left some days ago. Throws StoreError. */
export async function listLeft(
  store: Pick<Store, "listGuilds" | "noteDepartures">,
  { isLookedAfter, isHere }: Presence,
  now: number,
): Promise<readonly string[]> {
  const kept = (await store.listGuilds()).filter(isLookedAfter);
  const here = kept.filter(isHere);
  const gone = kept.filter((guildId) => !isHere(guildId));
  const since = await store.noteDepartures({ here, gone }, dayOf(now));
  const latest = dayOf(now - DAYS_KEPT * DAY);
  return gone.filter((guildId) => (since.get(guildId) ?? latest) < latest);
}
