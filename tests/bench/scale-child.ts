import process from "node:process";
import { fileURLToPath } from "node:url";
import MiniSearch from "minisearch";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { typeNames, type Keystroke } from "./keystrokes.ts";
import { multiplyKnowledge } from "./scale-knowledge.ts";
import type { ScaleTimes } from "./scale.ts";

/** What to measure. */
export interface ScaleTask {
  /** Snippets to invent; 0 for the shipped ones. */
  readonly size: number;
  /** How many questions there are to one that a plain search is asked. */
  readonly bareEvery: number;
  /** Asked before the clock counts: by then the code is compiled. */
  readonly known: readonly string[];
  readonly unknown: readonly string[];
  readonly long: Readonly<Record<string, string>>;
}

/** How often a long message is asked. */
const ROUNDS = 5;
/** Questions that a plain search is warmed up with. */
const BARE_WARM_UP = 20;

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));

process.once("message", (task: ScaleTask) => process.send?.(measure(task)));

function measure({ size, ...task }: ScaleTask): ScaleTimes {
  const shipped = loadKnowledge(KNOWLEDGE);
  const { engine, build, bytes } = buildTimed(size > 0 ? multiplyKnowledge(shipped, size) : shipped);
  const built = readHeap();
  const bare = buildBare(engine);
  const bareBytes = readHeap() - built;
  const times = timeQuestions({ ...task, engine, bare });
  const longest = Object.entries(task.long).map(([name, message]) => ({
    name,
    times: Array.from({ length: ROUNDS }, () => timed(() => answerQuestion(message, engine))[0]),
  }));
  const completions = timeCompletions(engine);
  const grown = readHeap() - built - bareBytes;
  return {
    entries: engine.index.entries.length,
    ...times,
    longest,
    completions,
    build,
    heap: { built: bytes, asked: bytes + grown, bare: bareBytes },
  };
}

function timed<T>(work: () => T): readonly [milliseconds: number, result: T] {
  const begin = performance.now();
  const result = work();
  return [performance.now() - begin, result];
}

/** Bytes in use after collecting garbage. */
function readHeap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function buildTimed(knowledge: Knowledge): {
  readonly engine: Engine;
  readonly build: number;
  readonly bytes: number;
} {
  const lexicon = loadLexicon();
  const before = readHeap();
  const [build, engine] = timed(() => buildEngine(knowledge, lexicon));
  return { engine, build, bytes: readHeap() - before };
}

/** What a newcomer to MiniSearch writes: every option as it comes, over the same texts. */
function buildBare({ index: { entries } }: Engine): MiniSearch {
  const index = new MiniSearch({ fields: ["question", "waysOfAsking", "answer"] });
  for (const [id, { snippet }] of entries.entries()) {
    const { question, waysOfAsking, answer } = snippet;
    index.add({ id, question, waysOfAsking: waysOfAsking.join("\n"), answer });
  }
  return index;
}

/** Milliseconds of each keystroke in an option; all are typed once before the clock counts. */
function timeCompletions(engine: Engine): number[] {
  const assistant = createAssistant(engine);
  const keystrokes = typeNames(assistant);
  const complete = ({ typed, ...target }: Keystroke): unknown => assistant.complete(target, typed);
  for (const keystroke of keystrokes) complete(keystroke);
  return keystrokes.map((keystroke) => timed(() => complete(keystroke))[0]);
}

/** Asks both in turn, so that whatever else the machine does slows both. */
function timeQuestions(
  input: Pick<ScaleTask, "bareEvery" | "known" | "unknown"> & {
    readonly engine: Engine;
    readonly bare: MiniSearch;
  },
): Pick<ScaleTimes, "ours" | "bare"> {
  const { engine, bare, known, unknown, bareEvery } = input;
  for (const question of known) answerQuestion(question, engine);
  for (const question of known.slice(0, BARE_WARM_UP)) bare.search(question);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [at, question] of unknown.entries()) {
    ours.push(timed(() => answerQuestion(question, engine))[0]);
    if (at % bareEvery === 0) theirs.push(timed(() => bare.search(question))[0]);
  }
  return { ours, bare: theirs };
}
