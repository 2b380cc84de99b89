import * as fc from "fast-check";
import { isJson, type Json } from "../../support/json.ts";

type Path = readonly (string | number)[];

/** One thing that is otherwise than usual in a payload: at the nth of its places, counted round. */
interface Change {
  readonly at: number;
  /** What stands there instead; `DROPPED` where nothing does. */
  readonly value: unknown;
}

const DROPPED = Symbol("dropped");

const HUGE = 100_000;

/** Deeper than any reader that calls itself could go. */
const DEEP = 3_000;

const parsed = (text: string): unknown => JSON.parse(text);

/** Values that are too large to be shown when a property fails, by what they are. */
const LARGE = new Map<unknown, unknown>(
  Object.entries({
    huge: "w".repeat(HUGE),
    deep: parsed(`${"[".repeat(DEEP)}${"]".repeat(DEEP)}`),
    many: Array.from({ length: 2_000 }, () => ({})),
    prototype: parsed('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  }).map(([name, value]) => [Symbol.for(name), value]),
);

const strange: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>(DROPPED, null), weight: 4 },
  fc.constantFrom<unknown>(
    0,
    -1,
    1,
    5,
    9_999,
    1e308,
    0.5,
    true,
    false,
    "",
    "0",
    "-1",
    "x",
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  fc.constantFrom<unknown>("1".repeat(17), "9".repeat(20), "99999999999999999999999", "2026-13-45T99:99:99Z"),
  fc.constantFrom(...LARGE.keys()),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Up to four changes of any payload. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ at: fc.nat(), value: strange }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** A payload with these changes, one after the other; the payload itself stays as it is. */
export function mutate(payload: Json, made: readonly Change[]): Json {
  return made.reduce<Json>((so, { at, value }) => {
    const paths = pathsIn(so);
    const path = paths[at % Math.max(1, paths.length)];
    const changed = path === undefined ? so : replaced(so, path, LARGE.get(value) ?? value);
    return isJson(changed) ? changed : so;
  }, payload);
}

/** Every place in a value, its branches before what they hold. */
function pathsIn(value: unknown, above: Path = []): readonly Path[] {
  // What a change has nested or multiplied is no place for the next one.
  if (above.length > 12) return [];
  const entries = Array.isArray(value)
    ? [...value.entries()].slice(0, 50)
    : isJson(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, inner]) => [[...above, key], ...pathsIn(inner, [...above, key])]);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, at) => (at === key ? kept(replaced(each, rest, by)) : [each]));
  }
  if (!isJson(value)) return value;
  const entries = Object.entries(value).flatMap(([name, each]) =>
    name === key
      ? kept(replaced(each, rest, by)).map((one) => [name, one] as const)
      : [[name, each] as const],
  );
  return Object.fromEntries(entries);
}

const kept = (value: unknown): readonly unknown[] => (value === DROPPED ? [] : [value]);
