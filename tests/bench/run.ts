import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { DatasetError } from "./datasets/load-dataset.ts";
import { compareEngines } from "./compare-engines.ts";
import { measureEngines, writeEngines } from "./engines-at-scale.ts";
import { keep } from "./keep.ts";
import { loadRows } from "./load/load-rows.ts";
import { measureLoad } from "./load/measure-load.ts";
import { measureScene } from "./load/measure-scene.ts";
import { sceneRows } from "./load/scene-rows.ts";
import { measureSoak, writeSoak } from "./load/soak.ts";
import { measureProduct } from "./measure-product.ts";
import { drawMeasurements } from "./pictures/draw-measurements.ts";
import { measureScale } from "./scale.ts";
import { measureServers } from "./servers.ts";
import { writeTable } from "./table.ts";
import { measureWorst, writeWorst } from "./worst.ts";

const begin = performance.now();
try {
  const { values } = parseArgs({
    options: {
      dataset: { type: "string" },
      soak: { type: "string" },
      scale: { type: "boolean" },
      engines: { type: "boolean" },
      servers: { type: "boolean" },
      worst: { type: "boolean" },
      load: { type: "boolean" },
      pictures: { type: "boolean" },
      keep: { type: "boolean" },
    },
  });
  const table = await measure(values);
  const [load = 0] = loadavg();
  process.stdout.write(`
${table}

Node ${process.versions.node}, ${availableParallelism()} processors, load ${load.toFixed(1)}; ${seconds()} s
`);
} catch (error) {
  if (!isUsersMistake(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

interface Wanted {
  readonly dataset?: string;
  /** Minutes. */
  readonly soak?: string;
  readonly scale?: boolean;
  readonly engines?: boolean;
  readonly servers?: boolean;
  readonly worst?: boolean;
  readonly load?: boolean;
  readonly pictures?: boolean;
  /** Keeps what is measured in `docs/measurements`, where pictures are drawn from. */
  readonly keep?: boolean;
}

async function measure(wanted: Wanted): Promise<string> {
  if (wanted.dataset !== undefined) return compareEngines(wanted.dataset, tell);
  if (wanted.pictures) return drawMeasurements();
  if (wanted.scale) return await measureScale(tell);
  const measured = await measureWhole(wanted);
  if (measured === undefined) return await measureProduct(tell);
  if (wanted.keep) keep(measured.name, measured.data);
  return measured.text;
}

/** What can be kept, and the text that shows it. */
interface Measured {
  readonly name: string;
  readonly data: unknown;
  readonly text: string;
}

async function measureWhole(wanted: Wanted): Promise<Measured | undefined> {
  if (wanted.worst) return written("worst", await measureWorst(tell), writeWorst);
  if (wanted.engines) return written("engines", await measureEngines(tell), writeEngines);
  if (wanted.load) return written("load", await measureLoad(tell), (times) => writeTable(loadRows(times)));
  if (wanted.soak !== undefined)
    return written("soak", await measureSoak(Number(wanted.soak), tell), writeSoak);
  if (!wanted.servers) return undefined;
  const tables = await measureServers(tell);
  return written(
    "servers",
    await measureScene(tell),
    (scene) => `${tables}\n\n${writeTable(sceneRows(scene))}`,
  );
}

function written<T>(name: string, data: T, write: (data: T) => string): Measured {
  return { name, data, text: write(data) };
}

function tell(what: string): void {
  process.stderr.write(`${seconds().padStart(3)} s  ${what}…\n`);
}

function seconds(): string {
  return ((performance.now() - begin) / 1000).toFixed(0);
}

function isUsersMistake(error: unknown): error is Error {
  if (error instanceof DatasetError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
