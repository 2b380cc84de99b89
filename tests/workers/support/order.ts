/** What a task is told to do. */
export interface Order {
  readonly does: "echo" | "throw" | "run away" | "take all memory" | "exit" | "return a function";
  readonly value?: unknown;
}
