import { renderComponents } from "./components.ts";
import { element, escapeHtml } from "./html.ts";
import type { Asked, Scene, Shown } from "./scene.ts";

const MEMBER = { author: "ada", avatar: avatarOf("a", "#d4548e") } as const;
const BOT = { author: "Rolecall", avatar: avatarOf("R", "#4654c0") } as const;
const TIME = "10:24";

/** A scene as Discord shows it: what the member did, and the bot's message below. */
export function renderConversation({ asked, isPrivate }: Scene, { components, files = {} }: Shown): string {
  const answer = element(
    "discord-message",
    { ...BOT, bot: true, timestamp: TIME, ephemeral: isPrivate },
    renderReference(asked),
    element("div", { class: "components" }, ...renderComponents(components, files)),
  );
  return element("discord-messages", {}, renderQuestion(asked), answer);
}

/** What stands in the channel above the answer; commands and clicks leave no message there. */
function renderQuestion(asked: Asked): string {
  if (asked.by !== "message") return "";
  const mention = element("discord-mention", { type: "user" }, BOT.author);
  const text = element("div", { class: "text-display" }, `${mention} ${escapeHtml(asked.text)}`);
  return element("discord-message", { ...MEMBER, timestamp: TIME }, text);
}

/** The line over the answer that says what it answers. */
function renderReference(asked: Asked): string {
  switch (asked.by) {
    case "command":
      return element("discord-command", { ...MEMBER, slot: "reply", command: asked.command });
    case "message":
      return element(
        "discord-reply",
        { ...MEMBER, slot: "reply" },
        `@${BOT.author} ${escapeHtml(asked.text)}`,
      );
    case "click":
      return element("discord-reply", { ...BOT, bot: true, slot: "reply" }, "Click to see the message");
  }
}

/** What a member typed, for the page's own heading: Discord shows a command's options to nobody else. */
export function describeAsked(asked: Asked): string {
  switch (asked.by) {
    case "command":
      return [
        `/${asked.command}`,
        ...Object.entries(asked.values).map(([name, value]) => `${name}: ${value}`),
      ].join(" ");
    case "message":
      return asked.text;
    case "click":
      return "a click";
  }
}

function avatarOf(letter: string, color: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/>` +
    `<text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="bold" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
