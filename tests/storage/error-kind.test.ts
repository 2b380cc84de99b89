import { expect, test } from "vitest";
import { StoreError } from "../../src/guilds/store.ts";
import { kindOf } from "../../src/storage/error-kind.ts";

const coded = (code: string): Error => Object.assign(new Error("it failed"), { code });
const failed = (cause: unknown): StoreError => new StoreError("the database failed", { cause });

test.each([
  ["ECONNREFUSED", "unreachable"],
  ["ECONNRESET", "unreachable"],
  ["ENOTFOUND", "unreachable"],
  ["EAI_AGAIN", "unreachable"],
  ["57P01", "unreachable"],
  ["08006", "unreachable"],
  ["57014", "timeout"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_BUSY_SNAPSHOT", "busy"],
  ["40001", "busy"],
  ["SQLITE_FULL", "full"],
  ["53100", "full"],
  ["SQLITE_CORRUPT", "other"],
  ["23505", "other"],
])("a database that fails with %s is told as %s", (code, kind) => {
  expect(kindOf(failed(coded(code)))).toBe(kind);
});

test.each([
  ["Connection terminated unexpectedly", "unreachable"],
  ["timeout exceeded when trying to connect", "timeout"],
  ["Connection terminated due to connection timeout", "timeout"],
  ["PostgreSQL does not answer", "timeout"],
  ["something else", "other"],
])("without a code, “%s” is told as %s", (text, kind) => {
  expect(kindOf(failed(new Error(text)))).toBe(kind);
});

test("what is no error of the store is told by itself", () => {
  expect(kindOf(coded("ECONNREFUSED"))).toBe("unreachable");
  expect(kindOf("just text")).toBe("other");
});
