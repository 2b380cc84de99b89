import type { Assistant } from "../guilds/assistant.ts";
import type { Screen } from "./screen.ts";
import { wrap } from "./wrap.ts";

/** What this is, how to use it, where to read more: three lines. */
export function greeting(assistant: Assistant, screen: Screen): string {
  const [role] = assistant.complete({ command: "role", option: "name" }, "");
  const command = role === undefined ? "/topics" : `/role ${role.value}`;
  return [
    screen.paint("bold", "Rolecall answers career questions and shows the section behind every answer."),
    `Ask in your own words, or type ${command}; Tab completes.`,
    "/help lists the commands, a number takes what is offered, exit ends.",
  ]
    .map((line) => wrap(line, screen))
    .join("\n");
}
