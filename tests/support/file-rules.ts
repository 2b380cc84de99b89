import { asText, type Json } from "./json.ts";
import { MESSAGE } from "./limits.ts";
import type { Problem } from "./rest-error.ts";
import type { SentFile } from "./rest-request.ts";

/** What is wrong with the files that a body brings along; https://docs.discord.com/developers/reference#uploading-files */
export function uploadProblems(
  files: readonly SentFile[],
  described: readonly Json[],
  kept: readonly { readonly id: string }[],
): readonly Problem[] {
  const fields = files.map(({ field }) => field);
  const known = new Set([...kept.map(({ id }) => id), ...fields.map((field) => field.slice(6, -1))]);
  const unknown = described.filter(({ id }) => !known.has(asText(id)));
  return [
    ...fields
      .filter((field) => !/^files\[\d+\]$/.test(field))
      .map((field) => inAttachments(`the part "${field}" is no files[n]`)),
    ...unknown.map(({ id }) => inAttachments(`"${asText(id)}" is neither attached nor kept`)),
    ...files.filter(({ name }) => name === "").map(() => inAttachments("a file needs a name")),
    ...(kept.length + files.length > MESSAGE.files
      ? [inAttachments(`must be ${MESSAGE.files} files or fewer`)]
      : []),
  ];
}

const inAttachments = (message: string): Problem => ({ path: ["attachments"], message });
