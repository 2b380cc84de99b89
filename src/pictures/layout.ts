import type { Chart, ChartRow } from "../answering/chart.ts";
import { widthOf, wrap, type Lettering, type Room } from "./text-width.ts";

/** Pixels of the drawing; the picture has `SCALE` times as many, for a phone shows it 350 of its points wide. */
export const WIDTH = 400;
export const SCALE = 2;

/** Discord's own dark grey: it stands out on a light theme and blends into a dark one. */
export const BACKGROUND = "#1e1f22";
/** 14.9 : 1 and 8.4 : 1 on the background; WCAG AA asks for 4.5 : 1. */
const TEXT = "#f2f3f5";
const FAINT_TEXT = "#b5bac1";
/** 3.4 : 1; it carries no figure. */
export const FAINT_LINE = "#72767d";

/** Series differ in filling before they differ in colour. 6.7 : 1 and 9.5 : 1 on the background. */
const FILLINGS: readonly Filling[] = [
  { fill: "#7ea6ff", stroke: "#7ea6ff" },
  { fill: "#3a321f", stroke: "#f0b232" },
];

export interface Filling {
  readonly fill: string;
  readonly stroke: string;
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly color: string;
}

/** A bar from `low` to `high` on the scale, with what is written at its end. */
export interface PlacedBar extends Filling {
  readonly low: number;
  readonly high: number;
  readonly y: number;
  readonly text: string;
}

export interface PlacedBox extends Filling {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Where everything of a chart stands, from top to bottom. */
export interface Layout {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly boxes: readonly PlacedBox[];
  readonly bars: readonly PlacedBar[];
  /** The scale: from zero at `left` to `max` at `right`. */
  readonly scale: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly max: number;
  };
}

const MARGIN = 16;
const INNER = WIDTH - 2 * MARGIN;
export const BAR = 18;
const BAR_GAP = 5;
const ROW_GAP = 11;
/** Between the end of a bar and its amount. */
export const AMOUNT_GAP = 7;
/** However long the amounts, so much is left to the bars. */
const BARS_MIN = 90;

interface Style extends Lettering {
  readonly isBold: boolean;
  readonly color: string;
  readonly maxLines: number;
}

const TITLE: Style = { size: 18, isBold: true, color: TEXT, maxLines: 3 };
const UNIT: Style = { size: 14, isBold: false, color: FAINT_TEXT, maxLines: 3 };
const SERIES: Style = { size: 14, isBold: false, color: TEXT, maxLines: 1 };
const LABEL: Style = { size: 15, isBold: true, color: TEXT, maxLines: 2 };
export const AMOUNT: Style = { size: 15, isBold: false, color: TEXT, maxLines: 1 };
const SOURCE: Style = { size: 13, isBold: false, color: FAINT_TEXT, maxLines: 5 };
const LINE = 1.3;

/** Places a chart: title, unit, what the fillings mean, the rows, what is left out, and the source. */
export function layOut(chart: Chart): Layout {
  const page = new Page();
  page.write(chart.title, TITLE);
  page.write(chart.unit, UNIT);
  if (chart.series.length > 1) {
    page.skip(6);
    chart.series.forEach((name, index) => page.explain(name, fillingOf(index)));
  }
  page.skip(10);
  const top = page.y;
  chart.rows.forEach((row) => page.row(row));
  const bottom = page.y - ROW_GAP;
  if (chart.shown !== undefined) page.write(chart.shown, UNIT);
  page.skip(4);
  page.write(chart.source, SOURCE);
  const { texts, boxes, bars } = page;
  return {
    height: Math.ceil(page.y + MARGIN),
    texts,
    boxes,
    bars,
    scale: { left: MARGIN, right: scaleEnd(bars), top, bottom, max: scaleMax(bars) },
  };
}

function fillingOf(series: number): Filling {
  return FILLINGS[series % FILLINGS.length] ?? { fill: TEXT, stroke: TEXT };
}

function scaleEnd(bars: readonly PlacedBar[]): number {
  const widest = Math.max(0, ...bars.map(({ text }) => widthOf(text, AMOUNT)));
  return MARGIN + Math.max(BARS_MIN, INNER - AMOUNT_GAP - widest);
}

/** A scale of nothing but zeros still needs an end. */
function scaleMax(bars: readonly PlacedBar[]): number {
  return Math.max(...bars.map(({ high }) => high)) || 1;
}

/** What was placed so far, and where the next thing goes. */
class Page {
  y = MARGIN;
  readonly texts: PlacedText[] = [];
  readonly boxes: PlacedBox[] = [];
  readonly bars: PlacedBar[] = [];

  skip(height: number): void {
    this.y += height;
  }

  write(text: string, style: Style, x = MARGIN): void {
    const { size, isBold, color, maxLines } = style;
    const room: Room = { width: WIDTH - MARGIN - x, maxLines };
    for (const line of wrap(text, style, room)) {
      this.texts.push({ text: line, x, y: this.y + (size * LINE) / 2, size, isBold, color });
      this.y += size * LINE;
    }
  }

  explain(name: string, filling: Filling): void {
    const size = 12;
    this.boxes.push({ ...filling, x: MARGIN, y: this.y + (SERIES.size * LINE - size) / 2, size });
    this.write(name, SERIES, MARGIN + size + 8);
    this.skip(2);
  }

  row({ label, bars }: ChartRow): void {
    this.write(label, LABEL);
    this.skip(3);
    bars.forEach(({ text, low, high }, index) => {
      const [printed = ""] = wrap(text, AMOUNT, { width: INNER - BARS_MIN - AMOUNT_GAP, maxLines: 1 });
      const start = low === high ? 0 : low;
      this.bars.push({ ...fillingOf(index), low: start, high, y: this.y + BAR / 2, text: printed });
      this.skip(BAR + BAR_GAP);
    });
    this.skip(ROW_GAP - BAR_GAP);
  }
}
