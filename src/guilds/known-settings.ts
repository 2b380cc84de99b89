import { LRUCache } from "lru-cache";
import { DEFAULT_SETTINGS, type GuildSettings } from "./guild-settings.ts";
import { inTime } from "./in-time.ts";
import type { GuildState, Store } from "./store.ts";

/** What is known of the servers' settings, whether the database answers or not. */
export interface KnownSettings {
  /** The state of a server: as it was known last while the database fails, the defaults when it never was. */
  stateOf(guildId: string): Promise<GuildState>;
  /** Changes a server's settings and knows the new ones at once. Throws StoreError when they could not be kept. */
  change(guildId: string, change: (settings: GuildSettings) => GuildSettings): Promise<GuildSettings>;
  /** Reads a server's state anew. Never rejects. */
  refresh(guildId: string): Promise<GuildState>;
  /** Knows nothing of a server any more. */
  forget(guildId: string): void;
}

export interface KnownSettingsOptions {
  readonly store: Pick<Store, "readState" | "changeSettings">;
  /** Milliseconds. */
  readonly now: () => number;
  /** Told of each failure to read. */
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds until a change that another process made is seen. */
const FRESH = 60_000;
/** Milliseconds until a database that failed is asked again, and how long a member waits for it. */
const PAUSE = 5_000;
const PATIENCE = 500;
/** Servers remembered; what is known of the others is read again. */
const REMEMBERED = 20_000;

const UNKNOWN: GuildState = { settings: DEFAULT_SETTINGS, documentsVersion: undefined };

interface Known {
  readonly state: GuildState;
  /** When it is to be read again. */
  readonly until: number;
}

/** Remembers settings in memory and reads them again behind the answer that needs them. */
export function createKnownSettings({ store, now, onFailure }: KnownSettingsOptions): KnownSettings {
  const known = new LRUCache<string, Known>({ max: REMEMBERED });
  const reading = new Map<string, Promise<GuildState>>();
  const keep = (guildId: string, state: GuildState, time: number): GuildState => {
    known.set(guildId, { state, until: now() + time });
    return state;
  };
  const lastKnown = (guildId: string): GuildState => known.get(guildId)?.state ?? UNKNOWN;
  const read = async (guildId: string): Promise<GuildState> => {
    const begun: Promise<GuildState> = store.readState(guildId).then(
      // What a moderator changed meanwhile is newer than what was read.
      (state) => (reading.get(guildId) === begun ? keep(guildId, state, FRESH) : lastKnown(guildId)),
      (error: unknown) => {
        onFailure(error);
        return keep(guildId, lastKnown(guildId), PAUSE);
      },
    );
    reading.set(guildId, begun);
    const state = await begun;
    if (reading.get(guildId) === begun) reading.delete(guildId);
    return state;
  };
  const readOnce = (guildId: string): Promise<GuildState> => reading.get(guildId) ?? read(guildId);
  return {
    stateOf: async (guildId) => {
      const held = known.get(guildId);
      if (held === undefined)
        return await inTime(readOnce(guildId), { patience: PATIENCE, otherwise: UNKNOWN });
      if (held.until <= now()) void readOnce(guildId);
      return held.state;
    },
    change: async (guildId, change) => {
      const state = await store.changeSettings(guildId, change);
      reading.delete(guildId);
      return keep(guildId, state, FRESH).settings;
    },
    refresh: read,
    forget: (guildId) => {
      reading.delete(guildId);
      known.delete(guildId);
    },
  };
}
