import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { CustomChart } from "echarts/charts";
import { GraphicComponent, GridComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { CustomSeriesOption } from "echarts/types/dist/echarts";
import type { Chart } from "../answering/chart.ts";
import {
  AMOUNT,
  AMOUNT_GAP,
  BACKGROUND,
  BAR,
  FAINT_LINE,
  layOut,
  SCALE,
  WIDTH,
  type Layout,
  type PlacedBar,
  type PlacedText,
} from "./layout.ts";

use([CustomChart, GraphicComponent, GridComponent, SVGRenderer]);

/** SIL Open Font License 1.1. */
const FAMILY = "Inter";
const FONTS = ["400Regular/Inter_400Regular.ttf", "700Bold/Inter_700Bold.ttf"].map((file) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`),
);

/** Draws a chart as a PNG. It takes some tenths of a second of computing, so it belongs in a worker. */
export function drawChart(chart: Chart): Uint8Array {
  const picture = new Resvg(drawSvg(layOut(chart)), {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: FAMILY },
    fitTo: { mode: "zoom", value: SCALE },
  });
  return picture.render().asPng();
}

function drawSvg(layout: Layout): string {
  const drawing = init(undefined, undefined, {
    renderer: "svg",
    ssr: true,
    width: WIDTH,
    height: layout.height,
  });
  try {
    drawing.setOption(optionOf(layout));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

function optionOf({ height, texts, boxes, bars, scale }: Layout): EChartsCoreOption {
  const { left, right, top, bottom, max } = scale;
  return {
    animation: false,
    backgroundColor: BACKGROUND,
    grid: { left, right: WIDTH - right, top, bottom: height - bottom, containLabel: false },
    xAxis: { type: "value", min: 0, max, show: false },
    yAxis: { type: "value", min: top, max: bottom, inverse: true, show: false },
    graphic: [
      ...texts.map(textElement),
      ...boxes.map(({ x, y, size, fill, stroke }) => ({
        type: "rect",
        silent: true,
        shape: { x, y, width: size, height: size, r: 2 },
        style: { fill, stroke, lineWidth: OUTLINE },
      })),
    ],
    series: [barSeries(bars)],
  };
}

const OUTLINE = 2;

/** Where every bar starts from, and ranges are seen to be away from. */
function zeroLine(x: number, y: number) {
  const shape = { x1: x, x2: x, y1: y - BAR / 2, y2: y + BAR / 2 };
  return { type: "line", shape, style: { stroke: FAINT_LINE, lineWidth: OUTLINE } } as const;
}

function textElement({ text, x, y, size, isBold, color }: PlacedText) {
  const font = { fontFamily: FAMILY, fontSize: size, fontWeight: isBold ? 700 : 400 };
  return {
    type: "text",
    silent: true,
    style: { text, x, y, fill: color, verticalAlign: "middle", ...font },
  } as const;
}

function barSeries(bars: readonly PlacedBar[]): CustomSeriesOption {
  return {
    type: "custom",
    silent: true,
    clip: false,
    data: bars.map(({ low, high, y }) => [low, high, y]),
    encode: { x: [0, 1], y: 2 },
    renderItem: ({ dataIndex }, api) => {
      const bar = bars[dataIndex];
      if (!bar) throw new Error(`There is no bar ${dataIndex}.`);
      const at = (amount: number): readonly number[] => api.coord([amount, bar.y]);
      const [zero = 0, y = 0] = at(0);
      const [from = 0] = at(bar.low);
      const [to = 0] = at(bar.high);
      return { type: "group", children: barElements(bar, { zero, from, to, y }) };
    },
  };
}

/** Pixels of a bar. */
interface Span {
  readonly zero: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

function barElements({ fill, stroke, text }: PlacedBar, { zero, from, to, y }: Span) {
  const { size, isBold, color } = AMOUNT;
  // An outline is drawn half outside of its shape.
  const shape = {
    x: from + OUTLINE / 2,
    y: y - (BAR - OUTLINE) / 2,
    width: Math.max(1, to - from - OUTLINE),
    height: BAR - OUTLINE,
    r: 2,
  };
  return [
    zeroLine(zero + OUTLINE / 2, y),
    { type: "rect", shape, style: { fill, stroke, lineWidth: OUTLINE } } as const,
    textElement({ text, x: to + AMOUNT_GAP, y, size, isBold, color }),
  ];
}
