import { LRUCache } from "lru-cache";
import { extendInSteps, type OwnKnowledge } from "../answering/extend-engine.ts";
import type { BaseEngine } from "../answering/engine.ts";
import { createAssistant, type Assistant, type Clock } from "./assistant.ts";
import { createSlicer } from "./slicer.ts";
import type { Watch } from "./watch.ts";

/** The assistants of the servers, each over the built-in documents and the server's own. */
export interface GuildAssistants {
  /**
   * The assistant of a server; `revision` names the version of its documents. At once where there is one, also while
   * a newer one is built. Never rejects: where documents cannot be loaded or built upon it is the shared assistant.
   */
  assistantOf(guildId: string, revision: string): Assistant | Promise<Assistant>;
  /** The same, but never an older one while a newer one is built. */
  newestOf(guildId: string, revision: string): Promise<Assistant>;
  /** Gives up what is kept of a server. */
  forget(guildId: string): void;
  /** What is kept of all servers: how many engines, and their estimated bytes. */
  held(): { readonly engines: number; readonly bytes: number };
}

export interface GuildAssistantsOptions extends Clock {
  readonly base: BaseEngine;
  /** Over the base alone; servers without documents of their own share it. */
  readonly shared: Assistant;
  readonly load: (guildId: string) => Promise<OwnKnowledge>;
  /** Estimated bytes that all assistants together may hold; those that were not asked for the longest go first. */
  readonly mostBytes: number;
  /** Told once about each revision of a server that could not be built. */
  readonly onFailure: (error: unknown, guildId: string) => void;
  /** Milliseconds after which a build that failed is tried again. */
  readonly retryAfter?: number;
  /** Told of each look into what is kept, and of each engine that is built. */
  readonly watch?: Watch;
}

/** A database that is away for a moment should not cost a server its documents for long. */
const RETRY_AFTER = 30_000;
const MILLISECONDS = 1000;
/** What a server without documents takes up in the cache. */
const NOTHING_OWN = 500;
/** Servers whose last failure is remembered. */
const FAILURES_KEPT = 10_000;

interface Kept {
  readonly revision: string;
  readonly assistant: Assistant;
  readonly bytes: number;
}

interface Running {
  readonly revision: string;
  readonly done: Promise<Assistant>;
}

/** Creates the assistants of the servers; each is built when it is first asked for, and again for another revision. */
export function createGuildAssistants(options: GuildAssistantsOptions): GuildAssistants {
  return new CachedAssistants(options);
}

class CachedAssistants implements GuildAssistants {
  readonly #options: GuildAssistantsOptions;
  readonly #slicer = createSlicer();
  readonly #running = new Map<string, Running>();
  readonly #kept: LRUCache<string, Kept>;
  /** The revision that was last reported. */
  readonly #reported = new LRUCache<string, string>({ max: FAILURES_KEPT });

  constructor(options: GuildAssistantsOptions) {
    this.#options = options;
    const { mostBytes } = options;
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      // One that is larger than all may be together is kept by itself, rather than built for every question.
      sizeCalculation: ({ bytes }) => Math.min(bytes, mostBytes),
    });
  }

  assistantOf(guildId: string, revision: string): Assistant | Promise<Assistant> {
    const kept = this.#kept.get(guildId);
    this.#noteLook(kept, revision);
    if (kept?.revision === revision) return kept.assistant;
    const running = this.#running.get(guildId);
    const { done } = running?.revision === revision ? running : this.#start(guildId, revision);
    return kept?.assistant ?? done;
  }

  async newestOf(guildId: string, revision: string): Promise<Assistant> {
    const assistant = this.assistantOf(guildId, revision);
    const running = this.#running.get(guildId);
    return running?.revision === revision ? await running.done : await assistant;
  }

  forget(guildId: string): void {
    this.#running.delete(guildId);
    this.#kept.delete(guildId);
    this.#reported.delete(guildId);
  }

  held(): { readonly engines: number; readonly bytes: number } {
    return { engines: this.#kept.size, bytes: this.#kept.calculatedSize };
  }

  #noteLook(kept: Kept | undefined, revision: string): void {
    const there = kept?.revision === revision ? "hit" : "stale";
    this.#options.watch?.looked("engines", kept === undefined ? "miss" : there);
  }

  #start(guildId: string, revision: string): Running {
    const begun = performance.now();
    const note = (outcome: "built" | "failed"): void =>
      this.#options.watch?.built(outcome, (performance.now() - begun) / MILLISECONDS);
    const running: Running = {
      revision,
      done: this.#build(guildId).then(
        (built) => {
          note("built");
          return this.#finish(guildId, running, { kept: { revision, ...built } });
        },
        (error: unknown) => {
          note("failed");
          return this.#fail(guildId, running, error);
        },
      ),
    };
    this.#running.set(guildId, running);
    return running;
  }

  async #build(guildId: string): Promise<Omit<Kept, "revision">> {
    const { load, base, shared, today } = this.#options;
    const own = await load(guildId);
    if (own.documents.length === 0) return { assistant: shared, bytes: NOTHING_OWN };
    const engine = await this.#slicer.run(extendInSteps(base, own));
    return { assistant: createAssistant(engine, { today }), bytes: estimateBytes(own) };
  }

  #fail(guildId: string, running: Running, error: unknown): Assistant {
    const { revision } = running;
    const { shared, onFailure, retryAfter = RETRY_AFTER } = this.#options;
    if (this.#running.get(guildId) === running && this.#reported.get(guildId) !== revision) {
      this.#reported.set(guildId, revision);
      onFailure(error, guildId);
    }
    const kept = { revision, assistant: shared, bytes: NOTHING_OWN };
    return this.#finish(guildId, running, { kept, ttl: retryAfter });
  }

  /** Keeps what was built, unless the server has been forgotten or has changed again meanwhile. */
  #finish(
    guildId: string,
    running: Running,
    { kept, ttl }: { readonly kept: Kept; readonly ttl?: number },
  ): Assistant {
    if (this.#running.get(guildId) === running) {
      this.#running.delete(guildId);
      this.#kept.set(guildId, kept, { ...(ttl !== undefined && { ttl }) });
      if (ttl === undefined) this.#reported.delete(guildId);
    }
    return kept.assistant;
  }
}

/** Measured in the bench: what an engine holds besides its documents, and what it holds for each character of them. */
const BYTES_EACH = 600_000;
const BYTES_PER_CHARACTER = 8;

/** About how many bytes the engine over a server's own documents holds, the documents included. */
export function estimateBytes({ documents }: OwnKnowledge): number {
  let characters = 0;
  for (const { sections } of documents) {
    for (const { snippets } of sections) {
      for (const { question, waysOfAsking, answer } of snippets)
        characters += question.length + answer.length + waysOfAsking.join("").length;
    }
  }
  return BYTES_EACH + BYTES_PER_CHARACTER * characters;
}
