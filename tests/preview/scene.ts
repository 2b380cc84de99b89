import type { APIMessageTopLevelComponent } from "discord.js";
import type { Reply } from "../../src/answering/reply.ts";
import { renderAnswerPage, type Asked as AskedOnDiscord } from "../../src/discord/answer-page.ts";
import { renderPreview } from "../../src/discord/controls/preview.ts";
import { renderLine } from "../../src/discord/render/reply.ts";
import type { Assistant, Before, Values } from "../../src/guilds/assistant.ts";
import type { Wording } from "../../src/languages/wording.ts";
import type { Files } from "./components.ts";

/** What the member did whom the bot answers. */
export type Asked =
  | { readonly by: "command"; readonly command: string; readonly values: Values }
  | { readonly by: "message"; readonly text: string }
  | { readonly by: "click" };

/** What the bot sends. */
export interface Shown {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** The reply it shows; absent where the bot speaks of itself. */
  readonly reply?: Reply;
  /** What `attachment://name` shows, by name: data URIs. */
  readonly files?: Files;
}

/** One question and what a member then sees. */
export interface Scene {
  /** Lower case and hyphens; names it in addresses, pictures and tests. */
  readonly name: string;
  readonly asked: Asked;
  readonly isPrivate: boolean;
  readonly show: (assistant: Assistant) => Shown;
}

/** A message to the bot and its answer; `before` is what the message follows up. */
export function asks(name: string, text: string, before?: Before): Scene {
  const asked = { by: "message", text } as const;
  return {
    name,
    asked,
    isPrivate: false,
    show: (assistant) => showReply(assistant.ask(text, before), { assistant }),
  };
}

/** A slash command and its answer. */
export function uses(name: string, command: string, values: Values = {}): Scene {
  const asked = { by: "command", command, values } as const;
  return {
    name,
    asked,
    isPrivate: false,
    show: (assistant) =>
      showReply(assistant.run(command, values), { invocation: { command, values }, assistant }),
  };
}

/** The same, seen by one member alone. */
export function privately(scene: Scene): Scene {
  return {
    ...scene,
    isPrivate: true,
    show: (assistant) => {
      const { reply } = scene.show(assistant);
      return reply ? showReply(reply, { assistant, isPrivate: true }) : scene.show(assistant);
    },
  };
}

/** The same in another language. */
export function inLocale(locale: string, scene: Scene): Scene {
  const name = `${scene.name}-${locale.toLowerCase()}`;
  return { ...scene, name, show: (assistant) => scene.show(assistant.in(locale)) };
}

/** What a member sees who looks for an answer to somebody's message. */
export function previews(name: string, text: string): Scene {
  const show = (assistant: Assistant): Shown => {
    const reply = assistant.ask(text);
    const others = assistant.alternatives(text, { reply }).map(({ key }) => key);
    return { components: renderPreview(reply, { message: MEMBER, others }, assistant), reply };
  };
  return { name, asked: { by: "message", text }, isPrivate: true, show };
}

/** A line of the bot about itself, after a click. */
export function line(name: string, textIn: (notices: Wording["notices"]) => string): Scene {
  const show = ({ wording }: Assistant): Shown => ({
    components: renderLine(textIn(wording.notices), wording),
  });
  return { name, asked: { by: "click" }, isPrivate: true, show };
}

/** A command with which the bot speaks of itself. */
export function tells(
  command: string,
  componentsIn: (wording: Wording) => readonly APIMessageTopLevelComponent[],
): Scene {
  const show = ({ wording }: Assistant): Shown => ({ components: componentsIn(wording) });
  return { name: command, asked: { by: "command", command, values: {} }, isPrivate: true, show };
}

/** The one place where the page renders a reply. */
function showReply(
  reply: Reply,
  {
    assistant,
    isPrivate = false,
    ...asked
  }: Partial<Omit<AskedOnDiscord, "asker">> & { readonly assistant: Assistant },
): Shown {
  return { components: renderAnswerPage(reply, { ...asked, asker: MEMBER, isPrivate }, assistant), reply };
}

/** Whoever asks. */
const MEMBER = "100000000000000001";
