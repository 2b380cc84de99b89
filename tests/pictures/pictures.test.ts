import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Chart } from "../../src/answering/chart.ts";
import { createPictures, type Pictures } from "../../src/pictures/pictures.ts";
import { CHART, titled } from "./sample-chart.ts";

interface Drawing {
  readonly pictures: Pictures;
  readonly drawn: readonly string[];
  readonly failures: readonly (readonly [message: string, count: number])[];
  /** What came of each drawing. */
  readonly outcomes: readonly string[];
}

/** Pictures by a studio that draws the title. */
function drawing(draw: (chart: Chart) => Promise<Buffer> = async ({ title }) => Buffer.from(title)): Drawing {
  const drawn: string[] = [];
  const failures: (readonly [string, number])[] = [];
  const outcomes: string[] = [];
  const pictures = createPictures({
    studio: {
      draw: async (chart) => {
        drawn.push(chart.title);
        await wait(1);
        return draw(chart);
      },
    },
    onFailure: (error, count) => failures.push([String(error), count]),
    watch: { drew: (outcome) => outcomes.push(outcome) },
  });
  return { pictures, drawn, failures, outcomes };
}

const broken = async (): Promise<Buffer> => {
  throw new Error("out of ink");
};

describe("a picture", () => {
  test("is at hand once it was drawn, for every chart of the same content", async () => {
    const { pictures, drawn } = drawing();
    expect(pictures.find(CHART)).toBeUndefined();
    const picture = await pictures.draw(CHART);
    expect(String(picture)).toBe(CHART.title);
    expect(pictures.find(structuredClone(CHART))).toBe(picture);
    expect(await pictures.draw(structuredClone(CHART))).toBe(picture);
    expect(pictures.find(titled("another"))).toBeUndefined();
    expect(drawn).toEqual([CHART.title]);
  });

  test("that several ask for at the same time is drawn once", async () => {
    const { pictures, drawn } = drawing();
    const [one, other] = await Promise.all([pictures.draw(CHART), pictures.draw(structuredClone(CHART))]);
    expect(one).toBe(other);
    expect(drawn).toHaveLength(1);
  });

  test("is told when it is drawn, not when it is at hand", async () => {
    const { pictures, outcomes } = drawing();
    await pictures.draw(CHART);
    await pictures.draw(CHART);
    expect(outcomes).toEqual(["drawn"]);
  });

  test("is told when it cannot be drawn", async () => {
    const { pictures, outcomes } = drawing(broken);
    await pictures.draw(CHART);
    expect(outcomes).toEqual(["failed"]);
  });

  test("gives way when there is no room for more", async () => {
    const { pictures } = drawing(async () => Buffer.alloc(1024 * 1024));
    for (let at = 0; at < 5; at += 1) await pictures.draw(titled(`${at}`));
    const kept = [0, 1, 2, 3, 4].filter((at) => pictures.find(titled(`${at}`)));
    expect(kept).toEqual([1, 2, 3, 4]);
  });

  test("that cannot be drawn is told once, and not tried again at once", async () => {
    const { pictures, drawn, failures } = drawing(broken);
    expect(await Promise.all([pictures.draw(CHART), pictures.draw(CHART)])).toEqual([undefined, undefined]);
    expect(await pictures.draw(CHART)).toBeUndefined();
    expect(drawn).toHaveLength(1);
    await pictures.draw(titled("another"));
    expect(failures).toEqual([
      ["Error: out of ink", 1],
      ["Error: out of ink", 2],
    ]);
  });

  test("with letters that the font lacks is not tried", async () => {
    const { pictures, drawn, failures } = drawing();
    expect(await pictures.draw(titled("東京"))).toBeUndefined();
    expect([drawn, failures]).toEqual([[], []]);
  });
});
