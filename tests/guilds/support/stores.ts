import { afterEach } from "vitest";
import type { Store } from "../../../src/guilds/store.ts";
import { openStore } from "../../../src/storage/open-store.ts";
import { unreliable, type Unreliable } from "./unreliable.ts";

export const GUILD = "100000000000000001";
export const OTHER_GUILD = "100000000000000002";

const open: Store[] = [];

/** Opens a store in memory, which is closed after the test. */
export async function openInMemory(): Promise<Store> {
  const store = await openStore({ kind: "sqlite", file: ":memory:" });
  open.push(store);
  return store;
}

export const openUnreliable = async (): Promise<Unreliable> => unreliable(await openInMemory());

/** Closes what a test opened. */
export function closeStores(): void {
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.stop()));
  });
}
