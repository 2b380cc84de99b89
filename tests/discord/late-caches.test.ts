import { Client, Collection } from "discord.js";
import {
  array,
  assert,
  constant,
  constantFrom,
  nat,
  oneof,
  property,
  tuple,
  type Arbitrary,
} from "fast-check";
import { expect, test } from "vitest";
import { lateCaches, makeLate } from "../../src/discord/late-caches.ts";

/** A collection that counts how often it is made. */
function countMakes() {
  let made = 0;
  const late = makeLate(() => {
    made += 1;
    return new Collection<string, unknown>();
  });
  return { late, made: () => made };
}

test("a collection is made when something is first put into it, and not for a look", () => {
  const { late, made } = countMakes();
  expect([late.get("1"), late.size, [...late.values()], late.delete("1")]).toEqual([undefined, 0, [], false]);
  expect(made()).toBe(0);
  late.set("1", "first");
  late.set("2", "second");
  expect([made(), late.size, late.first()]).toEqual([1, 2, "first"]);
});

test("what is put into one collection is in no other", () => {
  const [one, other] = [countMakes().late, countMakes().late];
  one.set("1", "first");
  expect([one.size, other.size, other.has("1")]).toEqual([1, 0, false]);
  expect(() => other.each(() => undefined).set("2", "second")).toThrow("stays empty");
});

test("of a client's caches, those are made at once that every server has some of", async () => {
  const made: string[] = [];
  const makeCache = lateCaches((_, __, { name }) => {
    made.push(name);
    return new Collection();
  });
  const client = new Client({ intents: [], makeCache });
  expect(made.toSorted()).toEqual(["ChannelManager", "GuildManager", "UserManager"]);
  await client.destroy();
});

const KEY = constantFrom("1", "2", "3");
const DEED = oneof(
  tuple(constant("set" as const), KEY, nat(9)),
  tuple(constant("ensure" as const), KEY, nat(9)),
  tuple(constantFrom("get" as const, "has" as const, "delete" as const), KEY),
  tuple(constantFrom("clear" as const, "sweep" as const, "filter" as const, "sort" as const)),
);

type Deed = typeof DEED extends Arbitrary<infer Each> ? Each : never;

function act(cache: Collection<string, unknown>, [deed, key = "1", value]: Deed): unknown {
  if (deed === "set") cache.set(key, value);
  if (deed === "ensure") return cache.ensure(key, () => value);
  if (deed === "get" || deed === "has" || deed === "delete") return cache[deed](key);
  if (deed === "clear") cache.clear();
  if (deed === "sweep") return cache.sweep((each) => each === 3);
  if (deed === "filter") return cache.filter((each) => each === 3).toJSON();
  if (deed === "sort") cache.sort();
  return undefined;
}

test("it does what any collection does", () => {
  assert(
    property(array(DEED, { maxLength: 20 }), (deeds) => {
      const late = countMakes().late;
      const plain = new Collection<string, unknown>();
      for (const deed of deeds) {
        expect(act(late, deed)).toEqual(act(plain, deed));
        expect([...late]).toEqual([...plain]);
      }
      expect(late).toBeInstanceOf(Collection);
    }),
  );
});
