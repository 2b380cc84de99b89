import { LRUCache } from "lru-cache";
import { extendInSteps, type OwnKnowledge } from "../answering/extend-engine.ts";
import type { BaseEngine } from "../answering/engine.ts";
import { createAssistant, type Assistant, type AssistantOptions } from "./assistant.ts";
import type { Calibrations } from "./calibrations.ts";
import { createSlicer } from "./slicer.ts";

/** The assistants of the servers, each over the built-in documents and the server's own. */
export interface GuildAssistants {
  /**
   * The assistant of a server; `revision` names the version of its documents. At once where there is one, also while
   * a newer one is built unless it was outdated. Never rejects: where documents cannot be loaded or built upon it is the shared assistant.
   */
  assistantOf(guildId: string, revision: string): Assistant | Promise<Assistant>;
  /** The same, but never an older one while a newer one is built. */
  newestOf(guildId: string, revision: string): Promise<Assistant>;
  /** Serves a server's assistant, or that of every server, no longer once there is another revision. */
  outdate(guildId?: string): void;
  /** Gives up what is kept of a server. */
  forget(guildId: string): void;
}

export interface GuildAssistantsOptions extends AssistantOptions {
  readonly base: BaseEngine;
  /** Over the base alone; servers without documents of their own share it. */
  readonly shared: Assistant;
  readonly load: (guildId: string) => Promise<OwnKnowledge>;
  /** Where the thresholds of what was built are kept: choosing them is most of the work of a build. */
  readonly calibrations?: Calibrations;
  /** Estimated bytes that all assistants together may hold; those that were not asked for the longest go first. */
  readonly mostBytes: number;
  /** Told once about each revision of a server that could not be built. */
  readonly onFailure: (error: unknown, guildId: string) => void;
  /** Milliseconds after which a build that failed is tried again. */
  readonly retryAfter?: number;
}

/** A database that is away for a moment should not cost a server its documents for long. */
const RETRY_AFTER = 30_000;
/** What a server without documents takes up in the cache. */
const NOTHING_OWN = 500;
/** Servers whose last failure is remembered. */
const FAILURES_KEPT = 10_000;

interface Kept {
  readonly revision: string;
  readonly assistant: Assistant;
  readonly bytes: number;
  isOutdated: boolean;
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
    if (kept?.revision === revision) return kept.assistant;
    const running = this.#running.get(guildId);
    const { done } = running?.revision === revision ? running : this.#start(guildId, revision);
    return kept === undefined || kept.isOutdated ? done : kept.assistant;
  }

  async newestOf(guildId: string, revision: string): Promise<Assistant> {
    const assistant = this.assistantOf(guildId, revision);
    const running = this.#running.get(guildId);
    return running?.revision === revision ? await running.done : await assistant;
  }

  outdate(guildId?: string): void {
    const held = guildId === undefined ? [...this.#kept.values()] : [this.#kept.peek(guildId)];
    for (const each of held) if (each !== undefined) each.isOutdated = true;
  }

  forget(guildId: string): void {
    this.#running.delete(guildId);
    this.#kept.delete(guildId);
    this.#reported.delete(guildId);
  }

  #start(guildId: string, revision: string): Running {
    const running: Running = {
      revision,
      done: this.#build(guildId, revision).then(
        (built) => this.#finish(guildId, running, { kept: { revision, ...built, isOutdated: false } }),
        (error: unknown) => this.#fail(guildId, running, error),
      ),
    };
    this.#running.set(guildId, running);
    return running;
  }

  async #build(guildId: string, revision: string): Promise<Pick<Kept, "assistant" | "bytes">> {
    const { load, base, shared, today, replies, calibrations } = this.#options;
    const [own, policy] = await Promise.all([load(guildId), calibrations?.read(guildId, revision)]);
    if (own.documents.length === 0) return { assistant: shared, bytes: NOTHING_OWN };
    const engine = await this.#slicer.run(extendInSteps(base, own, policy));
    if (policy === undefined) void calibrations?.keep(guildId, revision, engine.policy);
    return { assistant: createAssistant(engine, { today, replies }), bytes: estimateBytes(own) };
  }

  #fail(guildId: string, running: Running, error: unknown): Assistant {
    const { revision } = running;
    const { shared, onFailure, retryAfter = RETRY_AFTER } = this.#options;
    if (this.#running.get(guildId) === running && this.#reported.get(guildId) !== revision) {
      this.#reported.set(guildId, revision);
      onFailure(error, guildId);
    }
    const kept = { revision, assistant: shared, bytes: NOTHING_OWN, isOutdated: false };
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
