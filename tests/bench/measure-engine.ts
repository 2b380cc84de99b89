import { accuracyOf, areaUnderCurve, type Accuracy } from "./accuracy.ts";
import type { Dataset, TestQuestion } from "./datasets/dataset.ts";
import { MOST_FOUND, type Engine, type Found } from "./engines/engine.ts";
import { percentile } from "./statistics.ts";

/** What an engine made of a dataset. */
export interface Result extends Accuracy {
  readonly name: string;
  /** Area under the ROC curve of telling questions that have an answer from those that have none, by sureness. */
  readonly refusal: number | undefined;
  /** Milliseconds a question. */
  readonly p50: number;
  readonly p99: number;
}

/** Questions asked before the clock counts: by then the code is compiled. */
const WARM_UP = 300;

/** Asks an engine every question of a dataset. */
export function measureEngine(engine: Engine, { tests, outOfScope }: Dataset): Result {
  for (const { text } of tests.slice(0, WARM_UP)) engine.ask(text);
  const times: number[] = [];
  const ask = (question: string): Found => {
    const begin = performance.now();
    const found = engine.ask(question);
    times.push(performance.now() - begin);
    return found;
  };
  const answers = tests.map((test) => ({ test, found: ask(test.text) }));
  const strangers = outOfScope.map(ask);
  return {
    name: engine.name,
    ...accuracyOf(answers.map(placeOf)),
    refusal: refusalOf(
      answers.map(({ found }) => found),
      strangers,
    ),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function placeOf({
  test,
  found,
}: {
  readonly test: TestQuestion;
  readonly found: Found;
}): number | undefined {
  const at = found.intents.slice(0, MOST_FOUND).indexOf(test.intent);
  return at < 0 ? undefined : at + 1;
}

function refusalOf(answerable: readonly Found[], strange: readonly Found[]): number | undefined {
  const high = surenessOf(answerable);
  const low = surenessOf(strange);
  return high && low && low.length > 0 ? areaUnderCurve(high, low) : undefined;
}

// Finding nothing is the least sure; an engine that gives no sureness for what it finds gives none at all.
function surenessOf(found: readonly Found[]): number[] | undefined {
  const sureness = found.map((each) => each.sureness);
  return sureness.every((each) => each !== undefined) ? sureness : undefined;
}
