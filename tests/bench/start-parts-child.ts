import { openEngine } from "../../src/answering/engine.ts";
import { SHIPPED_FOLDER, SNAPSHOT_FILE } from "../../src/load-engine.ts";
import { buildLexicon } from "../../src/query/lexicon.ts";
import { fingerprint, readSnapshot } from "../../src/snapshot.ts";

/** Runs `work` and gives its result and the milliseconds it took. */
function timed<T>(work: () => T): readonly [result: T, milliseconds: number] {
  const begin = performance.now();
  const result = work();
  return [result, performance.now() - begin];
}

const [snapshot, knowledge] = timed(() => {
  fingerprint(SHIPPED_FOLDER);
  return readSnapshot(SNAPSHOT_FILE);
});
if (!snapshot) throw new Error("There is no snapshot of the knowledge: run the build first.");
const [words, lexicon] = timed(() => buildLexicon(snapshot.english));
const [, engine] = timed(() => openEngine(snapshot.knowledge, words, snapshot));
process.send?.({ knowledge, lexicon, engine });
