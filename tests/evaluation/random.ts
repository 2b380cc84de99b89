import { createHash } from "node:crypto";

/** Chances that are the same for the same seed on every machine. */
export interface Random {
  /** One of them, or `undefined` of none. */
  pick<T>(some: readonly T[]): T | undefined;
}

export function seededRandom(seed: string): Random {
  let draws = 0;
  const next = (): number => createHash("sha256").update(`${seed} ${draws++}`).digest().readUInt32BE();
  return { pick: (some) => some[next() % some.length] };
}
