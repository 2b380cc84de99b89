/** Characters that show nothing: zero-width and bidirectional controls, other controls, variation selectors. */
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF]/g;
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
