import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { explainQuestion } from "../../src/answering/explain.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { runAsk } from "../../src/terminal/ask.ts";
import { USAGE } from "../../src/terminal/ask-options.ts";
import { choicesOf, renderReply } from "../../src/terminal/render.ts";
import { PLAIN_SCREEN } from "../../src/terminal/screen.ts";
import { buildSmallEngine } from "./small-knowledge.ts";
import { inputOf, Recording } from "./streams.ts";

const engine = buildSmallEngine();
const assistant = createAssistant(engine);

const DEVOPS = `A DevOps engineer builds and runs the pipelines that bring software to its users.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do
`;

async function ask(args: readonly string[], input: readonly (string | Buffer)[] = []): Promise<string> {
  const output = new Recording();
  await runAsk({ args, input: inputOf(...input), output, load: async () => engine });
  return output.text;
}

async function askJson(...input: readonly (string | Buffer)[]): Promise<unknown[]> {
  const lines = (await ask(["--json"], input)).split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line): unknown => JSON.parse(line));
}

const replyTo = (text: string): unknown => expect.objectContaining({ question: text });

describe("a question in the arguments", () => {
  test("is answered once, as in the chat", async () => {
    const text = await ask(["What is a DevOps engineer?"]);
    expect(text).toBe(`${renderReply(assistant.ask("What is a DevOps engineer?"), PLAIN_SCREEN)}\n`);
    expect(text.startsWith(DEVOPS)).toBe(true);
  });

  test("needs no quotes", async () => {
    expect(await ask(["What", "is", "a", "DevOps", "engineer?"])).toBe(
      await ask(["What is a DevOps engineer?"]),
    );
  });

  test("that nothing asks is refused without a source", async () => {
    const text = await ask([""]);
    expect(text).toBe(`${renderReply(assistant.ask(""), PLAIN_SCREEN)}\n`);
    expect(text).not.toContain("Source:");
  });

  test("can be answered as JSON", async () => {
    expect(JSON.parse(await ask(["--json", "What is a DevOps engineer?"]))).toEqual({
      question: "What is a DevOps engineer?",
      status: "answered",
      answers: [
        {
          text: "A DevOps engineer **builds** and runs the pipelines that bring software to its users.",
          citations: [
            {
              document: "guide",
              title: "A guide to DevOps",
              publisher: "Example Press",
              published: "2023-01-23",
              section: "What they do",
              url: "https://example.org/guide#what-they-do",
            },
          ],
        },
      ],
      suggestions: choicesOf(assistant.ask("What is a DevOps engineer?")).map(({ label }) => label),
      reason: null,
    });
  });
});

describe("questions on standard input", () => {
  test("get one line each, blank ones too", async () => {
    expect(await askJson("What is a DevOps engineer?\n\n  \nlast one")).toEqual([
      expect.objectContaining({ status: "answered" }),
      { question: "", status: "refused", answers: [], suggestions: [], reason: "not-a-question" },
      expect.objectContaining({ question: "  ", status: "refused", answers: [], reason: "not-a-question" }),
      replyTo("last one"),
    ]);
  });

  test("may end their lines as Windows does, and start with a byte order mark", async () => {
    expect(await askJson("\uFEFFone\r\ntwo\r\n")).toEqual([replyTo("one"), replyTo("two")]);
  });

  test("may hold every other line separator of Unicode", async () => {
    expect(await askJson("a\u2028b\u2029c\u0085d\re\n")).toEqual([replyTo("a\u2028b\u2029c\u0085d\re")]);
    expect(await ask(["--json"], ["a\u2028b\n"])).not.toContain("\u2028");
  });

  test("may come in pieces that divide lines and letters", async () => {
    const bytes = Buffer.from("Gehälter?\nWhat is it?\n");
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await askJson(...pieces)).toEqual([replyTo("Gehälter?"), replyTo("What is it?")]);
  });

  test("are none when there is no input", async () => {
    expect(await askJson()).toEqual([]);
  });

  test("are answered in their order, a thousand as well as one", async () => {
    const questions = Array.from({ length: 1000 }, (_, at) => `ok ${at}`);
    const replies = await askJson(`${questions.join("\n")}\n`);
    expect(replies).toEqual(questions.map(replyTo));
  });

  test("are read no faster than their answers are", async () => {
    let given = 0;
    const lines = function* (): Generator<Buffer> {
      for (; given < 300; given++) yield Buffer.from(`${"ok".padEnd(1500)}\n`);
    };
    const output = new PassThrough();
    const run = runAsk({
      args: ["--json"],
      input: Readable.from(lines(), { objectMode: false }),
      output,
      load: async () => engine,
    });
    await once(output, "readable");
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(given).toBeLessThan(100);
    output.resume();
    await run;
    expect(given).toBe(300);
  });

  test("on what the documents lack are refused with what can be asked instead", async () => {
    const [reply] = await askJson("What does a data scientist earn?\n");
    expect(reply).toMatchObject({ status: "refused", answers: [], reason: "entity-not-covered" });
  });
});

