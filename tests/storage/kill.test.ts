import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { DatabaseAddress } from "../../src/storage/database.ts";
import { openStore } from "../../src/storage/open-store.ts";
import { argumentOf } from "./support/address.ts";
import { describeEngines } from "./support/engines.ts";
import { DOCUMENTS, GUILD, textOf } from "./support/samples.ts";

const WRITER = fileURLToPath(new URL("support/writer.ts", import.meta.url));
const TIMEOUT = 120_000;
const KILLS = 5;

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Writes until some hundredths of a second after it could, is killed, and gives the last number it confirmed. */
async function writeUntilKilled(address: DatabaseAddress, start: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), WRITER, argumentOf(address), String(start)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  running.push(child);
  let confirmed = start - 1;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "ready") setTimeout(() => child.kill("SIGKILL"), 150 + Math.random() * 300);
    if (line.startsWith("kept ")) confirmed = Number(line.slice("kept ".length));
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return confirmed;
}

describeEngines("a process that is killed while it writes", (engine) => {
  test(
    "loses nothing that it had confirmed, and leaves nothing half written",
    { timeout: TIMEOUT },
    async () => {
      const address = await engine.newDatabase();
      let start = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const confirmed = await writeUntilKilled(address, start);
        expect(confirmed).toBeGreaterThan(start);
        const { titles, setting } = await readBack(address);
        expect(setting).toBeGreaterThanOrEqual(confirmed);
        for (let number = start; number <= confirmed; number += 1)
          expect(titles.get(`document-${number % DOCUMENTS}`)).toBeGreaterThanOrEqual(number);
        start = confirmed + 2;
      }
    },
  );
});

interface Written {
  /** The number of each document, by its id. */
  readonly titles: ReadonlyMap<string, number>;
  readonly setting: number;
}

/** What is in the database; a document whose text is not of the same number as its title was half written. */
async function readBack(address: DatabaseAddress): Promise<Written> {
  const store = await openStore(address);
  try {
    const { documents } = await store.readDocuments(GUILD);
    expect(documents.filter(({ title, text }) => text !== textOf(Number(title)))).toEqual([]);
    const { settings } = await store.readState(GUILD);
    return {
      titles: new Map(documents.map(({ id, title }) => [id, Number(title)])),
      setting: settings.askInterval ?? Number.NaN,
    };
  } finally {
    await store.stop();
  }
}
