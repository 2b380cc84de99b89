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
  return {
    name_localizations: localizedText((wording) => namedIn(wording)?.name),
    description_localizations: localizedText((wording) => namedIn(wording)?.description),
  };
}

/** A text in every locale but those of English; nothing where no language has it. */
export function localizedText(textIn: (wording: Wording) => string | undefined): LocalizationMap {
  const texts = OTHERS.flatMap((wording) =>
    wording.locales.map((locale) => [locale, textIn(wording)] as const),
  );
  return Object.fromEntries(texts.flatMap(([locale, text]) => (text === undefined ? [] : [[locale, text]])));
}
