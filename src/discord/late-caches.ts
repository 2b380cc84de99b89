import { Collection, type CacheFactory } from "discord.js";

/** What every server has some of: nothing is gained by waiting for the first. */
const FILLED: ReadonlySet<string> = new Set([
  "ChannelManager",
  "GuildChannelManager",
  "GuildManager",
  "GuildMemberManager",
  "RoleManager",
  "UserManager",
]);

/**
 * Makes a cache when something is first put into it. discord.js has three for each channel and a dozen more for each
 * server, most of which stay empty: 10,000 servers of 20 channels have 750,000, and each takes 200 bytes.
 */
export function lateCaches(make: CacheFactory): CacheFactory {
  // One for each kind of cache: a function of its own for each cache would take more than an empty cache does.
  const makers = new Map<string, () => ReturnType<CacheFactory>>();
  return (type, holds, manager) => {
    const { name } = manager;
    if (FILLED.has(name)) return make(type, holds, manager);
    const maker = makers.get(name) ?? (() => make(type, holds, manager));
    makers.set(name, maker);
    return makeLate(maker);
  };
}

/** A collection that is made when something is first put into it. */
export const makeLate = <K, V>(make: () => Collection<K, V>): Collection<K, V> =>
  new Proxy<Collection<K, V>>(EMPTY, new LateCollection(make));

class Nothing extends Collection<never, never> {
  override set(): never {
    throw new Error("What stands for all empty collections stays empty.");
  }
}

/** Stands for every collection into which nothing was put yet. */
const EMPTY = new Nothing();

/** What puts something into a collection. */
const FILLING: ReadonlySet<string | symbol> = new Set(["set", "ensure"]);

class LateCollection<K, V> implements ProxyHandler<Collection<K, V>> {
  // The collection, or what makes it: there are so many that a second field would count.
  #collection: Collection<K, V> | (() => Collection<K, V>);

  constructor(make: () => Collection<K, V>) {
    this.#collection = make;
  }

  get(empty: Collection<K, V>, property: string | symbol): unknown {
    // By its name discord.js warns of caches that keep less than it expects.
    if (property === "constructor") return Collection;
    if (FILLING.has(property) && typeof this.#collection === "function")
      this.#collection = this.#collection();
    const collection = typeof this.#collection === "function" ? empty : this.#collection;
    const value: unknown = Reflect.get(collection, property, collection);
    // Maps do nothing for a stranger.
    return typeof value === "function" ? value.bind(collection) : value;
  }
}
