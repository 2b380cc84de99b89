/** An intent as a knowledge author would write it down. */
export interface Intent {
  readonly name: string;
  /** Its first phrasing. */
  readonly question: string;
  readonly waysOfAsking: readonly string[];
}

/** A public set of questions, sorted by what they ask for. */
export interface Dataset {
  readonly name: string;
  readonly intents: readonly Intent[];
  readonly tests: readonly TestQuestion[];
  /** Questions that no intent answers; empty where the set has none. */
  readonly outOfScope: readonly string[];
}

export interface TestQuestion {
  readonly text: string;
  /** Position of the intent it asks for. */
  readonly intent: number;
}

/** A question and the name of its intent. */
export type Labelled = readonly [text: string, intent: string];

/** Beside the first phrasing; about as many as a careful author writes. */
const WAYS_OF_ASKING = 10;

/** Makes intents of the first training question of each and of others spread evenly over the rest, and labels the tests. Throws on an unknown intent. */
export function buildDataset(input: {
  readonly name: string;
  readonly training: readonly Labelled[];
  readonly tests: readonly Labelled[];
  readonly outOfScope: readonly string[];
}): Dataset {
  const phrasings = new Map<string, string[]>();
  for (const [text, intent] of input.training)
    phrasings.set(intent, [...(phrasings.get(intent) ?? []), text]);
  const names = [...phrasings.keys()];
  return {
    name: input.name,
    outOfScope: input.outOfScope,
    intents: [...phrasings].map(([name, [question = "", ...others]]) => ({
      name: name.replaceAll("_", " "),
      question,
      waysOfAsking: spread(others, WAYS_OF_ASKING),
    })),
    tests: input.tests.map(([text, intent]) => ({ text, intent: positionOf(intent, names) })),
  };
}

// Neighbours in the files often come from one writer in one sitting.
function spread(texts: readonly string[], most: number): string[] {
  const step = Math.max(1, texts.length / most);
  return texts.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, most);
}

function positionOf(intent: string, names: readonly string[]): number {
  const position = names.indexOf(intent);
  if (position < 0) throw new Error(`the intent "${intent}" has no training questions`);
  return position;
}
