import { fileURLToPath } from "node:url";
import { buildEngine } from "../../src/answering/engine.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";

/** Runs `work` and gives its result and the milliseconds it took. */
function timed<T>(work: () => T): readonly [result: T, milliseconds: number] {
  const begin = performance.now();
  const result = work();
  return [result, performance.now() - begin];
}

const folder = fileURLToPath(new URL("../../knowledge", import.meta.url));
const [documents, knowledge] = timed(() => loadKnowledge(folder));
const [words, lexicon] = timed(loadLexicon);
const [, engine] = timed(() => buildEngine(documents, words));
process.send?.({ knowledge, lexicon, engine });
