import { once } from "node:events";
import { explainQuestion } from "../answering/explain.ts";
import type { Engine } from "../answering/engine.ts";
import { createAssistant, type Assistant } from "../guilds/assistant.ts";
import { readAskOptions, USAGE, UsageError, type AskOptions } from "./ask-options.ts";
import { writeJsonLine, type Answered } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import { FolderError, loadEngine } from "./load-engine.ts";
import { renderExplanation } from "./render-explanation.ts";
import { renderReply } from "./render.ts";

/** https://man.freebsd.org/cgi/man.cgi?query=sysexits: a call, and a configuration, that cannot be used. */
const EX_USAGE = 64;
const EX_CONFIG = 78;

async function main(): Promise<void> {
  process.stdout.on("error", endQuietly);
  try {
    await run(readAskOptions(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof FolderError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof UsageError ? EX_USAGE : EX_CONFIG;
  }
}

/** Who reads the answers may stop early, as `head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

async function run(options: AskOptions): Promise<void> {
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const engine = loadEngine(options.knowledgeFolder);
  const answer = answering(engine, options);
  const write = options.json ? writeJsonLine : writeAnswered;
  const questions = options.question === undefined ? linesOf(process.stdin) : [options.question];
  for await (const question of questions) {
    if (!process.stdout.write(`${write(answer(question))}\n`)) await once(process.stdout, "drain");
  }
}

function answering(engine: Engine, { explain }: AskOptions): (question: string) => Answered {
  const assistant: Assistant = createAssistant(engine);
  return (question) => ({
    question,
    reply: assistant.ask(question),
    explanation: explain ? explainQuestion(question, engine) : undefined,
  });
}

function writeAnswered({ reply, explanation }: Answered): string {
  const answer = renderReply(reply);
  return explanation === undefined ? answer : `${answer}\n\n${renderExplanation(explanation)}`;
}

await main();
