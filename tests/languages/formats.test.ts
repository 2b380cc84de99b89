import { describe, expect, test } from "vitest";
import { formatsOf } from "../../src/languages/formats.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const english = formatsOf("en-GB");
const spanish = formatsOf("es");

describe("a time", () => {
  test.each([
    [0, "0 seconds", "0 segundos"],
    [SECOND, "1 second", "1 segundo"],
    [90 * SECOND, "90 seconds", "90 segundos"],
    [5 * MINUTE, "5 minutes", "5 minutos"],
    [90 * MINUTE, "90 minutes", "90 minutos"],
    [2 * HOUR, "2 hours", "2 horas"],
    [DAY, "1 day", "1 día"],
  ])("of %i milliseconds is said in the largest unit that is whole: %s, %s", (span, inEnglish, inSpanish) => {
    expect([english.span(span), spanish.span(span)]).toEqual([inEnglish, inSpanish]);
  });

  test.each([
    [59 * SECOND, "0 minutes"],
    [MINUTE, "1 minute"],
    [2 * HOUR - 1, "119 minutes"],
    [2 * HOUR, "2 hours"],
    [2 * DAY - 1, "47 hours"],
    [2 * DAY, "2 days"],
  ])("of %i milliseconds is roughly %s", (span, said) => {
    expect(english.roughly(span)).toBe(said);
  });
});
