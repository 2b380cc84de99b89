import { createInterface } from "node:readline";
import type { Assistant } from "../guilds/assistant.ts";
import { completeLine } from "./completer.ts";
import { Conversation, type Turn } from "./conversation.ts";
import { greeting } from "./greeting.ts";
import { linesOf } from "./lines.ts";
import { createPrinter } from "./printer.ts";
import { renderReply } from "./render.ts";
import { screenOf, type Output, type Screen } from "./screen.ts";
import { wrap } from "./wrap.ts";

/** Who talks with whom, and where. */
export interface Chat {
  /** Who answers when it is asked for. */
  readonly assistant: () => Assistant;
  /** Calls back with what the person should know that nobody asked for. */
  readonly follow?: (tell: (news: string) => void) => void;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: Output;
}

/**
 * Answers lines until they end or one says so. On a terminal with greeting, prompt, completion and history; else one
 * block of plain lines for each line that says something.
 */
export async function startChat(chat: Chat): Promise<void> {
  const isTerminal = chat.input.isTTY === true && chat.output.isTTY === true;
  return isTerminal ? chatOnTerminal(chat) : chatThroughPipe(chat);
}

async function chatThroughPipe({ assistant, input, output }: Chat): Promise<void> {
  const conversation = new Conversation(assistant);
  const printer = createPrinter(output);
  let gap = "";
  for await (const line of linesOf(input)) {
    const turn = conversation.hear(line);
    if (turn.kind === "end") return;
    const text = writeTurn(turn, screenOf(output));
    if (text === "") continue;
    if (!(await printer.print(`${gap}${text}\n`))) return;
    gap = "\n";
  }
}

async function chatOnTerminal({ assistant, follow, input, output }: Chat): Promise<void> {
  const conversation = new Conversation(assistant);
  const printer = createPrinter(output);
  await printer.print(`${greeting(assistant(), screenOf(output))}\n\n`);
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt: screenOf(output).paint("cyan", "› "),
    completer: (line: string) => completeLine(line, assistant()),
  });
  lines.prompt();
  follow?.((news) => {
    const text = wrap(screenOf(output).paint("dim", news), screenOf(output));
    void printer.print(`\n\n${text}\n\n`).then(() => lines.prompt(true));
  });
  for await (const line of lines) {
    const turn = conversation.hear(line);
    if (turn.kind === "end") return lines.close();
    const text = writeTurn(turn, screenOf(output));
    if (text !== "" && !(await printer.print(`\n${text}\n\n`))) return lines.close();
    lines.prompt();
  }
  // Ctrl-D and Ctrl-C leave the cursor behind the prompt.
  await printer.print("\n");
}

/** The choice behind a number, unless the reply says it. */
function echoOf({ reply, chosen }: Extract<Turn, { kind: "reply" }>, screen: Screen): string {
  const isSaid = "title" in reply && reply.title !== undefined;
  return chosen === undefined || isSaid ? "" : wrap(screen.paint("bold", chosen), screen);
}

function writeTurn(turn: Turn, screen: Screen): string {
  switch (turn.kind) {
    case "reply": {
      const text = renderReply(turn.reply, screen);
      return [echoOf(turn, screen), text].filter(Boolean).join("\n\n");
    }
    case "note":
      return wrap(turn.text, screen);
    case "end":
    case "nothing":
      return "";
  }
}
