import type { Assistant } from "./assistant.ts";
import type { Base } from "./base.ts";
import { listLeft, type Presence } from "./departures.ts";
import type { GuildDocuments } from "./documents.ts";
import type { GuildAssistants } from "./guild-assistants.ts";
import { createGapCounter, type GapCounter } from "./gap-counter.ts";
import { inTime } from "./in-time.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "./guild-settings.ts";
import { createKnownSettings, type KnownSettings } from "./known-settings.ts";
import type { CountedGap, Store } from "./store.ts";
import type { Watch } from "./watch.ts";
import { weeksBefore } from "./weeks.ts";

/** What the bot is in each server: with its moderators' settings, and over its own documents beside the built-in ones. */
export interface Guilds {
  /** The defaults outside of servers. Never rejects. */
  settingsOf(guildId: string | null): Promise<GuildSettings>;
  /** Who answers from the built-in knowledge alone, as it is now. */
  shared(): Assistant;
  /** Who answers there; the built-in knowledge alone where there is nothing else, or the database fails. Never rejects. */
  assistantOf(guildId: string | null): Promise<Assistant>;
  /** Returns the new settings. Throws StoreError when they could not be kept. */
  changeSettings(guildId: string, change: (settings: GuildSettings) => GuildSettings): Promise<GuildSettings>;
  /** The server's own documents; a change is answered from at once. */
  readonly documents: GuildDocuments;
  readonly gaps: GapCounter;
  /** The counts of a server of the last weeks. Throws StoreError. */
  readGaps(guildId: string, weeks: number): Promise<readonly CountedGap[]>;
  /** Whether the database answers. Never rejects. */
  isReachable(): Promise<boolean>;
  /** Deletes all that is kept of a server. Throws StoreError. */
  forget(guildId: string): Promise<void>;
  /** Deletes what is kept of servers that the bot left a while ago without being told. Throws StoreError. */
  forgetLeft(presence: Presence): Promise<void>;
  /** Keeps what waits and closes the database. */
  stop(): Promise<void>;
}

export interface GuildsOptions {
  readonly store: Store;
  readonly documents: GuildDocuments;
  /** The built-in knowledge as it is when it is asked for. */
  readonly base: () => Base;
  readonly assistants: GuildAssistants;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** Told of each failure of the database that no member is told of. */
  readonly onFailure: (error: unknown) => void;
  readonly watch?: Pick<Watch, "looked">;
}

/** Milliseconds that a member waits for what a server added to be ready; Discord waits three seconds. */
const PATIENCE = 1_800;

/** Serves servers from a store; what fails there never keeps an answer of the built-in knowledge. */
export function createGuilds(options: GuildsOptions): Guilds {
  const { store, documents, base, assistants, now, elapsed, onFailure, watch } = options;
  const known = createKnownSettings({ store, now: elapsed, onFailure, watch });
  const gaps = createGapCounter({ store, now, onFailure });
  store.watch({
    onChange: (guildId) => [known, assistants].forEach((each) => each.outdate(guildId)),
    onFailure,
  });
  const forget = async (guildId: string): Promise<void> => {
    await gaps.drop(guildId);
    await store.forget(guildId);
    for (const each of [known, assistants]) each.forget(guildId);
  };
  const { shared, assistantOf, renew } = answersFrom({ base, assistants, known });
  return {
    settingsOf: async (guildId) =>
      guildId === null ? DEFAULT_SETTINGS : (await known.stateOf(guildId)).settings,
    shared,
    assistantOf,
    changeSettings: (guildId, change) => known.change(guildId, change),
    documents: renewingWith(renew, documents),
    gaps,
    readGaps: async (guildId, weeks) => {
      await gaps.flush();
      return await store.readGaps(guildId, weeksBefore(now(), weeks - 1));
    },
    isReachable: () => isReachable(store),
    forget,
    forgetLeft: async (presence) => forgetAll(await listLeft(store, presence, now()), forget),
    stop: () => gaps.stop().then(() => store.stop()),
  };
}

interface Answers extends Pick<GuildsOptions, "base" | "assistants"> {
  readonly known: KnownSettings;
}

/** Who answers where. */
function answersFrom({ base, assistants, known }: Answers) {
  const shared = (): Assistant => base().assistant;
  const assistantOf = async (guildId: string): Promise<Assistant> => {
    const { documentsVersion } = await known.stateOf(guildId);
    if (documentsVersion !== undefined) return await assistants.assistantOf(guildId, documentsVersion);
    // Another process may have forgotten the server.
    assistants.forget(guildId);
    return shared();
  };
  return {
    shared,
    assistantOf: async (guildId: string | null): Promise<Assistant> =>
      guildId === null
        ? shared()
        : await inTime(assistantOf(guildId), { patience: PATIENCE, otherwise: shared }),
    // What a moderator is told has happened is answered from with the next question.
    renew: async (guildId: string): Promise<void> => {
      const { documentsVersion } = await known.refresh(guildId);
      if (documentsVersion !== undefined) await assistants.newestOf(guildId, documentsVersion);
    },
  };
}

/** One after the other: it can wait, and answers cannot. */
async function forgetAll(
  guildIds: readonly string[],
  forget: (guildId: string) => Promise<void>,
): Promise<void> {
  for (const guildId of guildIds) await forget(guildId);
}

/** No server has this id. */
const NO_GUILD = "0";

function isReachable(store: Pick<Store, "readState">): Promise<boolean> {
  return store.readState(NO_GUILD).then(
    () => true,
    () => false,
  );
}

/** Documents of which `renew` is told when a server's have changed, before whoever changed them is. */
function renewingWith(renew: (guildId: string) => Promise<void>, documents: GuildDocuments): GuildDocuments {
  return {
    ...documents,
    upload: async (guildId, file, replaces) => {
      const uploaded = await documents.upload(guildId, file, replaces);
      if (uploaded.kind === "kept") await renew(guildId);
      return uploaded;
    },
    remove: async (guildId, id) => {
      const removed = await documents.remove(guildId, id);
      await renew(guildId);
      return removed;
    },
  };
}
