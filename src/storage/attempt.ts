import { setTimeout as wait } from "node:timers/promises";
import { StoreError } from "../guilds/store.ts";
import type { Database } from "./database.ts";

/** Milliseconds that an attempt goes on while another process is in the way, and between two tries. */
const PATIENCE = 2_000;
const PAUSE = 20;

/** Does something with a database, again while somebody else is in the way. Throws StoreError when it fails. */
export async function attempt<T>(database: Database, act: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!database.isBusy(error) || performance.now() > end) {
        throw new StoreError("the database failed", { cause: error });
      }
      await wait(PAUSE * (1 + Math.random()));
    }
  }
}
