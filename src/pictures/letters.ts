import { describeChart, type Chart } from "../answering/chart.ts";

/** What the font has: Latin, Greek and Cyrillic letters, digits and signs, but no emoji. */
const WRITABLE =
  /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}\p{P}\p{Sc}\p{Zs}\s]|[+<=>~|^`±×÷≈≠≤≥→←↑↓°©®™])*$/u;

/** Whether the font has every letter of a chart; a picture with gaps would say less than the text. */
export function canWrite(chart: Chart): boolean {
  return WRITABLE.test(describeChart(chart).join(" "));
}
