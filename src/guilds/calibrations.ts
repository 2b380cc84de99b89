import type { DecisionPolicy } from "../retrieval/decision.ts";
import { StoreError, type Store } from "./store.ts";

/** The thresholds of servers' engines as they were chosen before. */
export interface Calibrations {
  /** Those that were chosen for a revision of a server's documents upon the same base. Never rejects. */
  read(guildId: string, revision: string): Promise<DecisionPolicy | undefined>;
  /** Never rejects: what cannot be kept is chosen again. */
  keep(guildId: string, revision: string, policy: DecisionPolicy): Promise<void>;
}

/** Keeps thresholds in the store; `base` names the program and the built-in documents, other ones choose others. */
export function createCalibrations(
  store: Pick<Store, "readCalibration" | "keepCalibration">,
  base: string,
): Calibrations {
  return {
    read: async (guildId, revision) => {
      const kept = await store.readCalibration(guildId).catch(ignoreOutage);
      return kept?.of === keyOf(base, revision) ? kept.policy : undefined;
    },
    keep: async (guildId, revision, policy) =>
      await store.keepCalibration(guildId, { of: keyOf(base, revision), policy }).catch(ignoreOutage),
  };
}

const keyOf = (base: string, revision: string): string => `${base} ${revision}`;

// The documents themselves are read from the same database, and say more of what is wrong with it.
function ignoreOutage(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
  return undefined;
}
