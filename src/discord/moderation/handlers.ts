import type { ChatInputCommandInteraction } from "discord.js";
import type { ModerationPath } from "../../languages/moderation/wording.ts";
import type { Bot } from "../bot.ts";
import { isModerationPath } from "./definitions.ts";
import { askToForget } from "./forget.ts";
import { showGaps } from "./gaps.ts";
import {
  addDocument,
  exportDocuments,
  removeDocument,
  replaceDocument,
  showDocument,
  showConflicts,
  showDocuments,
  showStale,
} from "./knowledge.ts";
import { answerPrivacy } from "./privacy.ts";
import {
  addPlace,
  changeInterval,
  changeLanguage,
  changeReplyStyle,
  clearGapChannel,
  clearHelperRole,
  removePlace,
  setGapChannel,
  setHelperRole,
  showSettings,
} from "./settings.ts";
import { showStatus } from "./status.ts";

type ForEverybody = "privacy";

/** Answers a command that a member of any server, or of none, used. */
type Handler = (interaction: ChatInputCommandInteraction, bot: Bot) => Promise<void>;

/** Answers a moderator of a server that the bot was added to. */
type ModeratorHandler = (interaction: ChatInputCommandInteraction<"cached">, bot: Bot) => Promise<void>;

const FOR_EVERYBODY: Readonly<Record<ForEverybody, Handler>> = {
  privacy: answerPrivacy,
};

const FOR_MODERATORS: Readonly<Partial<Record<Exclude<ModerationPath, ForEverybody>, ModeratorHandler>>> = {
  "knowledge add": addDocument,
  "knowledge list": showDocuments,
  "knowledge show": showDocument,
  "knowledge remove": removeDocument,
  "knowledge replace": replaceDocument,
  "knowledge export": exportDocuments,
  "knowledge stale": showStale,
  "knowledge conflicts": showConflicts,
  "settings show": showSettings,
  "settings ask-channel add": addPlace,
  "settings ask-channel remove": removePlace,
  "settings ask-forum add": addPlace,
  "settings ask-forum remove": removePlace,
  "settings reply-style": changeReplyStyle,
  "settings interval": changeInterval,
  "settings helper-role set": setHelperRole,
  "settings helper-role clear": clearHelperRole,
  "settings gap-channel set": setGapChannel,
  "settings gap-channel clear": clearGapChannel,
  "settings language": changeLanguage,
  "settings forget-everything": askToForget,
  gaps: showGaps,
  status: showStatus,
};

/** What is handled, and so what Discord is told of. */
export const HANDLED: readonly ModerationPath[] = [FOR_MODERATORS, FOR_EVERYBODY]
  .flatMap((handlers) => Object.keys(handlers))
  .filter(isModerationPath);

/** The answer to what everybody may use. */
export const handlerForEverybody = (path: string): Handler | undefined =>
  new Map<string, Handler>(Object.entries(FOR_EVERYBODY)).get(path);

/** The answer to what moderators may use. */
export const handlerForModerators = (path: string): ModeratorHandler | undefined =>
  new Map<string, ModeratorHandler>(Object.entries(FOR_MODERATORS)).get(path);
