import type { Assistant } from "./assistant.ts";

/** Long enough after the start for the log-in to be over. */
const DELAY = 1_000;

/**
 * Asks the assistant its own examples once, one between two events at a time, so that the first member who asks finds
 * compiled code: the first answer of a cold process takes ten times as long as a later one.
 */
export function warmUp(assistant: Assistant, questions: readonly string[]): void {
  const waiting = [...questions];
  const next = (): void => {
    const question = waiting.shift();
    if (question === undefined) return;
    assistant.ask(question);
    setImmediate(next);
  };
  setTimeout(next, DELAY).unref();
}
