/**
 * Makes text from documents and members safe to show: `**bold**` and `code` stay, other emphasis goes, and nothing else
 * formats, hides an address behind a label, mentions, or turns the direction of what follows.
 */
export function escapeInline(text: string): string {
  const visible = withoutInvisible(text);
  let escaped = "";
  let at = 0;
  for (const match of visible.matchAll(MARKUP)) {
    escaped += visible.slice(at, match.index) + escapeMatch(match);
    at = match.index + match[0].length;
  }
  return escaped + visible.slice(at);
}

/** For the label of a link, where an address would break the link. */
export function escapeLabel(text: string): string {
  const line = withoutInvisible(text).replaceAll("://", `:${BREAK}//`);
  return line.replace(CHARACTERS, escapeCharacter);
}

/** For a code block, which shows every character as it is. */
export function escapeCode(text: string): string {
  const unmarked = withoutInvisible(text)
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("**", "");
  return unmarked.replaceAll("`", "ˋ").replace(MENTIONS, escapeCharacter);
}

/** Breaks what Discord reads as one token; members do not see it. */
const BREAK = "\u200b";

/** Controls, zero-width spaces, and what turns the direction of writing; joiners of emoji and of scripts stay. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

function withoutInvisible(text: string): string {
  return text
    .replace(/[^\S\ufeff]/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** How a mention, a timestamp, an emoji or a command link starts. */
const MENTION = String.raw`@(?=everyone|here)|<(?=[@#:/]|(?:a|t|id|sound):)`;
const SPECIAL = "[\\\\`*_~|[\\]]";
const MENTIONS = new RegExp(MENTION, "gu");
const CHARACTERS = new RegExp(`${MENTION}|${SPECIAL}`, "gu");

const MARKUP = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
    String.raw`<(?<autolink>https?://[^\s<>]+)>`,
    String.raw`\[(?<label>[^[\]]*)\]\(<?(?<target>https?://[^\s<>()]+)>?\)`,
    String.raw`(?<address>https?://[^\s<>"\x60]+)`,
    String.raw`(?<!\x60)\x60(?<code>[^\x60\n]+)\x60(?!\x60)`,
    String.raw`\*\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*\*`,
    String.raw`(?<![\p{L}\p{N}*])\*(?<italic>[^\s*](?:[^*\n]*[^\s*])?)\*(?!\*)`,
    String.raw`(?<![\p{L}\p{N}_])_(?<slanted>[^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])`,
    MENTION,
    SPECIAL,
  ].join("|"),
  "gu",
);

function escapeMatch({ 0: match, groups = {} }: RegExpExecArray): string {
  const { escaped, autolink, label, target, address, code, bold, italic, slanted } = groups;
  if (escaped !== undefined) return escapeEscaped(escaped);
  if (autolink !== undefined) return showAddress(autolink);
  if (target !== undefined) return `${escapeLabel(label ?? "")} (${showAddress(target)})`;
  if (address !== undefined) return showAddressInText(address);
  if (code !== undefined) return `\`${code.replace(MENTIONS, escapeCharacter)}\``;
  if (bold !== undefined) return `**${escapeInline(bold)}**`;
  const emphasized = italic ?? slanted;
  return emphasized === undefined ? escapeCharacter(match) : escapeInline(emphasized);
}

function escapeEscaped(character: string): string {
  return /[@<\\`*_~|[\]]/.test(character) ? escapeCharacter(character) : character;
}

function escapeCharacter(character: string): string {
  return character === "@" || character === "<" ? `${character}${BREAK}` : `\\${character}`;
}

/** An address between brackets, which keep its underscores and stop a preview. */
export function showAddress(address: string): string {
  return `<${address.replace(UNSAFE_IN_ADDRESS, encodeCharacter)}>`;
}

const UNSAFE_IN_ADDRESS = /[\s<>()\\]|@(?=everyone|here)/gu;

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Punctuation after an address belongs to the sentence. */
function showAddressInText(match: string): string {
  const address = match.replace(/[.,;:!?'*_~|)\]]+$/u, "");
  return showAddress(address) + match.slice(address.length).replace(CHARACTERS, escapeCharacter);
}
