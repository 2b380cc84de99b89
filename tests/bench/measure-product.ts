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

/** Measures the built program beside bare programs of its parts; gives the tables as text. */
export async function measureProduct(tell: (what: string) => void): Promise<string> {
  tell(`starting each program ${STARTS} times`);
  const starts = await measureStarts(STARTS);
  const parts = await measureStartParts(COLD_RUNS);
  tell(`asking each program ${CONVERSATIONS} × ${QUESTIONS_BEFORE + QUESTIONS_TIMED} questions`);
  const conversations = await converseOften();
  tell("asking in process");
  const rows = [
    ...startRows(starts, parts),
    ...memoryRows(conversations),
    ...responseRows(conversations),
    ...pipelineRows(measurePipeline()),
  ];
  return `Rolecall as built, beside a bare discord.js client and a bare MiniSearch search in the same run
medians of ${STARTS} starts and ${CONVERSATIONS} conversations

${writeTable(rows)}`;
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
