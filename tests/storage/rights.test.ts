import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../src/storage/open-store.ts";

const OTHERS = 0o077;

const rightsOfOthers = (path: string): number => statSync(path).mode & OTHERS;

test("the operator's own user alone may read what SQLite keeps, also in a folder that others may read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-rights-"));
  const open = join(folder, "open");
  mkdirSync(open, { mode: 0o755 });
  const stores = await Promise.all(
    [open, join(folder, "made")].map((place) =>
      openStore({ kind: "sqlite", file: join(place, "rolecall.sqlite") }),
    ),
  );
  const files = ["open", "made"].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => join(folder, name, file)),
  );
  expect(files.length).toBeGreaterThanOrEqual(2);
  expect([...files, join(folder, "made")].filter((path) => rightsOfOthers(path) !== 0)).toEqual([]);
  await Promise.all(stores.map((store) => store.stop()));
  rmSync(folder, { recursive: true });
});
