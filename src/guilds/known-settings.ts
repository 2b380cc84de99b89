import { LRUCache } from "lru-cache";
import { inTime } from "./in-time.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "./guild-settings.ts";
import type { GuildState, Store } from "./store.ts";
import type { Watch } from "./watch.ts";

/** What is known of the servers' settings, whether the database answers or not. */
export interface KnownSettings {
  /** The state of a server: as it was known last while the database fails, the defaults when it never was. Never rejects. */
  stateOf(guildId: string): Promise<GuildState>;
  /** Changes a server's settings and knows the new ones at once. Throws StoreError when they could not be kept. */
  change(guildId: string, change: (settings: GuildSettings) => GuildSettings): Promise<GuildSettings>;
  /** Reads a server's state anew. Never rejects. */
  refresh(guildId: string): Promise<GuildState>;
  /** Reads a server's state again before it is next used, or that of every server; while that fails it is held on to. */
  outdate(guildId?: string): void;
  /** Knows nothing of a server any more. */
  forget(guildId: string): void;
}

export interface KnownSettingsOptions {
  readonly store: Pick<Store, "readState" | "changeSettings">;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** Told of each failure to read. */
  readonly onFailure: (error: unknown) => void;
  /** Told of each look into what is known. */
  readonly watch?: Pick<Watch, "looked"> | undefined;
}

/** Milliseconds until a change that another process made is seen where nobody told of it. */
const FRESH = 60_000;
/** Milliseconds until a database that failed is asked again, and how long a member waits for it. */
const PAUSE = 5_000;
const PATIENCE = 500;
/** Servers remembered; what is known of the others is read again. */
const REMEMBERED = 20_000;

const UNKNOWN: GuildState = { settings: DEFAULT_SETTINGS, documentsVersion: undefined };

/** Remembers settings in memory for a while; a database that is slow or fails costs a member half a second at most. */
export function createKnownSettings({ store, now, onFailure, watch }: KnownSettingsOptions): KnownSettings {
  const known = createMemory(now);
  const readings = createReadings(known, { store, onFailure });
  let outdated = 0;
  return {
    stateOf: async (guildId) => {
      const fresh = known.fresh(guildId);
      watch?.looked("settings", fresh === undefined ? "miss" : "hit");
      if (fresh !== undefined) return fresh;
      const otherwise = (): GuildState => known.holdOn(guildId);
      return await inTime(readings.share(guildId), { patience: PATIENCE, otherwise });
    },
    change: async (guildId, change) => {
      const before = outdated;
      const state = await store.changeSettings(guildId, change);
      readings.disregard(guildId);
      // Somebody may have changed them again before this was heard of.
      return known.keep(guildId, state, before === outdated ? FRESH : 0).settings;
    },
    refresh: (guildId) => readings.begin(guildId),
    outdate: (guildId) => {
      outdated += 1;
      readings.disregard(guildId);
      known.outdate(guildId);
    },
    forget: (guildId) => {
      readings.disregard(guildId);
      known.forget(guildId);
    },
  };
}

/** The states that are being read. */
interface Readings {
  begin(guildId: string): Promise<GuildState>;
  /** The reading that is under way, or a new one. */
  share(guildId: string): Promise<GuildState>;
  /** Keeps nothing of what is being read of a server, or of all: it may be older than what is known by now. */
  disregard(guildId: string | undefined): void;
}

function createReadings(
  known: Memory,
  { store, onFailure }: Pick<KnownSettingsOptions, "store" | "onFailure">,
): Readings {
  const reading = new Map<string, Promise<GuildState>>();
  const begin = async (guildId: string): Promise<GuildState> => {
    const begun: Promise<GuildState> = store.readState(guildId).then(
      // What a moderator changed meanwhile is newer than what was read.
      (state) =>
        reading.get(guildId) === begun ? known.keep(guildId, state, FRESH) : known.last(guildId, state),
      (error: unknown) => {
        onFailure(error);
        return reading.get(guildId) === begun ? known.holdOn(guildId) : known.last(guildId);
      },
    );
    reading.set(guildId, begun);
    const state = await begun;
    if (reading.get(guildId) === begun) reading.delete(guildId);
    return state;
  };
  return {
    begin,
    share: (guildId) => reading.get(guildId) ?? begin(guildId),
    disregard: (guildId) => (guildId === undefined ? reading.clear() : void reading.delete(guildId)),
  };
}

interface Memory {
  /** What need not be read again yet. */
  fresh(guildId: string): GuildState | undefined;
  last(guildId: string, otherwise?: GuildState): GuildState;
  /** Keeps a state for some milliseconds, and returns it. */
  keep(guildId: string, state: GuildState, time: number): GuildState;
  /** Goes on with what was known last until the database is asked again. */
  holdOn(guildId: string): GuildState;
  /** Makes what is known of a server, or of all, something to read again. */
  outdate(guildId: string | undefined): void;
  forget(guildId: string): void;
}

function createMemory(now: () => number): Memory {
  const known = new LRUCache<string, { readonly state: GuildState; until: number }>({ max: REMEMBERED });
  const last = (guildId: string, otherwise = UNKNOWN): GuildState => known.get(guildId)?.state ?? otherwise;
  const keep = (guildId: string, state: GuildState, time: number): GuildState => {
    known.set(guildId, { state, until: now() + time });
    return state;
  };
  return {
    fresh: (guildId) => {
      const held = known.get(guildId);
      return held !== undefined && now() < held.until ? held.state : undefined;
    },
    last,
    keep,
    outdate: (guildId) => {
      const held = guildId === undefined ? [...known.values()] : [known.peek(guildId)];
      for (const each of held) if (each !== undefined) each.until = 0;
    },
    holdOn: (guildId) => keep(guildId, last(guildId), PAUSE),
    forget: (guildId) => void known.delete(guildId),
  };
}
