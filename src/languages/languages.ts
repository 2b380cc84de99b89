import { ENGLISH } from "./english.ts";
import { SPANISH } from "./spanish.ts";
import type { Wording } from "./wording.ts";

/** Every language that the bot speaks; the first one where it does not know better. */
export const LANGUAGES: readonly [Wording, ...Wording[]] = [ENGLISH, SPANISH];

/** The wording for a locale of Discord, such as `es-419`. */
export function wordingFor(locale: string | null | undefined): Wording {
  return LANGUAGES.find(({ locales }) => locale && locales.includes(locale)) ?? LANGUAGES[0];
}
