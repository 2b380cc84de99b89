import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import type { Reply } from "../../src/answering/reply.ts";
import { startChat } from "../../src/terminal/chat.ts";
import { choicesOf, renderReply } from "../../src/terminal/render.ts";
import { PLAIN_SCREEN } from "../../src/terminal/screen.ts";
import { buildSmallEngine } from "./small-knowledge.ts";
import { inputOf, Recording } from "./streams.ts";

const assistant = createAssistant(buildSmallEngine());

async function pipe(...lines: readonly string[]): Promise<string> {
  const output = new Recording();
  await startChat({
    assistant: () => assistant,
    input: inputOf(lines.map((line) => `${line}\n`).join("")),
    output,
  });
  return output.text;
}

const QUESTION = "What is a DevOps engineer?";

/** What is asserted of replies elsewhere; here it matters which ones are shown, and what around them. */
const shown = (reply: Reply): string => `${renderReply(reply, PLAIN_SCREEN)}\n`;

const DEVOPS = shown(assistant.ask(QUESTION));
const CEH = shown(assistant.run("cert", { name: "CEH" }));

describe("through a pipe", () => {
  test("a question is answered in plain lines, without greeting and prompt", async () => {
    const text = await pipe(QUESTION);
    expect(text).toBe(DEVOPS);
    expect(text).toMatch(
      /^A DevOps engineer builds and runs the pipelines that bring software to its users\.\nSource: /,
    );
  });

  test("each line that says something gets one block", async () => {
    expect(await pipe("", QUESTION, "   ", "/cert ceh")).toBe(`${DEVOPS}\n${CEH}`);
  });

  test("a number takes what was offered, and says what that was", async () => {
    const [choice] = choicesOf(assistant.ask(QUESTION));
    const question = choice?.label ?? "";
    expect(await pipe(QUESTION, "1")).toBe(`${DEVOPS}\n${question}\n\n${shown(assistant.ask(question))}`);
  });

  test("a number that was not offered is explained", async () => {
    expect(await pipe("1")).toBe("There is nothing to choose from: ask a question, or write /help.\n");
    expect(await pipe("What is a DevOps engineer?", "2.")).toBe(
      `${DEVOPS}\nThe only number to choose is 1.\n`,
    );
    expect(await pipe("/role", "7")).toContain("\nChoose a number from 1 to 2.\n");
  });

  test("a topic of a card is shown whole by its number", async () => {
    const salary = shown(assistant.run("role", { name: "DevOps engineer", topic: "salary" }));
    expect(await pipe("/role devops", "2")).toBe(
      `${shown(assistant.run("role", { name: "devops" }))}\n${salary}`,
    );
    expect(salary).toMatch(/^DevOps engineer: salary\n\n/);
  });

  test("a command that lacks a name offers the names", async () => {
    expect(await pipe("/role")).toBe(`/role needs a name: /role <name> [topic]

1. DevOps engineer
2. DevSecOps engineer
`);
    expect(await pipe("/role", "1")).toBe(await pipe("/role", "/role DevOps engineer"));
  });

  test("a command that lacks a question says how it is written", async () => {
    expect(await pipe("/ask")).toBe("/ask needs a question: /ask <question>\n");
  });

  test("a command that does not exist is answered with the nearest ones", async () => {
    expect(await pipe("/cmpare a b")).toBe(
      "There is no command /cmpare. Did you mean /compare? /help lists them all.\n",
    );
    expect(await pipe("/dance")).toBe("There is no command /dance. /help lists them all.\n");
  });

  test("help needs no slash", async () => {
    expect(await pipe("help")).toBe(await pipe("/help"));
  });

  test.each(["exit", "quit", "/exit", "QUIT"])("%s ends", async (word) => {
    expect(await pipe(QUESTION, word, "/cert ceh")).toBe(DEVOPS);
  });

  test("what was asked before is known to the next question, but not to a chosen one", async () => {
    const heard: [string, string | undefined][] = [];
    const listening: Assistant = {
      ...assistant,
      ask: (question, before) => {
        heard.push([question, before?.question]);
        return assistant.ask(question, before);
      },
    };
    const lines = `${QUESTION}\nand the pay?\n/role devsecops\nand the pay?\n${QUESTION}\n1\nwhy?\n`;
    await startChat({ assistant: () => listening, input: inputOf(lines), output: new Recording() });
    const [choice] = choicesOf(assistant.ask(QUESTION));
    expect(heard).toEqual([
      [QUESTION, undefined],
      ["and the pay?", QUESTION],
      ["and the pay?", "devsecops"],
      [QUESTION, "and the pay? devsecops"],
      ["why?", choice?.label],
    ]);
  });

  test("a follow-up to a follow-up is about what the first question named", async () => {
    const houston = shown(assistant.ask("How much does a DevOps engineer earn in Houston?"));
    const rent = shown(assistant.ask("What is the pay of a DevOps engineer in New York?"));
    const lines = [
      "How much does a DevOps engineer earn in Houston?",
      "and in New York?",
      "what about Houston?",
    ];
    expect(await pipe(...lines)).toBe(`${houston}\n${rent}\n${houston}`);
  });

  test("each line is answered by who answers then", async () => {
    const other: Assistant = { ...assistant, ask: () => assistant.run("cert", { name: "CEH" }) };
    let asked = 0;
    const output = new Recording();
    const input = inputOf(`${QUESTION}\n${QUESTION}\n`);
    const first: Assistant = { ...assistant, ask: (question) => (asked++, assistant.ask(question)) };
    await startChat({ assistant: () => (asked === 0 ? first : other), input, output });
    expect(output.text).toBe(`${DEVOPS}\n${CEH}`);
  });

  test("nothing said is nothing answered", async () => {
    expect(await pipe()).toBe("");
  });

  test("a reader who goes away ends the chat", async () => {
    const output = new Recording();
    const input = new PassThrough();
    const chat = startChat({ assistant: () => assistant, input, output });
    output.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    input.end(`${QUESTION}\n/cert ceh\n`);
    await expect(chat).resolves.toBeUndefined();
  });
});

