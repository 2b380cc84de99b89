import { expect, test } from "vitest";
import { createCalibrations } from "../../src/guilds/calibrations.ts";
import { document, QUOTA } from "../storage/support/samples.ts";
import { closeStores, GUILD, openUnreliable } from "./support/stores.ts";

closeStores();

const POLICY = { answerFrom: 0.6, clarifyFrom: 0.4 };

async function openKept() {
  const { store, ...unreliable } = await openUnreliable();
  await store.keepDocument(GUILD, document("a"), { replaces: false, quota: QUOTA });
  await createCalibrations(store, "base").keep(GUILD, "1", POLICY);
  return { store, ...unreliable };
}

test("thresholds hold for the documents and the base that they were chosen for, and for no other", async () => {
  const { store } = await openKept();
  expect(await createCalibrations(store, "base").read(GUILD, "1")).toEqual(POLICY);
  expect(await createCalibrations(store, "base").read(GUILD, "2")).toBeUndefined();
  expect(await createCalibrations(store, "another base").read(GUILD, "1")).toBeUndefined();
});

test("a database that fails costs no answer", async () => {
  const { store, fail } = await openKept();
  const calibrations = createCalibrations(store, "base");
  fail();
  expect(await calibrations.read(GUILD, "1")).toBeUndefined();
  await expect(calibrations.keep(GUILD, "1", POLICY)).resolves.toBeUndefined();
});
