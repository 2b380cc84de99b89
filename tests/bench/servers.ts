import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { z } from "zod";
import { nextMessage } from "./child-message.ts";
import { UNASKED_QUESTIONS } from "./questions.ts";
import type { ServersTask } from "./servers-child.ts";
import { median, percentile } from "./statistics.ts";
import { writeTable, type Row } from "./table.ts";

/** What servers with documents of their own take: milliseconds, and bytes of each server. */
const SERVER_TIMES = z.object({
  /** From asking for the assistant to its first reply, in a process that has answered before. */
  first: z.array(z.number()),
  /** The longest that another event had to wait meanwhile. */
  longest: z.array(z.number()),
  questions: z.array(z.number()),
  engine: z.number(),
  documents: z.number(),
  estimate: z.number(),
});

type ServerTimes = z.infer<typeof SERVER_TIMES>;

interface Size {
  /** Snippets of a server's own. */
  readonly size: number;
  readonly servers: number;
  readonly first: number;
  readonly megabytes?: number;
}

const SIZES: readonly Size[] = [
  { size: 50, servers: 20, first: 150, megabytes: 3 },
  { size: 500, servers: 5, first: 1_000 },
  { size: 5_000, servers: 2, first: 5_000 },
];

/** Milliseconds that a member does not notice. */
const LONGEST = 20;
const QUESTION = 20;

const CHILD = fileURLToPath(new URL("./servers-child.ts", import.meta.url));
const BUILT = fileURLToPath(new URL("../../dist/bench/servers-child.js", import.meta.url));

/** Measures servers with ever more documents of their own upon the shipped ones; gives the tables as text. */
export async function measureServers(tell: (what: string) => void): Promise<string> {
  const built = { bundle: true, packages: "external", format: "esm", platform: "node" } as const;
  await build({ ...built, entryPoints: [CHILD], outfile: BUILT, target: "node20" });
  const tables: string[] = [];
  for (const size of SIZES) {
    tell(`asking ${size.servers} servers with ${size.size} snippets of their own`);
    tables.push(
      writeTable(rowsOf(await measureSize(size), size), `${size.size.toLocaleString("en")} own snippets`),
    );
  }
  return tables.join("\n\n");
}

async function measureSize({ size, servers }: Size): Promise<ServerTimes> {
  const child = fork(BUILT, { execArgv: ["--expose-gc"] });
  const times = nextMessage(child);
  child.send({ size, servers, questions: UNASKED_QUESTIONS } satisfies ServersTask);
  return SERVER_TIMES.parse(await times);
}

const BYTES_PER_MB = 1_000_000;

const memory = (name: string, bytes: number): Row => ({ name, unit: "MB", ours: bytes / BYTES_PER_MB });

function rowsOf(times: ServerTimes, { first, megabytes }: Size): Row[] {
  const { engine, documents, estimate, questions } = times;
  return [
    { name: "first answer of a server, median", unit: "ms", ours: median(times.first), most: first },
    { name: "  longest wait meanwhile, median", unit: "ms", ours: median(times.longest), most: LONGEST },
    { name: "  longest wait meanwhile, longest", unit: "ms", ours: Math.max(...times.longest) },
    { name: "a question, p50", unit: "ms", ours: median(questions) },
    { name: "a question, p99", unit: "ms", ours: percentile(questions, 0.99), most: QUESTION },
    {
      ...memory("memory of an engine that has answered", engine),
      ...(megabytes !== undefined && { most: megabytes }),
    },
    memory("  its documents", documents),
    memory("  both as estimated", estimate),
  ];
}
