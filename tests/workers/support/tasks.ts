import { serveTasks } from "../../../src/workers/serve-tasks.ts";
import type { Order } from "./order.ts";

/** A worker's program whose tasks behave as they are told. */
serveTasks(({ does, value = "" }: Order): unknown => {
  switch (does) {
    case "echo":
      return value;
    case "throw":
      throw new RangeError(String(value));
    case "run away":
      for (;;);
    case "take all memory": {
      const held: string[][] = [];
      for (;;) held.push(Array.from({ length: 100_000 }, (_, at) => `${String(value)}${at}`));
    }
    case "exit":
      return process.exit(3);
    case "return a function":
      return () => value;
  }
});
