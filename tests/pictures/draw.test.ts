import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import type { Chart } from "../../src/answering/chart.ts";
import { drawChart } from "../../src/pictures/draw.ts";
import { layOut, WIDTH } from "../../src/pictures/layout.ts";
import { canWrite } from "../../src/pictures/letters.ts";
import { wrap, widthOf } from "../../src/pictures/text-width.ts";
import { CHART, titled } from "./sample-chart.ts";

const draw = (chart: Chart): PNG => PNG.sync.read(Buffer.from(drawChart(chart)));

/** Pixels of each colour, the most frequent first. */
function colours({ data }: PNG): readonly string[] {
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.subarray(at, at + 3).toString("hex");
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour);
}

const twoSeries: Chart = {
  ...CHART,
  series: ["Salary", "Take-home pay"],
  rows: CHART.rows.map(({ label, bars }) => ({
    label,
    bars: [...bars, { text: "3,000", low: 3_000, high: 3_000 }],
  })),
};

describe("a picture", () => {
  test("is a PNG of 800 pixels across on a dark ground, with bars and with letters", () => {
    const png = draw(CHART);
    expect(png.width).toBe(800);
    expect(png.height).toBeGreaterThan(500);
    expect(colours(png).slice(0, 2)).toEqual(["1e1f22", "7ea6ff"]);
    expect(colours(png)).toContain("f2f3f5");
  });

  test("is the same for the same chart and another for another", () => {
    const again = drawChart(structuredClone(CHART));
    expect(Buffer.compare(drawChart(CHART), again)).toBe(0);
    expect(Buffer.compare(again, drawChart(titled("Another title")))).not.toBe(0);
  });

  test("tells two series apart by filling: one is solid, the other an outline", () => {
    const found = colours(draw(twoSeries));
    expect(found.slice(0, 4)).toEqual(expect.arrayContaining(["7ea6ff", "3a321f"]));
    expect(found.slice(0, 6)).toContain("f0b232");
  });

  test("draws whatever a document can hold", () => {
    const hostile = {
      ...titled(`<b>&"'\u0000 ${"W".repeat(500)}`),
      rows: [{ label: "", bars: [{ text: "0", low: 0, high: 0 }] }],
    };
    expect(draw(hostile).width).toBe(800);
  });
});

describe("the layout", () => {
  test("prints title, unit, every label and amount, and the source", () => {
    const { texts, bars } = layOut(twoSeries);
    const printed = [...texts, ...bars].map(({ text }) => text).join(" ");
    for (const words of [
      CHART.title,
      CHART.unit,
      CHART.source,
      "Salary",
      "Take-home pay",
      "Boston",
      "9k–10k",
      "3,000",
    ])
      expect(printed).toContain(words);
  });

  test("draws an amount from zero and a range from its low to its high", () => {
    const [first, , range] = layOut(CHART).bars;
    expect(first).toMatchObject({ low: 0, high: 12_169.5 });
    expect(range).toMatchObject({ low: 9_000, high: 10_000 });
  });

  test.each(["3 of 11 shown.", "Se muestran 3 de 11."])("says how many of how many it shows: %s", (shown) => {
    const texts = layOut({ ...CHART, left: 8, shown }).texts.map(({ text }) => text);
    const whole = layOut(CHART).texts.map(({ text }) => text);
    expect(texts.filter((text) => !whole.includes(text))).toEqual([shown]);
  });

  test("keeps every text and amount inside, however long", () => {
    const long = "Wagner & Müller Gesellschaft mit beschränkter Haftung ".repeat(5);
    const rows = [{ label: long, bars: [{ text: "1,234,567,890–9,876,543,210 EUR", low: 1, high: 2 }] }];
    const { texts, bars, scale } = layOut({ ...titled(long), unit: long, source: long, rows });
    for (const { text, x, ...lettering } of texts)
      expect(x + widthOf(text, lettering)).toBeLessThanOrEqual(WIDTH);
    for (const { text } of bars) expect(scale.right + widthOf(text, { size: 15 })).toBeLessThanOrEqual(WIDTH);
    expect(scale.right - scale.left).toBeGreaterThanOrEqual(90);
  });
});

describe("a text", () => {
  const room = { width: 120, maxLines: 2 };
  test.each([
    ["Boston", ["Boston"]],
    ["Houston and its towns", ["Houston and", "its towns"]],
    ["one two three four five six seven eight", ["one two three", "four five six…"]],
    ["Donaudampfschifffahrtsgesellschaft", ["Donaudampfsc", "hifffahrtsges…"]],
    ["a\n\tb", ["a b"]],
  ])("breaks after words and ends in an ellipsis: %s", (text, lines) => {
    expect(wrap(text, { size: 15 }, room)).toEqual(lines);
  });

  test.each(["Zürich", "Αθήνα", "София", "€90k–€95k (R&D)", "Houston, TX"])("the font has %s", (label) => {
    expect(canWrite(titled(label))).toBe(true);
  });

  test.each(["東京", "मुंबई", "🚀 Labs", "القاهرة"])("of %s no picture is drawn", (label) => {
    expect(canWrite(titled(label))).toBe(false);
  });
});
