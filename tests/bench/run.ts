import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { DatasetError } from "./datasets/load-dataset.ts";
import { compareEngines } from "./compare-engines.ts";
import { measureLoad } from "./load/measure-load.ts";
import { loadRows } from "./load/load-rows.ts";
import { measureProduct } from "./measure-product.ts";
import { measureScale } from "./scale.ts";
import { measureServers } from "./servers.ts";
import { writeTable } from "./table.ts";
import { measureWorst } from "./worst.ts";

const begin = performance.now();
try {
  const { values } = parseArgs({
    options: {
      dataset: { type: "string" },
      scale: { type: "boolean" },
      servers: { type: "boolean" },
      worst: { type: "boolean" },
      load: { type: "boolean" },
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
  readonly scale?: boolean;
  readonly servers?: boolean;
  readonly worst?: boolean;
  readonly load?: boolean;
}

async function measure(wanted: Wanted): Promise<string> {
  if (wanted.dataset !== undefined) return compareEngines(wanted.dataset, tell);
  if (wanted.load) return writeTable(loadRows(await measureLoad(tell)));
  if (wanted.worst) return measureWorst(tell);
  if (wanted.servers) return measureServers(tell);
  return wanted.scale ? await measureScale(tell) : await measureProduct(tell);
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
