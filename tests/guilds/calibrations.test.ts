import { expect, test } from "vitest";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { createCalibrations } from "../../src/guilds/calibrations.ts";
import type { Store } from "../../src/guilds/store.ts";
import { LIBRARY } from "../answering/library.ts";
import { document, QUOTA } from "../storage/support/samples.ts";
import { closeStores, GUILD, openUnreliable } from "./support/stores.ts";

closeStores();

const POLICY = { answerFrom: 0.6, clarifyFrom: 0.4 };

const base = { engine: LIBRARY, assistant: createAssistant(LIBRARY) };
const over = (store: Store, name = "base") => createCalibrations(store, () => name);
const first = { revision: "1", base };

async function openKept() {
  const unreliable = await openUnreliable();
  const { store } = unreliable;
  await store.keepDocument(GUILD, document("a"), { replaces: false, quota: QUOTA });
  await over(store).keep(GUILD, first, POLICY);
  return unreliable;
}

test("thresholds hold for the documents and the base that they were chosen for, and for no other", async () => {
  const { store } = await openKept();
  expect(await over(store).read(GUILD, first)).toEqual(POLICY);
  expect(await over(store).read(GUILD, { revision: "2", base })).toBeUndefined();
  expect(await over(store, "another base").read(GUILD, first)).toBeUndefined();
});

test("a database that fails costs no answer", async () => {
  const kept = await openKept();
  const calibrations = over(kept.store);
  kept.fail();
  expect(await calibrations.read(GUILD, first)).toBeUndefined();
  await expect(calibrations.keep(GUILD, first, POLICY)).resolves.toBeUndefined();
});
