import { ChannelType } from "discord.js";
import type { ZodMiniType } from "zod/mini";
import { asJson, asList, asText, isJson } from "./json.ts";
import type { Problem } from "./rest-error.ts";

/** What a schema of discord-api-spec has against a body, after working round what the package wrongly refuses. */
export function schemaProblems(schema: ZodMiniType, body: unknown): readonly Problem[] {
  const result = schema.safeParse(withAcceptedSpellings(body));
  return result.success ? [] : result.error.issues.flatMap((issue) => readIssue(issue, []));
}

/**
 * Discord takes permissions as a string, timestamps with an offset and, as the builders of discord.js have it, media
 * channels in options; the package takes none of these.
 */
function withAcceptedSpellings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAcceptedSpellings);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, acceptedSpelling(name, field)]),
  );
}

const FORUM: number = ChannelType.GuildForum;
const MEDIA: number = ChannelType.GuildMedia;

function acceptedSpelling(name: string, field: unknown): unknown {
  if (name === "default_member_permissions" && typeof field === "string") return Number(field);
  if (name === "channel_types") return asList(field).map((type) => (type === MEDIA ? FORUM : type));
  if (name === "timestamp" && typeof field === "string") return field.replace(/[+-]\d\d:\d\d$/, "Z");
  return withAcceptedSpellings(field);
}

/** A union reports every branch; the one with the fewest complaints is what the sender meant. */
function readIssue(issue: unknown, parents: readonly string[]): readonly Problem[] {
  const { path, message, errors } = asJson(issue);
  const here = [...parents, ...asList(path).map(String)];
  const branches = asList(errors).map((branch) => asList(branch).flatMap((inner) => readIssue(inner, here)));
  const [meant] = branches.toSorted((first, second) => complaints(first) - complaints(second));
  return meant ?? [{ path: here, message: asText(message) || "is not accepted" }];
}

/** A wrong `type` means that the branch was not meant at all. */
function complaints(problems: readonly Problem[]): number {
  const wrongType = problems.some(({ path }) => path.at(-1) === "type");
  return problems.length + (wrongType ? 1_000 : 0);
}
