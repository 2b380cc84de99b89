import type { Conversation, Conversations } from "./conversation.ts";
import type { PipelineTimes } from "./pipeline.ts";
import type { StartParts } from "./start-parts.ts";
import type { StartTimes } from "./start-time.ts";
import { median, percentile } from "./statistics.ts";
import type { Row } from "./table.ts";

/** The most that Rolecall may take beyond a bare client. */
const START_LIMIT = 500;
const MEMORY_LIMIT = 40;
const RESPONSE_LIMIT = 2;

const BYTES_PER_MB = 1_000_000;

export function startRows({ ours, bare }: StartTimes, parts: StartParts): Row[] {
  return [
    {
      name: "start, until commands are registered",
      unit: "ms",
      ours,
      bare,
      by: "difference",
      limit: START_LIMIT,
    },
    { name: "  of which: load the knowledge", unit: "ms", ours: parts.knowledge },
    { name: "  of which: load the lexicon", unit: "ms", ours: parts.lexicon },
    { name: "  of which: build the engine", unit: "ms", ours: parts.engine },
  ];
}

export function memoryRows(conversations: readonly Conversations[]): Row[] {
  const row = (name: string, read: (conversation: Conversation) => number): Row => {
    const [ours, bare] = both(conversations, (conversation) => read(conversation) / BYTES_PER_MB);
    return { name, unit: "MB", ours: median(ours), bare: median(bare), by: "difference" };
  };
  return [
    { ...row("memory after login", ({ afterLogin }) => afterLogin.rss), limit: MEMORY_LIMIT },
    {
      ...row("memory after 200 questions", ({ afterQuestions }) => afterQuestions.rss),
      limit: MEMORY_LIMIT,
    },
    row("  after collecting garbage", ({ afterQuestions }) => afterQuestions.rssCollected),
    row("  of which: objects in use", ({ afterQuestions }) => afterQuestions.heapCollected),
  ];
}

export function responseRows(conversations: readonly Conversations[]): Row[] {
  const row = (name: string, read: (conversation: Conversation) => readonly number[], share: number): Row => {
    const [ours, bare] = both(conversations, read).map((lists) => lists.flat());
    return {
      name,
      unit: "ms",
      ours: percentile(ours ?? [], share),
      bare: percentile(bare ?? [], share),
      by: "ratio",
    };
  };
  return [
    row("first response after the start", ({ first }) => [first], 0.5),
    { ...row("first response to /ask, p50", ({ warm }) => warm, 0.5), limit: RESPONSE_LIMIT },
    { ...row("first response to /ask, p99", ({ warm }) => warm, 0.99), limit: RESPONSE_LIMIT },
  ];
}

export function pipelineRows({ ours, bare, worst }: PipelineTimes): Row[] {
  return [
    { name: "a question in process, p50", unit: "ms", ours: ours.p50, bare: bare.p50, by: "ratio" },
    { name: "a question in process, p99", unit: "ms", ours: ours.p99, bare: bare.p99, by: "ratio" },
    { name: `worst 2,000 characters: ${worst.name}`, unit: "ms", ours: worst.p50 },
  ];
}

function both<T>(
  conversations: readonly Conversations[],
  read: (conversation: Conversation) => T,
): [T[], T[]] {
  return [conversations.map(({ ours }) => read(ours)), conversations.map(({ bare }) => read(bare))];
}
