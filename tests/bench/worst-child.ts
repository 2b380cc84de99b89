import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import type { EntityKind } from "../../src/knowledge/glossary.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { keepMemorySmall } from "../../src/memory.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { multiplyKnowledge } from "./scale-knowledge.ts";
import { inventWord } from "./scale-words.ts";
import { writeShapes, type Pieces } from "./worst-shapes.ts";
import type { WorstTimes } from "./worst.ts";

/** What to measure. */
export interface WorstTask {
  /** Snippets to invent; 0 for the shipped ones. */
  readonly size: number;
  /** Asked before the clock counts: by then the code is compiled. */
  readonly known: readonly string[];
  /** How often each message is asked. */
  readonly runs: number;
}

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
const STRANGE_WORDS = 400;

process.once("message", (task: WorstTask) => process.send?.(measure(task)));

function measure({ size, known, runs }: WorstTask): WorstTimes {
  keepMemorySmall();
  const shipped = loadKnowledge(KNOWLEDGE);
  const knowledge = size > 0 ? multiplyKnowledge(shipped, size) : shipped;
  const engine = buildEngine(knowledge, loadLexicon());
  const assistant = createAssistant(engine, { today: () => "2026-01-01" });
  const ways = waysOf(assistant);
  for (const question of known) for (const handle of Object.values(ways)) handle(question);
  const shapes = Object.entries(writeShapes(piecesOf(engine, known)));
  return { entries: engine.index.entries.length, shapes: timeShapes(shapes, { ways, runs }) };
}

interface Runs {
  readonly ways: ReturnType<typeof waysOf>;
  readonly runs: number;
}

/** Round after round, so that whatever else the machine does slows all shapes. */
function timeShapes(
  shapes: readonly (readonly [name: string, message: string])[],
  { ways, runs }: Runs,
): WorstTimes["shapes"] {
  const timed = shapes.map(([name, message]) => ({
    name,
    message,
    alone: new Array<number>(),
    followUp: new Array<number>(),
  }));
  for (let run = 0; run < runs; run++) {
    for (const { message, alone, followUp } of timed) {
      alone.push(timeOf(() => ways.alone(message)));
      followUp.push(timeOf(() => ways.followUp(message)));
    }
  }
  return timed.map(({ name, alone, followUp }) => ({ name, alone, followUp }));
}

/** All that a message makes the bot compute, by itself and as a reply to an answer to the same message. */
function waysOf(assistant: Assistant) {
  const handle = (message: string, before?: Parameters<Assistant["ask"]>[1]): void => {
    const reply = assistant.ask(message, before);
    assistant.keysOf(reply);
    assistant.gaps.inReply(reply, { command: "ask", values: { question: message } }, before);
  };
  return {
    alone: (message: string) => handle(message),
    followUp: (message: string) => handle(message, { question: assistant.inFull(message), answer: message }),
  };
}

/** Milliseconds. */
function timeOf(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function piecesOf({ index, knowledge: { glossary } }: Engine, asked: readonly string[]): Pieces {
  const namesOf = (kind?: EntityKind): string[] =>
    glossary.entities
      .filter((entity) => kind === undefined || entity.kind === kind)
      .flatMap(({ name, aliases }) => [name, ...aliases]);
  const snippets = index.entries.map(({ snippet }) => snippet);
  return {
    names: namesOf(),
    roles: namesOf("role"),
    places: namesOf("place"),
    topics: glossary.topics.flatMap(({ words }) => words),
    words: wordsByFrequency(snippets.map(({ question, answer }) => `${question} ${answer}`)),
    questions: snippets.map(({ question }) => question),
    answers: snippets.map(({ answer }) => answer),
    asked,
    strange: Array.from({ length: STRANGE_WORDS }, (_, number) => `${inventWord(number * 7_919)}qx`),
  };
}

function wordsByFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{3,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}
