import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import { startChat } from "../../src/terminal/chat.ts";
import { buildSmallEngine } from "./small-knowledge.ts";
import { inputOf, Recording } from "./streams.ts";

const assistant = createAssistant(buildSmallEngine());

async function pipe(...lines: readonly string[]): Promise<string> {
  const output = new Recording();
  await startChat({ assistant, input: inputOf(lines.map((line) => `${line}\n`).join("")), output });
  return output.text;
}

const DEVOPS = `A DevOps engineer builds and runs the pipelines that bring software to its users.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do

Related:
1. How much does a DevOps engineer earn?
`;

const PAY = `City         Salary   Rent
────────  ─────────  ─────
Houston   11,159.75  1,303
New York  11,113.83  3,680
Source: A guide to DevOps › Pay — Example Press, January 2023
https://example.org/guide#pay
`;

describe("through a pipe", () => {
  test("a question is answered in plain lines, without greeting and prompt", async () => {
    expect(await pipe("What is a DevOps engineer?")).toBe(DEVOPS);
  });

  test("each line that says something gets one block", async () => {
    expect(await pipe("", "what is a devops engineer", "   ", "/cert ceh")).toBe(`${DEVOPS}
CEH

The CEH is advised for DevSecOps engineers.
Source: A guide to DevOps › Certificates — Example Press, January 2023
https://example.org/guide#certificates
`);
  });

  test("a number takes what was offered, and says what that was", async () => {
    const [, chosen] = (await pipe("What is a DevOps engineer?", "1")).split(`${DEVOPS}\n`);
    expect(chosen).toContain(`How much does a DevOps engineer earn?\n\n${PAY}`);
  });

  test("a number that was not offered is explained", async () => {
    expect(await pipe("1")).toBe("There is nothing to choose from: ask a question, or write /help.\n");
    expect(await pipe("What is a DevOps engineer?", "2.")).toBe(
      `${DEVOPS}\nThe only number to choose is 1.\n`,
    );
    expect(await pipe("/role", "7")).toContain("\nChoose a number from 1 to 2.\n");
  });

  test("a topic of a card is shown whole by its number", async () => {
    expect(await pipe("/role devops", "2")).toContain(`\n\nDevOps engineer: salary\n\n${PAY}`);
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
    expect(await pipe("What is a DevOps engineer?", word, "/cert ceh")).toBe(DEVOPS);
  });

  test("what was asked before is known to the next question, but not to a chosen one", async () => {
    const heard: [string, string | undefined][] = [];
    const listening: Assistant = {
      ...assistant,
      ask: (question, previous) => {
        heard.push([question, previous]);
        return assistant.ask(question, previous);
      },
    };
    const lines = "What is a DevOps engineer?\nand the pay?\n/role devsecops\nand the pay?\n1\n";
    await startChat({ assistant: listening, input: inputOf(lines), output: new Recording() });
    expect(heard).toEqual([
      ["What is a DevOps engineer?", undefined],
      ["and the pay?", "What is a DevOps engineer?"],
      ["and the pay?", "devsecops"],
    ]);
  });

  test("nothing said is nothing answered", async () => {
    expect(await pipe()).toBe("");
  });

  test("a reader who goes away ends the chat", async () => {
    const output = new Recording();
    const input = new PassThrough();
    const chat = startChat({ assistant, input, output });
    output.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    input.end("What is a DevOps engineer?\n/cert ceh\n");
    await expect(chat).resolves.toBeUndefined();
  });
});

/** Types keys one after another, as a person does, and returns what the screen got. */
async function type(...keys: readonly string[]): Promise<string> {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = new Recording({ columns: 75 });
  const chat = startChat({ assistant, input, output });
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
    expect(seen(await type("What is a DevOps engineer?\r", "\u0004"))).toContain(`
A DevOps engineer builds and runs the pipelines that bring software to its
users.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do

Related:
1. How much does a DevOps engineer earn?

› `);
  });

  test("Tab completes commands and names", async () => {
    expect(seen(await type("/ro\tdevs\twh\t\r", "\u0004"))).toContain("DevSecOps engineer: what it is\n");
  });
});
