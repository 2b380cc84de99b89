import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readKept } from "../keep.ts";
import { drawLines, type Lines } from "./line-chart.ts";
import { engineLines, loadLines, memoryLines } from "./measured-lines.ts";

const IMAGES = new URL("../../../docs/images/", import.meta.url);

/** The pictures of `docs/scaling.md`: file, measurement, and what is drawn of it. */
const PICTURES: readonly (readonly [picture: string, measurement: string, draw: (kept: unknown) => Lines])[] =
  [
    ["scaling-retrieval", "engines", engineLines],
    ["scaling-load", "load", loadLines],
    ["scaling-servers", "servers", memoryLines],
  ];

/** Draws every measurement that was kept; gives the names of the pictures. */
export function drawMeasurements(): string {
  const drawn = PICTURES.flatMap(([picture, measurement, draw]) => {
    const data = readKept(measurement);
    if (data === undefined) return [`docs/images/${picture}.png: nothing kept, run the bench with --keep`];
    writeFileSync(fileURLToPath(new URL(`${picture}.png`, IMAGES)), drawLines(draw(data)));
    return [`docs/images/${picture}.png`];
  });
  return drawn.join("\n");
}
