import {
  ComponentType,
  type APIMessageTopLevelComponent,
  type Attachment,
  type ChatInputCommandInteraction,
} from "discord.js";
import { QUOTA, type Uploaded } from "../../guilds/documents.ts";
import type { StoredDocument } from "../../guilds/store.ts";
import { MOST_BYTES } from "../../knowledge/upload-text.ts";
import type { Wording } from "../../languages/wording.ts";
import type { Bot } from "../bot.ts";
import { assistantFor, wordingOf } from "../locale.ts";
import { renderLead } from "../render/layout.ts";
import { renderLine, renderReply } from "../render/reply.ts";
import { asWritten } from "./as-written.ts";
import { documentNamed } from "./document-option.ts";
import { fetchFile } from "./fetch-file.ts";
import { describeDocument, describeProblems, listDocuments, usedOf } from "./render-documents.ts";
import { replyInTime, type PageFile, type PrivatePage } from "./reply-in-time.ts";

type Moderated = ChatInputCommandInteraction<"cached">;

/** `/knowledge add` */
export async function addDocument(interaction: Moderated, bot: Bot): Promise<void> {
  await replyInTime(interaction, () => upload(interaction, bot));
}

/** `/knowledge replace` */
export async function replaceDocument(interaction: Moderated, bot: Bot): Promise<void> {
  await replyInTime(interaction, async () => {
    const document = await documentNamed(interaction, bot);
    return document === undefined ? missing(interaction) : upload(interaction, bot, document.id);
  });
}

async function upload(interaction: Moderated, bot: Bot, replaces?: string): Promise<PrivatePage> {
  const { options, guildId } = interaction;
  const wording = wordingOf(interaction);
  const { knowledge: words } = wording.moderation;
  const file = options.getAttachment("file", true);
  const fetched = await fetchFile(file, bot.fileOrigins);
  if (fetched.kind !== "fetched") bot.metrics.uploaded(fetched.kind);
  if (fetched.kind === "too-large") return line(words.tooLarge(asWritten(file.name), MOST_BYTES), wording);
  if (fetched.kind === "not-fetched") {
    bot.log.warn({ err: fetched.cause, guildId }, "a file was not fetched");
    return line(words.notFetched(asWritten(file.name)), wording);
  }
  const uploaded = await bot.guilds.documents.upload(
    guildId,
    { bytes: fetched.bytes, name: file.name, ...givenIn(interaction) },
    replaces,
  );
  bot.metrics.uploaded(uploaded.kind);
  bot.log.info({ guildId, outcome: uploaded.kind }, "took an upload");
  if (uploaded.kind === "too-hard")
    bot.log.warn({ err: uploaded.cause, guildId }, "an upload could not be read");
  if (uploaded.kind === "kept") bot.answers.outdate(interaction.guild.channels.cache);
  return renderUploaded(uploaded, { file, interaction, bot, isNew: replaces === undefined });
}

function givenIn({ options }: Moderated) {
  return {
    title: options.getString("title") ?? undefined,
    url: options.getString("url") ?? undefined,
    published: options.getString("published") ?? undefined,
  };
}

interface UploadContext {
  readonly file: Attachment;
  readonly interaction: Moderated;
  readonly bot: Bot;
  readonly isNew: boolean;
}

async function renderUploaded(
  uploaded: Uploaded,
  { file, interaction, bot, isNew }: UploadContext,
): Promise<PrivatePage> {
  const wording = wordingOf(interaction);
  const { knowledge: words } = wording.moderation;
  switch (uploaded.kind) {
    case "kept": {
      const { document: summary, understood } = uploaded;
      const title = (isNew ? words.added : words.replaced)(summary.title);
      const used = usedOf(await bot.guilds.documents.list(interaction.guildId), wording);
      const page = renderReply(describeDocument({ title, summary, understood }, wording), wording);
      return { components: [...page, renderLead(`-# ${used}`)] };
    }
    case "unreadable":
      return { components: renderReply(describeProblems(file.name, uploaded, wording), wording) };
    case "too-hard":
      return line(words.tooHard(asWritten(file.name)), wording);
    case "too-many":
      return line(words.tooMany(uploaded.documents, uploaded.snippets, QUOTA), wording);
    case "taken":
      return line(words.taken(asWritten(uploaded.title)), wording);
    case "missing":
      return line(words.missing, wording);
  }
}

