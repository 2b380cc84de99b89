import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createApp } from "../../src/app.ts";
import { SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { findChromium } from "./chromium.ts";
import { buildPage } from "./page.ts";
import { takePictures } from "./pictures.ts";
import { SCENES } from "./scenes.ts";

/** The pictures that README.md shows, kept by `--keep`. */
const KEPT = [
  "phone-dark/answer-yes-no.png",
  "phone-light/refusal-name.png",
  "desktop-light/role-topic.png",
  "desktop-dark/compare-places.png",
];

// `npm run preview [-- --pictures | -- --keep]`: writes the page with every kind of answer, and takes pictures of it.
const { values } = parseArgs({
  options: { pictures: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
});
const takes = values.pictures || values.keep;
const folder = fileURLToPath(new URL("../../preview", import.meta.url));
const page = join(folder, "index.html");
const executable = takes ? findChromium(process.env["CHROMIUM"]) : undefined;

mkdirSync(folder, { recursive: true });
writeFileSync(
  page,
  await buildPage((await createApp({ knowledgeFolder: SHIPPED_FOLDER })).assistant, SCENES),
);
process.stdout.write(`${page}\n`);

if (executable !== undefined) {
  const pictures = await takePictures({ page, folder, executable });
  process.stdout.write(`${pictures.length} pictures in ${folder}\n`);
}

if (values.keep) {
  const images = fileURLToPath(new URL("../../docs/images", import.meta.url));
  mkdirSync(images, { recursive: true });
  for (const picture of KEPT) copyFileSync(join(folder, picture), join(images, basename(picture)));
  process.stdout.write(`${KEPT.length} of them kept in ${images}\n`);
}
