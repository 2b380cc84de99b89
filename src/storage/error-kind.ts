import { StoreError } from "../guilds/store.ts";
import { codeOf } from "./database.ts";

/** What made a database fail, as far as an operator would look elsewhere for it. */
export type ErrorKind = "unreachable" | "timeout" | "busy" | "full" | "other";

/**
 * Codes of SQLite (https://www.sqlite.org/rescode.html), PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html) and the network.
 */
const KINDS: readonly (readonly [RegExp, ErrorKind])[] = [
  [/^(?:E(?:CONN|HOST|NET|PIPE|AI_)|ENOTFOUND|ETIMEDOUT|08|57P0)/, "unreachable"],
  [/^57014$/, "timeout"],
  [/^(?:SQLITE_(?:BUSY|LOCKED)|40001|40P01|55P03)/, "busy"],
  [/^(?:SQLITE_FULL|53100|ENOSPC)/, "full"],
];

/** Texts of errors without a code: those of pg and of the socket that gives up. */
const TEXTS: readonly (readonly [RegExp, ErrorKind])[] = [
  [/timeout|does not answer/i, "timeout"],
  [/terminated|was closed|not queryable/i, "unreachable"],
];

/** The kind of an error of the store, by what caused it. */
export function kindOf(error: unknown): ErrorKind {
  const cause = error instanceof StoreError ? error.cause : error;
  const code = codeOf(cause);
  const text = cause instanceof Error && code === "" ? cause.message : "";
  const found = [
    ...KINDS.filter(([pattern]) => pattern.test(code)),
    ...TEXTS.filter(([pattern]) => pattern.test(text)),
  ];
  return found[0]?.[1] ?? "other";
}
