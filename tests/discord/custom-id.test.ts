import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCustomId, encodeCustomId } from "../../src/discord/custom-id.ts";

/** An invocation whose id has this many characters. */
const ofLength = (length: number) => ({
  command: "ask",
  values: { question: "x".repeat(length - "r1|ask|question=".length) },
});

describe("the id of a choice", () => {
  test("is short and legible", () => {
    const run = { command: "role", values: { name: "devsecops-engineer", topic: "salary" } };
    expect(encodeCustomId(run)).toBe("r1|role|name=devsecops-engineer|topic=salary");
  });

  test("keeps the marks of its own format apart from a value", () => {
    const run = { command: "ask", values: { question: "a|b=c%d " } };
    expect(encodeCustomId(run)).toBe("r1|ask|question=a%007cb%003dc%0025d%0020");
    expect(decodeCustomId("r1|ask|question=a%007cb%003dc%0025d%0020")).toEqual(run);
  });

  test("holds 100 characters and not one more", () => {
    expect(encodeCustomId(ofLength(100))).toHaveLength(100);
    expect(encodeCustomId(ofLength(101))).toBeUndefined();
  });

  test("carries no half of a surrogate pair", () => {
    expect(encodeCustomId({ command: "ask", values: { question: "\ud83d" } })).toBeUndefined();
  });

  test("brings back what was written", { timeout: 30_000 }, () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    const values = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), text, { maxKeys: 3 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), values, (command, given) => {
        const id = encodeCustomId({ command, values: given });
        fc.pre(id !== undefined);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(id)).toEqual({ command, values: { ...given } });
      }),
    );
  });
});

describe("an id that is not one of these", () => {
  test.each([
    "",
    "r1",
    "r1|",
    "r0|role|name=x",
    "r2|role|name=x",
    "role|name=x",
    "r1|role|name",
    "r1|role|a=b=c",
    "r1-menu",
  ])("%j means nothing", (id) => {
    expect(decodeCustomId(id)).toBeUndefined();
  });

  test("never fails, whatever it holds", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (id) => {
        expect(() => [decodeCustomId(id), decodeCustomId(`r1|${id}`)]).not.toThrow();
      }),
    );
  });
});
