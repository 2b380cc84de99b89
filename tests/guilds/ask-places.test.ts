import { expect, test } from "vitest";
import { addAskPlace, askPlacesOf, MOST_ASK_PLACES, removeAskPlace } from "../../src/guilds/ask-places.ts";
import { DEFAULT_SETTINGS, type AskPlace } from "../../src/guilds/guild-settings.ts";

const channel = (id: string): AskPlace => ({ id, kind: "channel" });
const BY_NAME = [channel("1")];

test("while nobody chose, the places are those of the operator's names", () => {
  expect(askPlacesOf(DEFAULT_SETTINGS, BY_NAME)).toEqual(BY_NAME);
});

test("the first choice keeps the places by name, and from then on names mean nothing", () => {
  const settings = addAskPlace(DEFAULT_SETTINGS, channel("2"), BY_NAME);
  expect(askPlacesOf(settings, [channel("3")])).toEqual([channel("1"), channel("2")]);
});

test("a place is there once, however often it is added", () => {
  const once = addAskPlace(DEFAULT_SETTINGS, channel("2"), []);
  expect(addAskPlace(once, channel("2"), [])).toEqual(once);
});

test("a place by name can be removed, and none is left then", () => {
  const settings = removeAskPlace(DEFAULT_SETTINGS, "1", BY_NAME);
  expect(askPlacesOf(settings, BY_NAME)).toEqual([]);
});

test("a server has so many places at most; one more changes nothing", () => {
  const places = Array.from({ length: MOST_ASK_PLACES }, (_, at) => channel(String(at)));
  const full = { ...DEFAULT_SETTINGS, askPlaces: places };
  expect(addAskPlace(full, channel("new"), [])).toBe(full);
});
