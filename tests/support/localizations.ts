import { Locale } from "discord.js";
import { asJson, asText, isJson, type Json } from "./json.ts";
import { COMMANDS } from "./limits.ts";
import type { Problem } from "./rest-error.ts";

/** What a command or option is called in other languages: https://docs.discord.com/developers/interactions/application-commands#localization */
const FIELDS = ["name", "description"] as const;

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

const textsOf = (node: Json, field: string): Json => asJson(node[`${field}_localizations`] ?? {});

/** The longest text of a field counts, in whatever language it is. */
export function longestLength(node: Json, field: string): number {
  const texts = [node[field], ...Object.values(textsOf(node, field))].map(asText);
  return Math.max(...texts.map(({ length }) => length));
}

/** What is wrong with the localised texts of one command or option. */
export function localizationProblems(node: Json, isName: (name: string) => boolean): readonly Problem[] {
  return FIELDS.flatMap((field) =>
    Object.entries(textsOf(node, field)).flatMap(([locale, text]) => {
      const path = [`${field}_localizations`, locale];
      if (!LOCALES.has(locale)) return [{ path, message: "is no locale of Discord" }];
      const { length } = asText(text);
      const isFit = field === "name" ? isName(asText(text)) : length >= 1 && length <= COMMANDS.description;
      return isFit ? [] : [{ path, message: `"${asText(text)}" is no valid ${field}` }];
    }),
  );
}

/** Names that stand beside each other differ in every locale; what is not localised keeps its own name there. */
export function doubledNames(nodes: readonly Json[]): readonly Problem[] {
  const locales = new Set(nodes.flatMap((node) => Object.keys(textsOf(node, "name"))));
  return [...locales].flatMap((locale) => {
    const names = nodes.map((node) => asText(textsOf(node, "name")[locale] ?? node["name"]));
    const isDoubled = new Set(names).size < names.length;
    return isDoubled ? [{ path: ["name_localizations", locale], message: "two have the same name" }] : [];
  });
}

/** As Discord answers who does not ask for localizations: without them, at every level. */
export function withoutLocalizations(node: Json): Json {
  const { name_localizations: _, description_localizations: __, ...rest } = node;
  const { options } = rest;
  return Array.isArray(options)
    ? { ...rest, options: options.filter(isJson).map(withoutLocalizations) }
    : rest;
}
