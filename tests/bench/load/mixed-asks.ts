import { UNASKED_QUESTIONS } from "../questions.ts";
import { seededRandom, type Random } from "../scale-words.ts";
import type { Ask } from "./ask.ts";

type Wanted = Pick<Ask, "command" | "values">;

/** Commands besides `/ask`, as often as they stand here. */
const COMMANDS: readonly Wanted[] = [
  { command: "role", values: { name: "DevSecOps engineer" } },
  { command: "role", values: { name: "DevOps engineer", topic: "skills" } },
  { command: "role", values: { name: "devops", topic: "certifications" } },
  { command: "skills", values: { role: "DevSecOps engineer" } },
  { command: "skills", values: { role: "pilot" } },
  { command: "salary", values: { role: "DevSecOps engineer" } },
  { command: "salary", values: { role: "DevSecOps engineer", place: "Houston" } },
  { command: "cert", values: { name: "CISSP" } },
  { command: "compare", values: { first: "DevOps engineer", second: "DevSecOps engineer" } },
  { command: "topics", values: {} },
  { command: "sources", values: {} },
  { command: "help", values: {} },
];

/** Of ten things that members do, so many are questions in their own words. */
const QUESTIONS_IN_TEN = 7;

const MEMBERS = 20_000;

export interface Mix {
  readonly count: number;
  /** The server of each ask; a number from 0. */
  readonly serverOf: (random: Random, at: number) => number;
  /** So many that none asks faster than a human could. */
  readonly members?: number;
  /** Another number, other asks. */
  readonly seed: number;
}

/** What members of many servers ask: mostly questions that the bot was not made with, and every command. */
export function mixAsks({ count, serverOf, seed, members = MEMBERS }: Mix): Ask[] {
  const random = seededRandom(seed);
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
  return Array.from({ length: count }, (_, at) => {
    const isQuestion = random() * 10 < QUESTIONS_IN_TEN;
    const wanted = isQuestion
      ? { command: "ask", values: { question: pick(UNASKED_QUESTIONS) ?? "" } }
      : (pick(COMMANDS) ?? { command: "help", values: {} });
    return { ...wanted, server: serverOf(random, at), member: (seed * count + at) % members };
  });
}