describe("an explanation", () => {
  test("follows the answer, in 80 columns", async () => {
    const [, explained = ""] = (await ask(["--explain", "What is a DevOps engineer?"])).split(
      "\n\nquestion  ",
    );
    expect(explained).toMatch(
      /^What is a DevOps engineer\?\nterms {5}DevOps engineer → role:devops-engineer /,
    );
    for (const line of explained.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(explained).toContain("\nentities  role:devops-engineer\nroles     role:devops-engineer\n");
    expect(explained).toContain(`
    What is a DevOps engineer?
    guide/1 › What they do
`);
    expect(explained).toMatch(/\ndecision {2}answer\n$/);
  });

  test("of a refusal names what is missing", async () => {
    expect(await ask(["--explain", "What does a data scientist earn?"])).toMatch(
      /\ndecision {2}refuse: entity-not-covered\nmissing {3}data scientist\n$/,
    );
  });

  test("of a message that asks nothing says so", async () => {
    expect(await ask(["--explain", "hello"])).toMatch(/\n\nNothing in the message asks\.\n$/);
  });

  test("is part of the JSON", async () => {
    const question = "What is a DevOps engineer?";
    expect(JSON.parse(await ask(["--explain", "--json", question]))).toMatchObject({
      question,
      status: "answered",
      explain: explainQuestion(question, engine),
    });
  });
});

describe("a call that cannot be understood", () => {
  const options = "The options are --json, --explain, --knowledge DIR and --help.";

  test.each([
    ["--shout", `Unknown option '--shout'. ${options}`],
    ["--knowledge", `Option '--knowledge <value>' argument missing. ${options}`],
    ["--json=yes", `Option '--json' does not take an argument. ${options}`],
  ])("%s is refused with what can be written", async (arg, message) => {
    await expect(ask([arg])).rejects.toThrow(expect.objectContaining({ name: "UsageError", message }));
  });

  test("asks for a question where there is none", async () => {
    await expect(ask(["--explain"])).rejects.toThrow(
      'There is no question: write one in quotes, as in npm run --silent ask -- "What is DevSecOps?"',
    );
  });
});

test.each(["--help", "-h"])("%s tells how to ask", async (arg) => {
  expect(await ask([arg])).toBe(USAGE);
  for (const line of USAGE.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("--knowledge names the folder to read", async () => {
  const folders: (string | undefined)[] = [];
  const load = async (folder: string | undefined): Promise<typeof engine> => {
    folders.push(folder);
    return engine;
  };
  for (const args of [["hi"], ["--knowledge", "docs", "hi"], ["--knowledge=docs", "hi"]]) {
    await runAsk({ args, input: inputOf(), output: new Recording(), load });
  }
  expect(folders).toEqual([undefined, "docs", "docs"]);
});
