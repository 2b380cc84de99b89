import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Lines over the same places from left to right. */
export interface Lines {
  readonly title: string;
  /** What the places are, and what is measured there, with its unit. */
  readonly across: string;
  readonly up: string;
  readonly places: readonly string[];
  readonly lines: readonly Line[];
  /** Ten times as much is as far as ten times as much elsewhere. */
  readonly isLogarithmic: boolean;
}

export interface Line {
  readonly name: string;
  readonly color: string;
  readonly isDashed?: boolean;
  /** One for each place; `null` where nothing was measured. */
  readonly values: readonly (number | null)[];
}

const WIDTH = 900;
const HEIGHT = 480;
const SCALE = 2;
/** SIL Open Font License 1.1. */
const FAMILY = "Inter";
const FONTS = ["400Regular/Inter_400Regular.ttf", "700Bold/Inter_700Bold.ttf"].map((file) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`),
);

/** Draws lines as a PNG. */
export function drawLines(lines: Lines): Uint8Array {
  const drawing = init(undefined, undefined, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
  drawing.setOption(optionOf(lines));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: FAMILY };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: SCALE } }).render().asPng();
}

const INK = "#1f2328";
const FAINT = "#d0d7de";

function optionOf({ title, across, up, places, lines, isLogarithmic }: Lines): EChartsCoreOption {
  const text = { fontFamily: FAMILY, fontSize: 13, color: INK };
  const named = { nameTextStyle: text, axisLabel: text, axisLine: { lineStyle: { color: FAINT } } };
  return {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: text,
    title: { text: title, left: 24, top: 16, textStyle: { ...text, fontSize: 17, fontWeight: 700 } },
    legend: { top: 52, left: 24, textStyle: text, itemGap: 28, itemWidth: 28 },
    grid: { left: 76, right: 32, top: 116, bottom: 56 },
    xAxis: {
      type: "category",
      data: [...places],
      name: across,
      nameLocation: "middle",
      nameGap: 32,
      ...named,
    },
    yAxis: {
      type: isLogarithmic ? "log" : "value",
      name: up,
      splitLine: { lineStyle: { color: FAINT } },
      ...named,
    },
    series: lines.map(({ name, color, isDashed, values }) => ({
      type: "line",
      name,
      data: [...values],
      color,
      symbol: "circle",
      symbolSize: 7,
      lineStyle: { width: 2.5, type: isDashed ? "dashed" : "solid" },
    })),
  };
}
