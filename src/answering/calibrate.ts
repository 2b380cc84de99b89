import type { Reader } from "../query/understand.ts";
import { chooseThresholds } from "../retrieval/calibration.ts";
import { confidenceIn, type DecisionPolicy } from "../retrieval/decision.ts";
import type { SearchIndex } from "../retrieval/search-index.ts";
import type { Steps } from "../retrieval/steps.ts";

/** The thresholds for an index by questions that it does not answer, one a step. */
export function* calibrateOn(
  questions: readonly string[],
  { reader, index }: { readonly reader: Reader; readonly index: SearchIndex },
): Steps<DecisionPolicy> {
  const confidences: number[] = [];
  for (const question of questions) {
    const { parts } = reader.understand(question);
    confidences.push(Math.max(0, ...parts.map((part) => confidenceIn(part, index))));
    yield;
  }
  return chooseThresholds(confidences);
}
