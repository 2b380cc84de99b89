import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createApp } from "../../src/app.ts";
import { SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { findChromium } from "./chromium.ts";
import { buildPage } from "./page.ts";
import { takePictures } from "./pictures.ts";
import { SCENES } from "./scenes.ts";

// `npm run preview [-- --pictures]`: writes the page with every kind of answer, and pictures of it.
const { values } = parseArgs({ options: { pictures: { type: "boolean", default: false } } });
const folder = fileURLToPath(new URL("../../preview", import.meta.url));
const page = join(folder, "index.html");
const executable = values.pictures ? findChromium(process.env["CHROMIUM"]) : undefined;

mkdirSync(folder, { recursive: true });
writeFileSync(page, await buildPage(await createApp({ knowledgeFolder: SHIPPED_FOLDER }), SCENES));
process.stdout.write(`${page}\n`);

if (executable !== undefined) {
  const pictures = await takePictures({ page, folder, executable });
  process.stdout.write(`${pictures.length} pictures in ${folder}\n`);
}
