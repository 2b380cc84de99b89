import {
  ComponentType,
  type APIComponentInContainer,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
} from "discord.js";
import { describeChart, type Chart } from "../../answering/chart.ts";
import { MEDIA_DESCRIPTION_MAX_LENGTH } from "./limits.ts";
import { shortenLine } from "./shorten.ts";

/** The name of the attached file. */
export const PICTURE_NAME = "chart.png";

/** The components of an answer with the picture of its chart below its text, in the same frame. */
export function addGallery(
  components: readonly APIMessageTopLevelComponent[],
  chart: Chart,
): readonly APIMessageTopLevelComponent[] {
  const gallery: APIMediaGalleryComponent & APIComponentInContainer = {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${PICTURE_NAME}` }, description: altText(chart) }],
  };
  return components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: [...component.components, gallery] }
      : component,
  );
}

/** What the picture says, in words. Rows are whole: where they do not all fit, the first stay and the rest is announced. */
export function altText(chart: Chart): string {
  const whole = describeChart(chart).join(" ");
  if (whole.length <= MEDIA_DESCRIPTION_MAX_LENGTH) return whole;
  const { rows, left } = chart;
  if (rows.length <= 1) return shortenLine(whole, MEDIA_DESCRIPTION_MAX_LENGTH);
  return altText({ ...chart, rows: rows.slice(0, -1), left: left + 1 });
}
