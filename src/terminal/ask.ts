import { explainQuestion } from "../answering/explain.ts";
import type { Engine } from "../answering/engine.ts";
import { createAssistant } from "../guilds/assistant.ts";
import { readAskOptions, USAGE, UsageError, type AskOptions } from "./ask-options.ts";
import { writeJsonLine, type Answered } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import { FolderError, loadEngine } from "./load-engine.ts";
import { createPrinter } from "./printer.ts";
import { renderExplanation } from "./render-explanation.ts";
import { renderReply } from "./render.ts";
import { screenOf } from "./screen.ts";

/** https://man.freebsd.org/cgi/man.cgi?query=sysexits: a call, and a configuration, that cannot be used. */
const EX_USAGE = 64;
const EX_CONFIG = 78;

async function main(): Promise<void> {
  try {
    await run(readAskOptions(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof FolderError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof UsageError ? EX_USAGE : EX_CONFIG;
  }
}

async function run(options: AskOptions): Promise<void> {
  const printer = createPrinter(process.stdout);
  if (options.help) {
    await printer.print(USAGE);
    return;
  }
  const answer = answering(loadEngine(options.knowledgeFolder), options);
  const write = options.json ? writeJsonLine : writeAnswered;
  const questions = options.question === undefined ? linesOf(process.stdin) : [options.question];
  for await (const question of questions) {
    if (!(await printer.print(`${write(answer(question))}\n`))) break;
  }
}

function answering(engine: Engine, { explain }: AskOptions): (question: string) => Answered {
  const assistant = createAssistant(engine);
  return (question) => ({
    question,
    reply: assistant.ask(question),
    explanation: explain ? explainQuestion(question, engine) : undefined,
  });
}

function writeAnswered({ reply, explanation }: Answered): string {
  const screen = screenOf(process.stdout);
  const answer = renderReply(reply, screen);
  return explanation === undefined ? answer : `${answer}\n\n${renderExplanation(explanation)}`;
}

await main();
