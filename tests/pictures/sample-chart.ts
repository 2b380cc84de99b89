import type { Chart } from "../../src/answering/chart.ts";

const CITATION = {
  document: "pay",
  title: "Pay by city",
  publisher: "Example Press",
  published: "2023-01",
  section: "Pay",
  url: undefined,
  language: "en",
};

/** A chart of three places. */
export const CHART: Chart = {
  title: "DevOps engineer: salary by place",
  unit: "per month, currency not stated, January 2023",
  series: ["Salary"],
  rows: [
    { label: "San Francisco", bars: [{ text: "12,169.50", low: 12_169.5, high: 12_169.5 }] },
    { label: "Boston", bars: [{ text: "11,682.75", low: 11_682.75, high: 11_682.75 }] },
    { label: "Dallas, TX", bars: [{ text: "9k–10k", low: 9_000, high: 10_000 }] },
  ],
  left: 0,
  shown: undefined,
  language: "en",
  source: "Source: Pay by city, Example Press, January 2023",
  citations: [CITATION],
};

/** The same chart under another title. */
export const titled = (title: string): Chart => ({ ...CHART, title });
