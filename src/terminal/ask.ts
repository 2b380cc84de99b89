import type { Engine } from "../answering/engine.ts";
import { explainQuestion } from "../answering/explain.ts";
import { createAssistant, type Clock } from "../guilds/assistant.ts";
import { readAskOptions, USAGE, type AskOptions } from "./ask-options.ts";
import { writeJsonLine, type Answered } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import { createPrinter } from "./printer.ts";
import { renderExplanation } from "./render-explanation.ts";
import { renderReply } from "./render.ts";
import { screenOf, type Output, type Screen } from "./screen.ts";

/** What one run of `ask` works with. */
export interface AskRun extends Clock {
  /** The arguments after the program's name. */
  readonly args: readonly string[];
  readonly input: NodeJS.ReadableStream;
  readonly output: Output;
  /** Builds the engine over the folder that `--knowledge` names, or over the usual one. */
  readonly load: (folder: string | undefined) => Promise<Engine>;
}

/** Answers the question in the arguments, or each line of the input. Throws UsageError for a call it cannot read. */
export async function runAsk({ args, input, output, load, ...clock }: AskRun): Promise<void> {
  const options = readAskOptions(args);
  const printer = createPrinter(output);
  if (options.help) return void (await printer.print(USAGE));
  const answer = answering(await load(options.knowledgeFolder), { ...options, ...clock });
  const write = options.json ? writeJsonLine : writerFor(screenOf(output));
  const questions = options.question === undefined ? linesOf(input) : [options.question];
  for await (const question of questions) {
    if (!(await printer.print(`${write(answer(question))}\n`))) return;
  }
}

function answering(
  engine: Engine,
  { explain, ...clock }: Pick<AskOptions, "explain"> & Clock,
): (question: string) => Answered {
  const assistant = createAssistant(engine, clock);
  return (question) => ({
    question,
    reply: assistant.ask(question),
    explanation: explain ? explainQuestion(question, engine) : undefined,
  });
}

function writerFor(screen: Screen): (answered: Answered) => string {
  return ({ reply, explanation }) => {
    const answer = renderReply(reply, screen);
    return explanation === undefined ? answer : `${answer}\n\n${renderExplanation(explanation)}`;
  };
}
