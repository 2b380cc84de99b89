import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOCUMENT, GLOSSARY } from "./small-knowledge.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command in the package's folder, without the configuration of whoever runs the tests. */
function run(command: readonly string[], input = ""): Promise<Ended> {
  const [program = "", ...args] = command;
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], DISCORD_TOKEN: "", KNOWLEDGE_DIR: "" };
  const child = spawn(program, args, { cwd: ROOT, env });
  const texts = { output: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (texts.output += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (texts.errors += chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...texts }));
  });
}

const npmAsk = (...args: readonly string[]): readonly string[] => [
  "npm",
  "run",
  "--silent",
  "ask",
  "--",
  ...args,
];
const builtAsk = (...args: readonly string[]): readonly string[] => ["node", "dist/ask.js", ...args];

const folder = mkdtempSync(join(tmpdir(), "rolecall-"));

beforeAll(async () => {
  writeFileSync(join(folder, "glossary.md"), GLOSSARY);
  writeFileSync(join(folder, "guide.md"), DOCUMENT);
  const { code, output } = await run(["npm", "run", "--silent", "build"]);
  if (code !== 0) throw new Error(`The program cannot be built:\n${output}`);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("the built program", { timeout: 120_000 }, () => {
  test("answers the questions of a file with JSON lines and nothing else, two runs at once", async () => {
    const input = "What is a DevSecOps engineer?\n\nWhat does a data scientist earn?\n";
    const runs = await Promise.all([run(npmAsk("--json"), input), run(npmAsk("--json"), input)]);
    for (const { code, output, errors } of runs) {
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
      const lines = output.trimEnd().split("\n");
      expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
        expect.objectContaining({ status: "answered", reason: null }),
        expect.objectContaining({ question: "", status: "refused", reason: "not-a-question" }),
        expect.objectContaining({ status: "refused", answers: [], reason: "entity-not-covered" }),
      ]);
    }
  });

  test("answers one question from another folder", async () => {
    const { code, output, errors } = await run(builtAsk("--knowledge", folder, "What is a DevOps engineer?"));
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output.split("\n").slice(0, 3)).toEqual([
      "A DevOps engineer builds and runs the pipelines that bring software to its users.",
      expect.stringMatching(
        /^Source: A guide to DevOps › What they do — Example Press, January 2023 \(over \d+ years old\)$/,
      ),
      "https://example.org/guide#what-they-do",
    ]);
  });

  test("chats through a pipe when there is no token", async () => {
    const { code, output, errors } = await run(
      ["npm", "start", "--silent"],
      "/role devsecops\n/sources\nexit\n",
    );
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toMatch(/^DevSecOps engineer\n\nWhat it is\n/);
    expect(output).toContain("\nSource: What Does a DevSecOps Engineer Do? › ");
    expect(output).toContain(
      "\n\nWhere my answers come from\n\n4 Key Differences Between DevOps and DevSecOps\n",
    );
  });

  test("ends quietly when its reader goes away", async () => {
    const lines = "What is a DevOps engineer?\n".repeat(5000);
    const asking = `node dist/ask.js --json --knowledge '${folder}' | head -n 1; exit "\${PIPESTATUS[0]}"`;
    const { code, output, errors } = await run(["bash", "-c", asking], lines);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output.split("\n")).toHaveLength(2);
  });

  test("says what is wrong with a call, and ends with 64", async () => {
    expect(await run(builtAsk("--shout"))).toEqual({
      code: 64,
      output: "",
      errors: "Unknown option '--shout'. The options are --json, --explain, --knowledge DIR and --help.\n",
    });
  });

  test("says what is wrong with a folder, and ends with 78", async () => {
    const nowhere = join(folder, "nowhere");
    expect(await run(builtAsk("--knowledge", nowhere, "hi"))).toEqual({
      code: 78,
      output: "",
      errors: `The knowledge folder ${nowhere} cannot be used:
${nowhere}:1: there is no such folder; name the folder that holds the documents
`,
    });
  });

  test("says what is wrong with a document, and ends with 78", async () => {
    const broken = mkdtempSync(join(folder, "broken-"));
    writeFileSync(join(broken, "guide.md"), DOCUMENT.replace("Topics: salary", "Topics: riches"));
    const { code, output, errors } = await run(builtAsk("--knowledge", broken, "hi"));
    expect({ code, output }).toEqual({ code: 78, output: "" });
    expect(errors).toMatch(`The knowledge folder ${broken} cannot be used:\n${join(broken, "guide.md")}:`);
    expect(errors).toContain('`Topics:` has "riches", which the glossary lacks');
    expect(errors).not.toContain("    at ");
  });

  test("says that a folder holds no documents, and ends with 78", async () => {
    const empty = mkdtempSync(join(folder, "empty-"));
    expect(await run(builtAsk("--knowledge", empty, "hi"))).toEqual({
      code: 78,
      output: "",
      errors: `The knowledge folder ${empty} holds no documents: add Markdown files or name another folder.\n`,
    });
  });
});
