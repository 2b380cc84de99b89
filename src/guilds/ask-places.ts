import type { AskPlace, GuildSettings } from "./guild-settings.ts";

/** More than a server needs, and few enough to be shown together. */
export const MOST_ASK_PLACES = 50;

/** The places of a server: what its moderators chose, else those that the operator's names mean there. */
export function askPlacesOf(settings: GuildSettings, byName: readonly AskPlace[]): readonly AskPlace[] {
  return settings.askPlaces ?? byName;
}

/** The settings with one more place; with the first choice those by name become chosen ones too. */
export function addAskPlace(
  settings: GuildSettings,
  place: AskPlace,
  byName: readonly AskPlace[],
): GuildSettings {
  const others = askPlacesOf(settings, byName).filter(({ id }) => id !== place.id);
  return others.length < MOST_ASK_PLACES ? { ...settings, askPlaces: [...others, place] } : settings;
}

/** The settings without a place. */
export function removeAskPlace(
  settings: GuildSettings,
  id: string,
  byName: readonly AskPlace[],
): GuildSettings {
  return { ...settings, askPlaces: askPlacesOf(settings, byName).filter((place) => place.id !== id) };
}
