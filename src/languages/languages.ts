import { ENGLISH } from "./english.ts";
import { SPANISH } from "./spanish.ts";
import type { Wording } from "./wording.ts";

/** Every language that the bot speaks; the first one where it does not know better. */
export const LANGUAGES: readonly [Wording, ...Wording[]] = [ENGLISH, SPANISH];

/** The wording for a locale of Discord, such as `es-419`, or for the code of a language. */
export function wordingFor(locale: string | null | undefined): Wording {
  const isMeant = ({ language, locales }: Wording): boolean =>
    locale !== null && locale !== undefined && [language, ...locales].includes(locale);
  return LANGUAGES.find(isMeant) ?? LANGUAGES[0];
}
