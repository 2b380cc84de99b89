import { readFileSync } from "node:fs";
import { z } from "zod";

const MANIFEST = z.object({ version: z.string() });

/** Beside `src/` and `dist/` alike. */
const FILE = new URL("../package.json", import.meta.url);

/** The program's version. */
export const VERSION = MANIFEST.parse(JSON.parse(readFileSync(FILE, "utf8"))).version;
