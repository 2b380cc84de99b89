import type { APIMessageTopLevelComponent } from "discord.js";
import type { Invocation, Reply } from "../answering/reply.ts";
import type { Assistant } from "../guilds/assistant.ts";
import { dismissButton, moreButton, voteButtons } from "./controls/buttons.ts";
import { renderReply } from "./render/reply.ts";

/** Who asked, and how. */
export interface Asked {
  /** Id of the member who can remove the answer again. */
  readonly asker: string;
  /** Only the asker sees the answer, and Discord lets them remove it. */
  readonly isPrivate: boolean;
  /** The command that was run; `undefined` for free text. */
  readonly invocation?: Invocation;
  /** A line above the answer, as Discord's Markdown. */
  readonly lead?: string | undefined;
}

/** A reply with the buttons that go with it: the rest of it, votes, and a way to remove it. */
export function renderAnswerPage(
  reply: Reply,
  { asker, isPrivate, invocation, lead }: Asked,
  assistant: Assistant,
): readonly APIMessageTopLevelComponent[] {
  const { wording } = assistant;
  const keys = assistant.keysOf(reply);
  return renderReply(reply, wording, {
    lead,
    more: moreButton(invocation, keys, wording),
    buttons: [...voteButtons(keys, wording), ...(isPrivate ? [] : dismissButton(asker, wording))],
  });
}
