import type { APIMessageTopLevelComponent } from "discord.js";
import type { Invocation, Reply } from "../answering/reply.ts";
import type { Assistant } from "../guilds/assistant.ts";
import type { Wording } from "../languages/wording.ts";
import type { Bot } from "./bot.ts";
import type { GuildSettings } from "../guilds/guild-settings.ts";
import {
  dismissButton,
  furtherHelpButtons,
  moreButton,
  voteButtons,
  type FurtherHelp,
} from "./controls/buttons.ts";
import { escapeLabel } from "./render/escape.ts";
import { renderReply } from "./render/reply.ts";
import { shortenLine } from "./render/shorten.ts";

/** Who asked, and how. */
export interface Asked {
  /** Id of the member who can remove the answer again. */
  readonly asker: string;
  /** Only the asker sees the answer, and Discord lets them remove it. */
  readonly isPrivate: boolean;
  /** The command that was run; `undefined` for free text. */
  readonly invocation?: Invocation;
  /** What the server offers where no section answers. */
  readonly help?: FurtherHelp;
  /** A line above the answer, as Discord's Markdown. */
  readonly lead?: string | undefined;
}

/** A reply with the buttons that go with it: the rest of it, votes, and a way to remove it. */
export function renderAnswerPage(
  reply: Reply,
  asked: Asked,
  assistant: Assistant,
): readonly APIMessageTopLevelComponent[] {
  const { asker, isPrivate, invocation, help } = asked;
  const { wording } = assistant;
  const keys = assistant.keysOf(reply);
  return renderReply(reply, wording, {
    lead: leadOf(asked, wording),
    more: moreButton(invocation, keys, wording),
    buttons: [
      ...(help && isMiss(reply) ? furtherHelpButtons(asker, help, wording) : []),
      ...voteButtons(keys, wording),
      ...(isPrivate ? [] : dismissButton(asker, wording)),
    ],
  });
}

/** Whether something was asked that no section answers. */
const isMiss = (reply: Reply): boolean => reply.kind === "refusal" && reply.reason !== "not-a-question";

/** What a server offers a member whose question is not answered. */
export function furtherHelpIn({ gapChannel, helperRole }: GuildSettings): FurtherHelp {
  return { isShared: gapChannel !== undefined, isCalled: helperRole !== undefined };
}

/** A question is known by its beginning. */
const QUESTION_MAX_LENGTH = 120;

/** Of a command Discord shows the others its name alone: they would read an answer without its question. */
function leadOf({ isPrivate, invocation, lead = "" }: Asked, { refusals }: Wording): string {
  const isAsked = !isPrivate && invocation?.command === "ask";
  const question = shortenLine((isAsked && invocation.values["question"]) || "", QUESTION_MAX_LENGTH);
  return [lead, question && `-# ${escapeLabel(refusals.typed(question))}`].filter(Boolean).join("\n");
}

/** Keeps the question of a refusal for a while in memory, where its member may want others to see it. */
export function keepMissed(
  messageOrInteractionId: string,
  { question, reply }: { readonly question: string; readonly reply: Reply },
  { answers, settings }: Pick<Bot, "answers" | "settings">,
): void {
  const mayBeShared = settings.gapChannel !== undefined && isMiss(reply) && question !== "";
  if (mayBeShared) answers.keepQuestion(messageOrInteractionId, question);
}
