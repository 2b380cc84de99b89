import bm25 from "wink-bm25-text-search";
import { buildAnalyzer } from "../../../src/query/analyzer.ts";
import { wordsOf } from "../../../src/query/entities.ts";
import type { Intent } from "../datasets/dataset.ts";
import { EMPTY_GLOSSARY } from "./rolecall.ts";
import { foundBy, MOST_FOUND, textsOf, type Engine } from "./engine.ts";

/** Measured beside MiniSearch's: phrasings count four times the answer. */
const WEIGHTS = { question: 4, waysOfAsking: 4, answer: 1 };

/** wink-bm25-text-search has no text analysis of its own: it is lent Rolecall's words, stems and stop words. */
export function buildWink(intents: readonly Intent[]): Engine {
  const analyzer = buildAnalyzer(EMPTY_GLOSSARY);
  const index = bm25();
  index.defineConfig({ fldWeights: WEIGHTS });
  index.definePrepTasks([(text) => analyzer.analyze(wordsOf(text))]);
  for (const [id, intent] of intents.entries()) index.addDoc(textsOf(intent), id);
  index.consolidate();
  return {
    name: "wink-bm25-text-search",
    ask: (question) =>
      foundBy(index.search(question, MOST_FOUND).map(([id, score]) => ({ intent: Number(id), score }))),
  };
}
