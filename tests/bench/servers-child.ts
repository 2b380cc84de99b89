import process from "node:process";
import { fileURLToPath } from "node:url";
import { extendInSteps, type OwnKnowledge } from "../../src/answering/extend-engine.ts";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import { createGuildAssistants, estimateBytes } from "../../src/guilds/guild-assistants.ts";
import { loadEngine } from "../../src/load-engine.ts";
import { finish } from "../../src/retrieval/steps.ts";
import { inventOwnKnowledge } from "./own-knowledge.ts";

/** What to measure. */
export interface ServersTask {
  /** Snippets of each server's own. */
  readonly size: number;
  readonly servers: number;
  /** Asked of each server. */
  readonly questions: readonly string[];
}

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
const PLENTY = 1e12;

process.once("message", (task: ServersTask) => {
  void measure(task).then((times) => process.send?.(times));
});

async function measure({ size, servers, questions }: ServersTask): Promise<unknown> {
  const base = await loadEngine(KNOWLEDGE);
  const shared = createAssistant(base);
  const both = { engine: base, assistant: shared };
  for (const question of questions) shared.ask(question);
  const invented = inventOwnKnowledge(base.knowledge, size);
  const documents: OwnKnowledge[] = [];
  const guilds = createGuildAssistants({
    base: () => both,
    mostBytes: PLENTY,
    load: async (id) => documents[Number(id)] ?? invented,
    onFailure: (error) => {
      throw error;
    },
  });
  // The first one compiles the code, as the first server after a start does.
  askAll(await guilds.assistantOf("warm", "0"), questions);
  guilds.forget("warm");
  const empty = await readHeap();
  for (let id = 0; id < servers; id++) documents.push(copyOf(invented));
  const loaded = await readHeap();
  const first: number[] = [];
  const longest: number[] = [];
  for (let id = 0; id < servers; id++) {
    const waits = watchWaits();
    const begin = performance.now();
    (await guilds.assistantOf(String(id), "0")).ask(questions[id] ?? "");
    first.push(performance.now() - begin);
    longest.push(waits());
  }
  const times: number[] = [];
  for (let id = 0; id < servers; id++)
    times.push(...askAll(await guilds.assistantOf(String(id), "0"), questions));
  const used = await readHeap();
  return {
    first,
    longest,
    questions: times,
    engine: (used - loaded) / servers,
    documents: (loaded - empty) / servers,
    estimate: estimateBytes(finish(extendInSteps(base, invented, base.policy)).index),
  };
}

function askAll(assistant: Assistant, questions: readonly string[]): number[] {
  return questions.map((question) => {
    const begin = performance.now();
    assistant.ask(question);
    return performance.now() - begin;
  });
}

/** Objects of its own, as those that come from a database are. */
const copyOf = (own: OwnKnowledge): OwnKnowledge => structuredClone(own);

/** Measures the longest time that an event has to wait, until it is asked for it. */
function watchWaits(): () => number {
  let longest = 0;
  let isOver = false;
  let last = performance.now();
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOver = true;
    return longest;
  };
}

/** Bytes in use after collecting garbage; what a function held is free in a later turn alone. */
async function readHeap(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
