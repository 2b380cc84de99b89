import { prepareKnowledge } from "./answering/engine.ts";
import { fingerprintProgram, SHIPPED_FOLDER, SNAPSHOT_FILE } from "./load-engine.ts";
import { buildLexicon, countEnglish } from "./query/lexicon.ts";
import { fingerprint, readSnapshot, writeSnapshot } from "./snapshot.ts";

// The last step of the build: parses and analyses the shipped folder once, so that a start need not. Nothing is done
// where neither the folder nor the program has changed; a folder with problems gets no snapshot: the start reports them.
const made = fingerprint(SHIPPED_FOLDER);
const program = fingerprintProgram();
const last = readSnapshot(SNAPSHOT_FILE);
if (program !== undefined && (last?.fingerprint !== made || last.program !== program)) {
  const { loadKnowledge } = await import("./knowledge/load-knowledge.ts");
  const { KnowledgeError } = await import("./knowledge/problems.ts");
  try {
    const knowledge = loadKnowledge(SHIPPED_FOLDER);
    const english = countEnglish();
    writeSnapshot(SNAPSHOT_FILE, {
      fingerprint: made,
      program,
      knowledge,
      english,
      ...prepareKnowledge(knowledge, buildLexicon(english)),
    });
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
  }
}
