import type { DatabaseAddress } from "../../../src/storage/database.ts";

/** Writes an address as one argument of a program, and reads it again. */
export const argumentOf = (address: DatabaseAddress): string =>
  address.kind === "sqlite" ? `sqlite:${address.file}` : address.url;

export const addressIn = (argument: string): DatabaseAddress =>
  argument.startsWith("sqlite:")
    ? { kind: "sqlite", file: argument.slice("sqlite:".length) }
    : { kind: "postgres", url: argument };
