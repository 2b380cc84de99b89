import { LRUCache } from "lru-cache";
import { extendInSteps, type OwnKnowledge } from "../answering/extend-engine.ts";
import { createAssistant, type Assistant, type Clock } from "./assistant.ts";
import type { Base } from "./base.ts";
import type { Calibrations } from "./calibrations.ts";
import type { SearchIndex } from "../retrieval/search-index.ts";
import { createSlicer } from "./slicer.ts";
import type { Watch } from "./watch.ts";

/** The assistants of the servers, each over the built-in documents and the server's own. */
export interface GuildAssistants {
  /**
   * The assistant of a server; `revision` names the version of its documents. At once where there is one, also while
   * a newer one is built, or one over newer built-in documents, unless it was outdated. Never rejects: where documents
   * cannot be loaded or built upon it is the shared assistant.
   */
  assistantOf(guildId: string, revision: string): Assistant | Promise<Assistant>;
  /** The same, but never an older one while a newer one is built. */
  newestOf(guildId: string, revision: string): Promise<Assistant>;
  /** Serves a server's assistant, or that of every server, no longer once there is another revision. */
  outdate(guildId?: string): void;
  /** Gives up what is kept of a server. */
  forget(guildId: string): void;
  /** What is kept of all servers: how many engines, and their estimated bytes. */
  held(): { readonly engines: number; readonly bytes: number };
}

export interface GuildAssistantsOptions extends Clock {
  /** What the assistants are built upon, as it is when it is asked for. */
  readonly base: () => Base;
  readonly load: (guildId: string, base: Base) => Promise<OwnKnowledge>;
  /** Where the thresholds of what was built are kept: choosing them is most of the work of a build. */
  readonly calibrations?: Calibrations;
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

/** What an assistant is built from. */
interface Origin {
  readonly revision: string;
  readonly base: Base;
}

interface Kept extends Origin {
  readonly assistant: Assistant;
  readonly bytes: number;
  isOutdated: boolean;
}

interface Running extends Origin {
  readonly done: Promise<Assistant>;
}

function isFrom(made: Origin | undefined, { revision, base }: Origin): boolean {
  return made?.revision === revision && made.base === base;
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
  /** What was last built upon. */
  #base: Base | undefined;
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
    const origin = { revision, base: this.#newestBase() };
    const kept = this.#kept.get(guildId);
    const isHit = kept !== undefined && isFrom(kept, origin);
    this.#noteLook(kept, isHit);
    if (isHit) return kept.assistant;
    const running = this.#running.get(guildId);
    const { done } = running && isFrom(running, origin) ? running : this.#start(guildId, origin);
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

  /**
   * What to build upon. A base holds megabytes: where it is replaced, no assistant keeps the one before the last alive.
   * Whose server nobody asked in between is built anew with its next question, as after a start.
   */
  #newestBase(): Base {
    const base = this.#options.base();
    const last = this.#base;
    this.#base = base;
    if (last !== undefined && last !== base) {
      for (const [guildId, kept] of this.#kept.entries()) if (kept.base !== last) this.#kept.delete(guildId);
    }
    return base;
  }

  forget(guildId: string): void {
    this.#running.delete(guildId);
    this.#kept.delete(guildId);
    this.#reported.delete(guildId);
  }

  held(): { readonly engines: number; readonly bytes: number } {
    return { engines: this.#kept.size, bytes: this.#kept.calculatedSize };
  }

  #noteLook(kept: Kept | undefined, isHit: boolean): void {
    this.#options.watch?.looked("engines", kept === undefined ? "miss" : isHit ? "hit" : "stale");
  }

  #start(guildId: string, origin: Origin): Running {
    const begun = performance.now();
    const note = (outcome: "built" | "failed"): void =>
      this.#options.watch?.built(outcome, (performance.now() - begun) / MILLISECONDS);
    const running: Running = {
      ...origin,
      done: this.#build(guildId, origin).then(
        (built) => {
          note("built");
          return this.#finish(guildId, running, { kept: { ...origin, ...built, isOutdated: false } });
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

  async #build(guildId: string, origin: Origin): Promise<Pick<Kept, "assistant" | "bytes">> {
    const { load, today, calibrations } = this.#options;
    const { base } = origin;
    const [own, policy] = await Promise.all([load(guildId, base), calibrations?.read(guildId, origin)]);
    if (own.documents.length === 0) return { assistant: base.assistant, bytes: NOTHING_OWN };
    const engine = await this.#slicer.run(extendInSteps(base.engine, own, policy));
    if (policy === undefined) void calibrations?.keep(guildId, origin, engine.policy);
    return {
      assistant: createAssistant(engine, { today, replies: base.replies }),
      bytes: estimateBytes(engine.index),
    };
  }

  #fail(guildId: string, running: Running, error: unknown): Assistant {
    const { revision, base } = running;
    const { onFailure, retryAfter = RETRY_AFTER } = this.#options;
    if (this.#running.get(guildId) === running && this.#reported.get(guildId) !== revision) {
      this.#reported.set(guildId, revision);
      onFailure(error, guildId);
    }
    const before = this.#kept.get(guildId);
    // Of the same documents over older built-in ones more is right than of none.
    const { assistant, bytes } =
      before?.revision === revision ? before : { assistant: base.assistant, bytes: NOTHING_OWN };
    const kept = { revision, base, assistant, bytes, isOutdated: false };
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

/** Measured in the bench: what an engine holds for itself, and for each character of what its index does not share. */
const BYTES_EACH = 400_000;
const BYTES_PER_CHARACTER = 7;

/** About how many bytes the engine over a server's own documents holds, the documents included. */
export function estimateBytes({ entries, shared }: Pick<SearchIndex, "entries" | "shared">): number {
  let characters = 0;
  for (const { snippet } of entries.slice(shared)) {
    const { question, answer, waysOfAsking } = snippet;
    characters += question.length + answer.length + waysOfAsking.join("").length;
  }
  return BYTES_EACH + BYTES_PER_CHARACTER * characters;
}
