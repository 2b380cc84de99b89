import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const FOLDER = new URL("../../docs/measurements/", import.meta.url);

/** Keeps what was measured in `docs/measurements/<name>.json`, with the version of Node that it was measured on. */
export function keep(name: string, data: unknown): void {
  mkdirSync(FOLDER, { recursive: true });
  const kept = { node: process.versions.node, data };
  writeFileSync(fileOf(name), `${JSON.stringify(kept, rounded, 1)}\n`);
}

const KEPT = z.object({ data: z.unknown() });

/** What was kept under a name, if anything. */
export function readKept(name: string): unknown {
  return existsSync(fileOf(name))
    ? KEPT.parse(JSON.parse(readFileSync(fileOf(name), "utf8"))).data
    : undefined;
}

const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.json`, FOLDER));

const DIGITS = 4;

/** No figure here is known to more digits. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;
