import type { APIMessageTopLevelComponent } from "discord.js";
import type { Reply } from "../../src/answering/reply.ts";
import { renderLine, renderReply } from "../../src/discord/render/reply.ts";
import type { Assistant, Before, Values } from "../../src/guilds/assistant.ts";
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
  return { name, asked, isPrivate: false, show: (assistant) => showReply(assistant.ask(text, before)) };
}

/** A slash command and its answer. */
export function uses(name: string, command: string, values: Values = {}): Scene {
  const asked = { by: "command", command, values } as const;
  return { name, asked, isPrivate: false, show: (assistant) => showReply(assistant.run(command, values)) };
}

/** The same, seen by one member alone. */
export function privately(scene: Scene): Scene {
  return { ...scene, isPrivate: true };
}

/** A line of the bot about itself, after a click. */
export function line(name: string, text: string): Scene {
  return { name, asked: { by: "click" }, isPrivate: true, show: () => ({ components: renderLine(text) }) };
}

/** The one place where the page renders a reply. */
function showReply(reply: Reply): Shown {
  return { components: renderReply(reply), reply };
}
