import type { LocalizationMap } from "discord.js";
import { LANGUAGES } from "../languages/languages.ts";
import type { Named, Wording } from "../languages/wording.ts";

/** Names and descriptions in every locale but those of English, which has the default ones. */
export interface Localized {
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
}

const [, ...OTHERS] = LANGUAGES;

/** What a command or option is called in each language; nothing where no language names it. */
export function localized(namedIn: (wording: Wording) => Named | undefined): Localized {
  const named = OTHERS.flatMap((wording) =>
    wording.locales.map((locale) => ({ locale, named: namedIn(wording) })),
  );
  const textsOf = (text: (named: Named) => string): LocalizationMap =>
    Object.fromEntries(named.flatMap(({ locale, named: own }) => (own ? [[locale, text(own)]] : [])));
  return {
    name_localizations: textsOf(({ name }) => name),
    description_localizations: textsOf(({ description }) => description),
  };
}
