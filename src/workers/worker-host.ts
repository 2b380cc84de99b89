import { Worker } from "node:worker_threads";
import type { Done, Task } from "./serve-tasks.ts";

export interface WorkerHostOptions {
  /** The program of the worker: TypeScript where the sources run, else JavaScript. */
  readonly program: URL;
  /** Megabytes that it may take: what runs away ends there rather than with the bot. */
  readonly memory: number;
  /** Milliseconds without work after which the worker goes. */
  readonly idle?: number;
  /** Milliseconds that a task may take, with the start of the worker. */
  readonly limit?: number;
}

/** Has tasks done in a worker that is there only while there is something to do. */
export interface WorkerHost<Order, Result> {
  /** Rejects when the task fails or takes too long. */
  run(order: Order): Promise<Result>;
  stop(): Promise<void>;
}

/** Tasks come in bursts, and a worker holds tens of megabytes. */
const IDLE = 5_000;
/** A start on a busy machine takes some seconds; a task takes a tenth of one. */
const LIMIT = 15_000;
/** Megabytes for young objects. */
const YOUNG = 16;

const NOTHING_TO_HAND_OVER: readonly [] = [];

interface Job<Order, Result> {
  readonly id: number;
  readonly order: Order;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** Makes a host for a program that serves the same tasks with `serveTasks`. */
export function createWorkerHost<Order, Result>({
  program,
  memory,
  idle = IDLE,
  limit = LIMIT,
}: WorkerHostOptions): WorkerHost<Order, Result> {
  return new IdlingWorkerHost({ program, memory, idle, limit });
}

const isSource = ({ pathname }: URL): boolean => pathname.endsWith(".ts");

/** A worker takes over nothing of what compiles the sources of the program: it has to ask for it itself. */
function compiling(program: URL): URL {
  const api = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const code = `import { register } from ${api}; register(); await import(${JSON.stringify(program.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

class IdlingWorkerHost<Order, Result> implements WorkerHost<Order, Result> {
  readonly #options: Required<WorkerHostOptions>;
  /** The first is being done: one that runs away costs the others nothing but time. */
  #jobs: readonly Job<Order, Result>[] = [];
  #worker: Worker | undefined;
  /** Ends a job that takes too long, or a worker that has nothing to do. */
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(options: Required<WorkerHostOptions>) {
    this.#options = options;
  }

  run(order: Order): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#jobs = [...this.#jobs, { id: ++this.#lastId, order, resolve, reject }];
      if (this.#jobs.length === 1) this.#begin();
    });
  }

  async stop(): Promise<void> {
    const jobs = this.#jobs;
    this.#jobs = [];
    const ended = this.#end();
    for (const { reject } of jobs) reject(new Error("the program stops"));
    await ended;
  }

  /** Has the first job done, or lets the worker go a while after the last one. */
  #begin(): void {
    clearTimeout(this.#timer);
    const { idle, limit } = this.#options;
    const [job] = this.#jobs;
    if (job === undefined) {
      this.#timer = setTimeout(() => void this.#end(), idle).unref();
      return;
    }
    this.#timer = setTimeout(() => this.#fail(new Error(`not done within ${limit} ms`)), limit).unref();
    this.#worker ??= this.#start();
    this.#handOver(job, this.#worker);
  }

  #handOver({ id, order }: Job<Order, Result>, worker: Worker): void {
    try {
      worker.postMessage({ id, order } satisfies Task<Order>, NOTHING_TO_HAND_OVER);
    } catch (error) {
      // A function in an order cannot be handed over, for one.
      this.#settle({ id, failure: String(error) });
    }
  }

  #start(): Worker {
    const { program, memory } = this.#options;
    const worker = new Worker(isSource(program) ? compiling(program) : program, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    });
    const lose = (error: Error): void => {
      if (this.#worker === worker) this.#fail(error);
    };
    worker.on("message", (done: Done<Result>) => this.#settle(done));
    worker.on("error", lose);
    worker.on("exit", () => lose(new Error("the worker ended")));
    // Listening to its messages has taken hold of the program again, so this comes last.
    worker.unref();
    return worker;
  }

  #settle(done: Done<Result>): void {
    const [job, ...others] = this.#jobs;
    if (job?.id !== done.id) return;
    this.#jobs = others;
    if ("failure" in done) job.reject(new Error(done.failure));
    else job.resolve(done.result);
    this.#begin();
  }

  /** Gives up the first job with its worker; another one does the rest. */
  #fail(error: Error): void {
    const [job, ...others] = this.#jobs;
    this.#jobs = others;
    void this.#end();
    job?.reject(error);
    if (others.length > 0) this.#begin();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
