import { Worker } from "node:worker_threads";
import type { Chart } from "../answering/chart.ts";
import type { Drawn, Order } from "./serve-drawings.ts";

export interface StudioOptions {
  /** The program of the worker: TypeScript where the sources run, else JavaScript. */
  readonly program: URL;
  /** Milliseconds without work after which the worker goes. */
  readonly idle?: number;
  /** Milliseconds that a drawing may take, with the start of the worker. */
  readonly limit?: number;
}

/** Draws in a worker that is there only while there is something to draw. */
export interface Studio {
  /** A PNG. Rejects when it fails or takes too long. */
  draw(chart: Chart): Promise<Buffer>;
  stop(): Promise<void>;
}

/** Pictures are kept, so that another chart soon after is rare, and the worker holds some 35 MB. */
const IDLE = 5_000;
/** A start on a busy machine takes some seconds; a drawing takes a tenth of one. */
const LIMIT = 15_000;
/** A chart needs a tenth of this; a drawing that runs away ends here rather than with the bot. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

const NOTHING_TO_HAND_OVER: readonly [] = [];

interface Pending {
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export function createStudio({ program, idle = IDLE, limit = LIMIT }: StudioOptions): Studio {
  return new WorkerStudio({ program, idle, limit });
}

const isSource = ({ pathname }: URL): boolean => pathname.endsWith(".ts");

/** A worker takes over nothing of what compiles the sources of the program: it has to ask for it itself. */
function compiling(program: URL): URL {
  const api = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const code = `import { register } from ${api}; register(); await import(${JSON.stringify(program.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

class WorkerStudio implements Studio {
  readonly #options: Required<StudioOptions>;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #leaving: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(options: Required<StudioOptions>) {
    this.#options = options;
  }

  draw(chart: Chart): Promise<Buffer> {
    clearTimeout(this.#leaving);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const { limit } = this.#options;
      const timer = setTimeout(
        () => void this.#end(new Error(`not drawn within ${limit} ms`)),
        limit,
      ).unref();
      this.#pending.set(id, { resolve, reject, timer });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, chart } satisfies Order, NOTHING_TO_HAND_OVER);
    });
  }

  async stop(): Promise<void> {
    await this.#end(new Error("the program stops"));
  }

  #start(): Worker {
    const { program } = this.#options;
    const worker = new Worker(isSource(program) ? compiling(program) : program, {
      execArgv: [],
      resourceLimits: MEMORY,
    });
    worker.on("message", (drawn: Drawn) => this.#settle(drawn));
    worker.on("error", (error) => this.#lose(worker, error));
    worker.on("exit", () => this.#lose(worker, new Error("the worker ended")));
    // Listening to its messages has taken hold of the program again, so this comes last.
    worker.unref();
    return worker;
  }

  #settle(drawn: Drawn): void {
    const pending = this.#pending.get(drawn.id);
    if (!pending) return;
    this.#pending.delete(drawn.id);
    clearTimeout(pending.timer);
    if ("failure" in drawn) pending.reject(new Error(drawn.failure));
    else pending.resolve(Buffer.from(drawn.png.buffer, drawn.png.byteOffset, drawn.png.byteLength));
    if (this.#pending.size === 0) this.#leaveLater();
  }

  #leaveLater(): void {
    this.#leaving = setTimeout(() => void this.#end(new Error("idle")), this.#options.idle).unref();
  }

  /** A worker that has ended, unless another has taken its place. */
  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#rejectAll(error);
  }

  async #end(error: Error): Promise<void> {
    clearTimeout(this.#leaving);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#rejectAll(error);
    await worker?.terminate();
  }

  #rejectAll(error: Error): void {
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#pending.clear();
  }
}
