import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { finish } from "../src/retrieval/steps.ts";
import { cut, join, type Pieces } from "../src/pieces.ts";

const MOST_BYTES = 32_768;

function bytesOf(pieces: Pieces): number[] {
  switch (pieces.kind) {
    case "whole":
      return [pieces.bytes.length];
    case "fields":
      return pieces.fields.flatMap(([, value]) => bytesOf(value));
    case "item":
      return bytesOf(pieces.item);
    case "lists":
      return pieces.lists.flatMap(bytesOf);
  }
}

const LARGE = {
  name: "large",
  numbers: Array.from({ length: 50_000 }, (_, at) => at / 3),
  documents: [
    { text: "x".repeat(20_000), sections: Array.from({ length: 90 }, () => ({ y: "z".repeat(900) })) },
  ],
  nothing: [],
  none: null,
};

test("plain data is the same after it was cut and put together", () => {
  assert(
    property(jsonValue(), (value) => {
      expect(finish(join(cut(value)))).toEqual(value);
    }),
  );
  expect(finish(join(cut(LARGE)))).toEqual(LARGE);
});

test("no piece is large, so that putting them together can be interrupted", () => {
  const sizes = bytesOf(cut(LARGE));
  expect(sizes.length).toBeGreaterThan(10);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES);
});

test("a name from a prototype is a field like others", () => {
  const hostile: unknown = JSON.parse(`{"__proto__":{"text":"${"x".repeat(40_000)}"},"other":1}`);
  const joined = finish(join(cut(hostile)));
  expect(JSON.stringify(joined)).toBe(JSON.stringify(hostile));
  expect(Object.getPrototypeOf(joined)).toBe(Object.prototype);
});
