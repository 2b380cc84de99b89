import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Chart } from "../answering/chart.ts";
import { canWrite } from "./letters.ts";
import type { Studio } from "./studio.ts";

/** A chart as a PNG. */
export type Picture = Buffer;

/** Pictures of charts. */
export interface Pictures {
  /** The picture, where it is at hand. */
  find(chart: Chart): Picture | undefined;
  /** The picture, drawn where it is not at hand; `undefined` when it cannot be. Never rejects. */
  draw(chart: Chart): Promise<Picture | undefined>;
}

export interface PicturesOptions {
  readonly studio: Pick<Studio, "draw">;
  /** Hears of each drawing that failed, once. */
  readonly onFailure: (error: unknown, count: number) => void;
  /** Told of each drawing, whether it worked. */
  readonly watch?: { drew(outcome: "drawn" | "failed"): void };
}

/** Some fifty pictures. */
const MOST_BYTES = 4 * 1024 * 1024;
/** A chart that could not be drawn is not tried again at once. */
const FAILURES_REMEMBERED = 100;
const FAILURE_AGE = 10 * 60_000;

/** Pictures that are drawn once for each content, and kept as long as there is room. */
export function createPictures({ studio, onFailure, watch }: PicturesOptions): Pictures {
  const drawn = new LRUCache<string, Picture>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ byteLength }) => byteLength,
  });
  const failed = new LRUCache<string, true>({ max: FAILURES_REMEMBERED, ttl: FAILURE_AGE });
  const underWay = new Map<string, Promise<Picture | undefined>>();
  let failures = 0;

  const drawAnew = async (chart: Chart, key: string): Promise<Picture | undefined> => {
    try {
      const picture = await studio.draw(chart);
      drawn.set(key, picture);
      watch?.drew("drawn");
      return picture;
    } catch (error) {
      failed.set(key, true);
      watch?.drew("failed");
      onFailure(error, ++failures);
      return undefined;
    } finally {
      underWay.delete(key);
    }
  };

  return {
    find: (chart) => drawn.get(keyOf(chart)),
    draw: async (chart) => {
      const key = keyOf(chart);
      if (failed.has(key) || !canWrite(chart)) return undefined;
      const known = drawn.get(key) ?? underWay.get(key);
      if (known) return known;
      const drawing = drawAnew(chart, key);
      underWay.set(key, drawing);
      return drawing;
    },
  };
}

function keyOf(chart: Chart): string {
  return createHash("sha256").update(JSON.stringify(chart)).digest("base64");
}
