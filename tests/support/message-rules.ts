import { MessageFlags } from "discord.js";
import { componentProblems } from "./component-rules.ts";
import { asJson, asList, asText, type Json } from "./json.ts";
import { MESSAGE } from "./limits.ts";
import type { Problem } from "./rest-error.ts";
import { flatten, type WireComponent } from "./wire.ts";

/** A message as it would stand after the request: what is sent, or the old message with what is edited. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly WireComponent[];
  readonly flags: number;
  /** Names of all files attached to it. */
  readonly fileNames: readonly string[];
  readonly hasOther: boolean;
}

export function isV2(flags: number): boolean {
  return (flags & MessageFlags.IsComponentsV2) !== 0;
}

/** The rules for messages that the schemas of discord-api-spec do not state. */
export function draftProblems(draft: Draft): readonly Problem[] {
  return [
    ...contentProblems(draft),
    ...embedProblems(draft.embeds),
    ...exclusionProblems(draft),
    ...componentProblems(draft.components, isV2(draft.flags)),
    ...fileProblems(draft),
  ];
}

export function isEmpty({ content, embeds, components, fileNames, hasOther }: Draft): boolean {
  return content.trim() === "" && embeds.length + components.length + fileNames.length === 0 && !hasOther;
}

/** Ids of those whom a message may ping. */
export interface Pingable {
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/**
 * No message of this bot pings anybody but whom a member aimed it at and the roles that a test allows: every send and
 * edit says so, and nothing in it takes that back.
 */
export function mentionProblems(body: Json, allowed: Pingable): readonly Problem[] {
  const path = ["allowed_mentions"];
  if (body["allowed_mentions"] === undefined || body["allowed_mentions"] === null) {
    return [{ path, message: "is missing: Discord would ping whomever the text mentions" }];
  }
  const { parse, users, roles, replied_user: repliedUser } = asJson(body["allowed_mentions"]);
  if (!Array.isArray(parse)) return [{ path: [...path, "parse"], message: "must be an empty list" }];
  const others = [
    ...asList(users).filter((user) => !allowed.users.includes(asText(user))),
    ...asList(roles).filter((role) => !allowed.roles.includes(asText(role))),
  ];
  const pings = [...asList(parse), ...others].length > 0 || repliedUser === true;
  return pings ? [{ path, message: "lets the message ping" }] : [];
}

function contentProblems({ content }: Draft): readonly Problem[] {
  if (content.length <= MESSAGE.content) return [];
  return [
    { path: ["content"], message: `must be ${MESSAGE.content} or fewer in length, is ${content.length}` },
  ];
}

function embedProblems(embeds: readonly Json[]): readonly Problem[] {
  const characters = embeds.flatMap(embedTexts).join("").length;
  const problems: Problem[] = [];
  if (characters > MESSAGE.embedCharacters) {
    problems.push({
      path: ["embeds"],
      message: `${characters} characters in all: more than ${MESSAGE.embedCharacters}`,
    });
  }
  if (embeds.some((embed) => embedTexts(embed).join("") === "" && !embed["image"] && !embed["thumbnail"])) {
    problems.push({ path: ["embeds"], message: "an embed must not be empty" });
  }
  return problems;
}

/** The texts that Discord counts, in reading order. */
export function embedTexts(embed: Json): readonly string[] {
  const fields = asList(embed["fields"]).map(asJson);
  return [
    asText(asJson(embed["author"])["name"]),
    asText(embed["title"]),
    asText(embed["description"]),
    ...fields.flatMap(({ name, value }) => [asText(name), asText(value)]),
    asText(asJson(embed["footer"])["text"]),
  ];
}

function exclusionProblems({ content, embeds, flags, hasOther }: Draft): readonly Problem[] {
  if (!isV2(flags)) return [];
  const message = "cannot be used with the flag IS_COMPONENTS_V2";
  return [
    ...(content === "" ? [] : [{ path: ["content"], message }]),
    ...(embeds.length === 0 ? [] : [{ path: ["embeds"], message }]),
    ...(hasOther ? [{ path: ["poll"], message }] : []),
  ];
}

const ATTACHMENT_SCHEME = "attachment://";

function fileProblems({ components, embeds, fileNames, flags }: Draft): readonly Problem[] {
  const urls = [...embeds.flatMap(embedMedia), ...flatten(components).flatMap(componentMedia)];
  const missing = urls
    .filter(
      (url) => url.startsWith(ATTACHMENT_SCHEME) && !fileNames.includes(url.slice(ATTACHMENT_SCHEME.length)),
    )
    .map((url) => ({ path: ["attachments"], message: `${url} is shown but not attached` }));
  return [...missing, ...hiddenFileProblems(urls, { flags, fileNames })];
}

/** https://docs.discord.com/developers/components/reference: with IS_COMPONENTS_V2 only components show files. */
function hiddenFileProblems(
  urls: readonly string[],
  { flags, fileNames }: Pick<Draft, "flags" | "fileNames">,
): readonly Problem[] {
  const hidden = isV2(flags) ? fileNames.filter((name) => !urls.includes(ATTACHMENT_SCHEME + name)) : [];
  return hidden.map((name) => ({ path: ["attachments"], message: `${name} is attached but not shown` }));
}

function embedMedia(embed: Json): readonly string[] {
  return [embed["image"], embed["thumbnail"]].map((media) => asText(asJson(media)["url"]));
}

function componentMedia({ media, file, items = [] }: WireComponent): readonly string[] {
  return [media, file, ...items.map((item) => item.media)].map((source) => source?.url ?? "");
}
