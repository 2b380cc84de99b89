import type { DecisionPolicy } from "../retrieval/decision.ts";
import type { Base } from "./base.ts";
import { StoreError, type Store } from "./store.ts";

/** What thresholds are chosen for: a version of a server's documents upon the built-in ones. */
export interface CalibratedFor {
  readonly revision: string;
  readonly base: Base;
}

/** The thresholds of servers' engines as they were chosen before. */
export interface Calibrations {
  /** Never rejects. */
  read(guildId: string, chosenFor: CalibratedFor): Promise<DecisionPolicy | undefined>;
  /** Never rejects: what cannot be kept is chosen again. */
  keep(guildId: string, chosenFor: CalibratedFor, policy: DecisionPolicy): Promise<void>;
}

/** Keeps thresholds in the store; `nameOf` names the program and the built-in documents, other ones choose others. */
export function createCalibrations(
  store: Pick<Store, "readCalibration" | "keepCalibration">,
  nameOf: (base: Base) => string,
): Calibrations {
  const keyOf = ({ revision, base }: CalibratedFor): string => `${nameOf(base)} ${revision}`;
  return {
    read: async (guildId, chosenFor) => {
      const kept = await store.readCalibration(guildId).catch(ignoreOutage);
      return kept?.of === keyOf(chosenFor) ? kept.policy : undefined;
    },
    keep: async (guildId, chosenFor, policy) =>
      await store.keepCalibration(guildId, { of: keyOf(chosenFor), policy }).catch(ignoreOutage),
  };
}

// The documents themselves are read from the same database, and say more of what is wrong with it.
function ignoreOutage(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
  return undefined;
}
