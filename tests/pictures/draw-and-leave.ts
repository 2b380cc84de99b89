import { createStudio } from "../../src/pictures/studio.ts";
import { CHART } from "./sample-chart.ts";

// Waits for a drawing as a bot does that has a connection, then leaves while the worker idles.
const studio = createStudio({
  program: new URL("../../src/draw-pictures.ts", import.meta.url),
  limit: 60_000,
});
const connection = setInterval(() => {}, 1_000);
const png = await studio.draw(CHART);
clearInterval(connection);
process.stdout.write(`${png.subarray(0, 8).toString("hex")}\n`);
