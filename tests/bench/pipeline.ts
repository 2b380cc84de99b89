import { fileURLToPath } from "node:url";
import MiniSearch from "minisearch";
import { Bench } from "tinybench";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { LONG_MESSAGES, QUESTIONS } from "./questions.ts";

/** Milliseconds. */
interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export interface PipelineTimes {
  readonly ours: Latency;
  readonly bare: Latency;
  readonly worst: { readonly name: string; readonly p50: number };
}

const ROUNDS = 5;
const WORST_ROUNDS = 10;
const FOLDER = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** Times the answering of a question, without Discord, beside a plain search of the same snippets. */
export function measurePipeline(): PipelineTimes {
  const engine = buildEngine(loadKnowledge(FOLDER), loadLexicon());
  const index = buildBareIndex(engine);
  const ask = (question: string) => answerQuestion(question, engine);
  return {
    ours: timeEach(QUESTIONS, ROUNDS, ask),
    bare: timeEach(QUESTIONS, ROUNDS, (question) => index.search(question)),
    worst: worstOf(ask),
  };
}

/** What a newcomer to MiniSearch writes: every option as it comes. */
function buildBareIndex({ index: { entries } }: Engine): MiniSearch {
  const index = new MiniSearch({ fields: ["question", "answer"] });
  index.addAll(entries.map(({ snippet: { id, question, answer } }) => ({ id, question, answer })));
  return index;
}

function worstOf(ask: (question: string) => unknown): PipelineTimes["worst"] {
  const timed = Object.entries(LONG_MESSAGES).map(([name, message]) => ({
    name,
    p50: timeEach([message], WORST_ROUNDS, ask).p50,
  }));
  return timed.reduce((worst, next) => (next.p50 > worst.p50 ? next : worst));
}

/** Runs `work` over all texts once to warm up, then `rounds` times. */
function timeEach(texts: readonly string[], rounds: number, work: (text: string) => unknown): Latency {
  const bench = new Bench({
    time: 0,
    iterations: rounds * texts.length,
    warmupTime: 0,
    warmupIterations: texts.length,
  });
  let next = 0;
  bench.add("each", () => {
    work(texts[next++ % texts.length] ?? "");
  });
  const [task] = bench.runSync();
  if (task?.result.state !== "completed") throw new Error("the measurement did not complete");
  return task.result.latency;
}
