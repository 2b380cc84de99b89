import { parentPort } from "node:worker_threads";

/** What a worker is asked. */
export interface Task<Order> {
  readonly id: number;
  readonly order: Order;
}

/** What it answers. */
export type Done<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly failure: string };

/** Does what the program asks for, one task after the other: what `act` takes is what the host is run with. Throws outside of a worker. */
export function serveTasks(act: (order: never) => unknown): void {
  const port = parentPort;
  if (!port) throw new Error("This program runs in a worker.");
  port.on("message", ({ id, order }: Task<never>) => {
    try {
      port.postMessage({ id, result: act(order) } satisfies Done<unknown>);
    } catch (error) {
      // What a task makes fail, or a result that cannot be handed over, costs that task alone.
      port.postMessage({ id, failure: describe(error) } satisfies Done<unknown>);
    }
  });
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
