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
  port.on("message", (task: Task<never>) => port.postMessage(answer(task, act)));
}

// What a task makes fail costs that task alone.
function answer({ id, order }: Task<never>, act: (order: never) => unknown): Done<unknown> {
  try {
    return { id, result: act(order) };
  } catch (error) {
    return { id, failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
