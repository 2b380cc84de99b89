import { availableParallelism, loadavg } from "node:os";
import { converse, type Conversations } from "./conversation.ts";
import { measurePipeline } from "./pipeline.ts";
import { QUESTIONS } from "./questions.ts";
import { memoryRows, pipelineRows, responseRows, startRows } from "./rows.ts";
import { measureStartParts } from "./start-parts.ts";
import { measureStarts } from "./start-time.ts";
import { writeTable } from "./table.ts";

const STARTS = 7;
const COLD_RUNS = 3;
const CONVERSATIONS = 3;
const QUESTIONS_BEFORE = 200;
const QUESTIONS_TIMED = 100;

const begin = performance.now();
tell(`starting each program ${STARTS} times`);
const starts = await measureStarts(STARTS);
const parts = await measureStartParts(COLD_RUNS);
tell(`asking each program ${CONVERSATIONS} × ${QUESTIONS_BEFORE + QUESTIONS_TIMED} questions`);
const conversations = await converseOften();
tell("asking in process");
const pipeline = measurePipeline();

const [load = 0] = loadavg();
const seconds = ((performance.now() - begin) / 1000).toFixed(0);
process.stdout.write(`
Rolecall as built, beside a bare discord.js client and a bare MiniSearch search in the same run
Node ${process.versions.node}, ${availableParallelism()} processors, load ${load.toFixed(1)}; medians of ${STARTS} starts and ${CONVERSATIONS} conversations; ${seconds} s

${writeTable([
  ...startRows(starts, parts),
  ...memoryRows(conversations),
  ...responseRows(conversations),
  ...pipelineRows(pipeline),
])}
`);

function tell(what: string): void {
  process.stderr.write(`${((performance.now() - begin) / 1000).toFixed(0).padStart(3)} s  ${what}…\n`);
}

async function converseOften(): Promise<Conversations[]> {
  const questions = {
    before: QUESTIONS.slice(0, QUESTIONS_BEFORE),
    timed: QUESTIONS.slice(QUESTIONS_BEFORE, QUESTIONS_BEFORE + QUESTIONS_TIMED),
  };
  const all: Conversations[] = [];
  for (let count = 0; count < CONVERSATIONS; count++) all.push(await converse(questions));
  return all;
}