const line = (text: string, wording: Wording): PrivatePage => ({ components: renderLine(text, wording) });

function missing(interaction: Moderated): PrivatePage {
  const wording = wordingOf(interaction);
  return line(wording.moderation.knowledge.missing, wording);
}

/** `/knowledge stale` */
export async function showStale(interaction: Moderated, bot: Bot): Promise<void> {
  const assistant = assistantFor(interaction, bot);
  await replyInTime(interaction, async () => ({
    components: renderReply(assistant.stale(), assistant.wording),
  }));
}

/** `/knowledge conflicts` */
export async function showConflicts(interaction: Moderated, bot: Bot): Promise<void> {
  const assistant = assistantFor(interaction, bot);
  await replyInTime(interaction, async () => ({
    components: renderReply(assistant.conflicts(), assistant.wording),
  }));
}

/** `/knowledge list` */
export async function showDocuments(interaction: Moderated, bot: Bot): Promise<void> {
  const wording = wordingOf(interaction);
  await replyInTime(interaction, async () => {
    const documents = await bot.guilds.documents.list(interaction.guildId);
    const [first, ...others] = listDocuments(documents, wording).map((page) => renderReply(page, wording));
    return { components: first ?? [], further: others.map((components) => ({ components })) };
  });
}

/** `/knowledge show` */
export async function showDocument(interaction: Moderated, bot: Bot): Promise<void> {
  const wording = wordingOf(interaction);
  await replyInTime(interaction, async () => {
    const named = await documentNamed(interaction, bot);
    const opened = named && (await bot.guilds.documents.open(interaction.guildId, named.id));
    if (opened === undefined) return missing(interaction);
    const { title, understood } = opened;
    return {
      components: renderReply(describeDocument({ title, summary: opened, understood }, wording), wording),
    };
  });
}

/** `/knowledge remove` */
export async function removeDocument(interaction: Moderated, bot: Bot): Promise<void> {
  const { knowledge: words } = wordingOf(interaction).moderation;
  await replyInTime(interaction, async () => {
    const named = await documentNamed(interaction, bot);
    const removed = named && (await bot.guilds.documents.remove(interaction.guildId, named.id));
    if (removed === undefined) return missing(interaction);
    bot.log.info({ guildId: interaction.guildId }, "removed a document");
    bot.answers.outdate(interaction.guild.channels.cache);
    const file = fileOf(removed);
    const lead = renderLine(
      `${words.removed(asWritten(removed.title))}\n${words.keepFile}`,
      wordingOf(interaction),
    );
    return { components: [...lead, shown(file)], files: [file] };
  });
}

/** `/knowledge export`: one document as it was uploaded, or all of them in as many messages as they need. */
export async function exportDocuments(interaction: Moderated, bot: Bot): Promise<void> {
  const wording = wordingOf(interaction);
  const { knowledge: words } = wording.moderation;
  await replyInTime(interaction, async () => {
    const isOne = interaction.options.getString("document") !== null;
    const named = isOne ? await documentNamed(interaction, bot) : undefined;
    if (isOne && named === undefined) return missing(interaction);
    const documents = await bot.guilds.documents.read(interaction.guildId, named?.id);
    const [first, ...others] = inMessages(documents.map(fileOf));
    if (first === undefined) return line(words.none, wording);
    return {
      components: [renderLead(words.exported(documents.length)), ...first.map(shown)],
      files: first,
      further: others.map((files) => ({ components: files.map(shown), files })),
    };
  });
}

/** https://docs.discord.com/developers/reference#uploading-files: ten files and 10 MiB a message. */
const MOST_FILES = 10;
const MOST_UPLOADED = 9_000_000;

function inMessages(files: readonly PageFile[]): readonly (readonly PageFile[])[] {
  const messages: PageFile[][] = [];
  for (const file of files) {
    const last = messages.at(-1);
    const size = last?.reduce((sum, { attachment }) => sum + attachment.length, file.attachment.length) ?? 0;
    if (last !== undefined && last.length < MOST_FILES && size <= MOST_UPLOADED) last.push(file);
    else messages.push([file]);
  }
  return messages;
}

const fileOf = ({ id, fileName, text }: StoredDocument): PageFile => ({
  name: `${id}${/\.\w+$/.exec(fileName)?.[0] ?? ".md"}`,
  attachment: Buffer.from(text),
});

const shown = ({ name }: PageFile): APIMessageTopLevelComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});
