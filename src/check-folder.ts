import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeCoverage } from "./answering/coverage-page.ts";
import { openEngine, prepareKnowledge, type Engine } from "./answering/engine.ts";
import { warnOfConflicts } from "./answering/warn-conflicts.ts";
import { checkCoverageFile, writeCoverageFile } from "./coverage-file.ts";
import { checkKnowledge, publishersIn, type CheckOptions } from "./knowledge/check-knowledge.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { readTextFile } from "./knowledge/knowledge-files.ts";
import { GLOSSARY_FILE } from "./knowledge/load-knowledge.ts";
import { parseGlossary } from "./knowledge/parse-glossary.ts";
import { describeProblem, type Problem } from "./knowledge/problems.ts";
import { describeWarning, type Warning } from "./knowledge/warnings.ts";
import { loadLexicon } from "./query/lexicon.ts";

/**
 * `npm run knowledge [-- FOLDER] [--against FOLDER] [--write]`: checks the documents of a folder, `knowledge` unless one
 * is named, and the page about them; `--write` writes the page.
 */
const SHIPPED = "knowledge";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: "string" }, write: { type: "boolean", default: false } },
});
const [folder = SHIPPED] = positionals;
const { lines, warnings, problems, read } = checkKnowledge(folder, {
  ...(values.against === undefined ? {} : { against: values.against }),
  ...(folder === SHIPPED ? {} : shippedGlossary()),
});
const engine = read && read.knowledge.documents.length > 0 ? openToRead(read.knowledge) : undefined;
for (const line of lines) process.stdout.write(`${line}\n`);
tell(
  [...warnings, ...(engine && read ? warnOfConflicts(engine, read.files) : [])],
  [...problems, ...(engine ? keepPage(writeCoverage(engine)) : [])],
);

/** The glossary that a folder without its own is checked with. */
function shippedGlossary(): Pick<CheckOptions, "glossary" | "publishers"> {
  const path = join(SHIPPED, GLOSSARY_FILE);
  if (!existsSync(path)) return {};
  return { glossary: parseGlossary(readTextFile(path), path), publishers: publishersIn(SHIPPED) };
}

/** An engine that shows what documents say; as it is asked nothing, it is calibrated to nothing. */
function openToRead(knowledge: Knowledge): Engine {
  const lexicon = loadLexicon();
  return openEngine(
    knowledge,
    lexicon,
    prepareKnowledge(knowledge, lexicon, { answerFrom: 1, clarifyFrom: 1 }),
  );
}

function keepPage(page: string): readonly Problem[] {
  if (values.write) return writeCoverageFile(folder, page);
  return checkCoverageFile(folder, { page, isNeeded: folder === SHIPPED });
}

function tell(toLookAt: readonly Warning[], toMend: readonly Problem[]): void {
  for (const warning of toLookAt) process.stderr.write(`${describeWarning(warning)}\n`);
  for (const problem of toMend) process.stderr.write(`${describeProblem(problem)}\n`);
  process.exitCode = toMend.length === 0 ? 0 : 1;
}
