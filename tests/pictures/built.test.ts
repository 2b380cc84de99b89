import { readdirSync, readFileSync } from "node:fs";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { createStudio } from "../../src/pictures/studio.ts";
import { CHART } from "./sample-chart.ts";

const ROOT = new URL("../../", import.meta.url);
const WORKER = "draw-pictures.js";

describe("the built program", { timeout: 60_000 }, () => {
  test("draws in its worker", async () => {
    const studio = createStudio({ program: new URL(`dist/${WORKER}`, ROOT), limit: 60_000 });
    const png = PNG.sync.read(await studio.draw(CHART));
    await studio.stop();
    expect(png.width).toBe(800);
  });

  test("holds what draws in its worker alone", () => {
    const dist = new URL("dist/", ROOT);
    const holders = readdirSync(dist)
      .filter((file) => file.endsWith(".js"))
      .filter((file) => /zrender|@resvg/.test(readFileSync(new URL(file, dist), "utf8")));
    expect(holders).toEqual([WORKER]);
  });
});