/** Types keys one after another, as a person does, and returns what the screen got. */
async function type(...keys: readonly string[]): Promise<string> {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = new Recording({ columns: 75 });
  const chat = startChat({ assistant: () => assistant, input, output });
  for (const key of keys.flatMap((text) => text.split(""))) {
    await new Promise(setImmediate);
    input.write(key);
  }
  await chat;
  return output.text;
}

/** The text without the sequences that move the cursor or colour. */
const seen = (screen: string): string => stripVTControlCharacters(screen).replaceAll("\r", "");

describe("on a terminal", () => {
  const GREETING = `Rolecall answers career questions and shows the section behind every
answer.
Ask in your own words, or type /role DevOps engineer; Tab completes.
/help lists the commands, a number takes what is offered, exit ends.

› `;

  test("the chat greets, prompts, and ends with Ctrl-D", async () => {
    expect(seen(await type("\u0004"))).toBe(`${GREETING}\n`);
  });

  test("Ctrl-C ends it too", async () => {
    expect(seen(await type("\u0003"))).toBe(`${GREETING}\n`);
  });

  test("exit ends it", async () => {
    expect(seen(await type("exit\r"))).toBe(`${GREETING}exit\n`);
  });

  test("an answer is wrapped at the terminal's width", async () => {
    expect(seen(await type(`${QUESTION}\r`, "\u0004"))).toContain(`
A DevOps engineer builds and runs the pipelines that bring software to its
users.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do
`);
  });

  test("news are told in between, and what was typed stays", async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
    const output = new Recording({ columns: 75 });
    const listeners: ((news: string) => void)[] = [];
    const follow = (tell: (news: string) => void): void => void listeners.push(tell);
    const chat = startChat({ assistant: () => assistant, follow, input, output });
    await new Promise(setImmediate);
    input.write("/cert c");
    await new Promise(setImmediate);
    listeners[0]?.(
      "The knowledge could not be reloaded; what was loaded stays:\nguide.md:3: it has no answer",
    );
    await new Promise(setImmediate);
    input.write("eh\r");
    await new Promise(setImmediate);
    input.write("\u0004");
    await chat;
    const text = seen(output.text);
    expect(text).toContain(
      "\n\nThe knowledge could not be reloaded; what was loaded stays:\nguide.md:3: it has no answer\n\n",
    );
    expect(text).toContain(`\n${CEH.split("\n")[0]}`);
  });

  test("Tab completes commands and names", async () => {
    expect(seen(await type("/ro\tdevs\twh\t\r", "\u0004"))).toContain("DevSecOps engineer: what it is\n");
  });
});
