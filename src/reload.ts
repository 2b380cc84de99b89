import type { App } from "./app.ts";
import { openInSteps } from "./answering/engine.ts";
import { createAssistant, type Clock } from "./guilds/assistant.ts";
import type { Base } from "./guilds/base.ts";
import { createSlicer } from "./guilds/slicer.ts";
import type { Problem } from "./knowledge/problems.ts";
import { join, type Pieces } from "./pieces.ts";
import type { FolderOrder, PreparedFolder } from "./prepare-folder.ts";
import type { Steps } from "./retrieval/steps.ts";
import { parsePrepared } from "./snapshot.ts";

/** What came of loading the documents again; all but the first leave what was loaded. */
export type Reloaded =
  | {
      readonly kind: "reloaded";
      readonly documents: number;
      readonly snippets: number;
      readonly milliseconds: number;
    }
  | { readonly kind: "unchanged" }
  /** The author has to mend something. */
  | { readonly kind: "broken"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly cause: unknown };

/** What answers from the built-in documents, replaced whole when they are loaded again. */
export interface Reloader {
  /** What answers now. */
  readonly now: () => App;
  /** Loads the folder again, one time after the other; answers go on from what was loaded. Never rejects. */
  reload(): Promise<Reloaded>;
  /** Calls back with each outcome, whoever asked for it. */
  follow(listener: (outcome: Reloaded) => unknown): void;
}

export interface ReloaderOptions extends Clock {
  readonly folder: string;
  /** What was loaded at the start. */
  readonly app: App;
  /** Does what `prepareFolder` does, elsewhere: it takes seconds. */
  readonly prepare: (order: FolderOrder) => Promise<PreparedFolder>;
}

/** Creates what loads a folder again. */
export function createReloader({ folder, app, prepare, today }: ReloaderOptions): Reloader {
  const slicer = createSlicer();
  const listeners: ((outcome: Reloaded) => unknown)[] = [];
  let current = app;
  let next: Promise<Reloaded> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const load = async (): Promise<Reloaded> => {
    const start = performance.now();
    const prepared = await prepare({ folder, known: current.fingerprint });
    if (prepared.kind !== "prepared") return prepared;
    const { fingerprint, pieces } = prepared;
    const opened = await slicer.run(openApp(pieces, current, { today }));
    current = { ...opened, fingerprint };
    const { documents, snippets } = opened.assistant.contents;
    return { kind: "reloaded", documents, snippets, milliseconds: Math.round(performance.now() - start) };
  };
  const run = async (): Promise<Reloaded> => {
    next = undefined;
    const outcome = await load().catch((cause: unknown) => ({ kind: "failed", cause }) as const);
    for (const listener of listeners) listener(outcome);
    return outcome;
  };
  return {
    now: () => current,
    reload: () => {
      // Whoever asks while another load waits is served by that one: it reads the folder as it is then.
      next ??= last.then(run);
      last = next;
      return next;
    },
    follow: (listener) => void listeners.push(listener),
  };
}

/** Opens what was prepared, and has it answer once, so that no member waits for what it puts off. */
function* openApp(pieces: Pieces, { engine: before, replies }: App, clock: Clock): Steps<Base> {
  const prepared = parsePrepared(yield* join(pieces));
  const engine = yield* openInSteps(prepared.knowledge, before.tools.lexicon, prepared);
  const assistant = createAssistant(engine, { ...clock, replies });
  yield;
  const [first] = engine.entries;
  const reply = assistant.ask(first?.snippet.question ?? "");
  yield;
  assistant.keysOf(reply);
  return { engine, assistant, replies };
}
