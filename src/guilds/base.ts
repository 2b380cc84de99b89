import type { BaseEngine } from "../answering/engine.ts";
import type { Assistant } from "./assistant.ts";
import type { KnownReplies } from "./known-replies.ts";

/** What answers from the built-in documents as they were loaded once; loading them again makes another. */
export interface Base {
  readonly engine: BaseEngine;
  /** Over the engine alone; servers without documents of their own share it. */
  readonly assistant: Assistant;
  /** Where its assistant and those built upon it remember replies. */
  readonly replies?: KnownReplies | undefined;
}
