/** Characters that show nothing: controls and formats (zero-width, bidirectional), variation selectors; line breaks and tabs stay. */
const INVISIBLE = /(?![\n\t\r])[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;
const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g;
const DISCORD_TOKEN = /<(?:a?:\w+:\d+|[@#][!&]?\d+|\/[^:>]+:\d+|t:-?\d+(?::\w)?)>/g;
const ADDRESS = /<?https?:\/\/[^\s>]+>?/gi;

/**
 * A message as plain text: NFKC, straight quotes, without invisible characters, code blocks, links, mentions
 * and custom emoji. Line breaks stay: they divide sentences.
 */
export function normalizeText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(CODE_BLOCK, "\n")
    .replace(DISCORD_TOKEN, " ")
    .replace(ADDRESS, " ")
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒]/g, "-")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}
