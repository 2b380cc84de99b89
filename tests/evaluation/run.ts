import { answerQuestion } from "../../src/answering/answer-question.ts";
import { analyseKnowledge, type Engine } from "../../src/answering/engine.ts";
import { FolderError, loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { BaselineError, loadBaseline, saveBaseline, type JudgedSet } from "./baseline.ts";
import { evaluate } from "./evaluate.ts";
import { QuestionsError } from "./golden-question.ts";
import { groupBySections, leaveOut, writeLeftOut, writeWrongAnswers } from "./leave-one-out.ts";
import { readEvaluationOptions, USAGE, UsageError, type EvaluationOptions } from "./options.ts";
import { buildPerturbations } from "./perturb.ts";
import { listShippedSets, loadReadableSets, loadSet } from "./question-sets.ts";
import { joinBlocks, writeComparison, writeReport } from "./report.ts";
import { evaluatePerturbed, writeLosses, writePerturbed } from "./robustness.ts";

/** Mistakes of whoever calls: their message says all. */
const EXPECTED = [UsageError, QuestionsError, BaselineError, FolderError];

try {
  const options = readEvaluationOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(USAGE);
  else if (options.leaveOneOut) await runLeftOut(options);
  else await run(options);
} catch (error) {
  if (!(error instanceof Error) || !EXPECTED.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(options: EvaluationOptions): Promise<void> {
  // Read before --save writes over it.
  const write = chooseReport(options);
  const sets = (options.files.length > 0 ? options.files : listShippedSets()).map(loadSet);
  const engine = await loadEngine(options.knowledgeFolder ?? SHIPPED_FOLDER);
  const judged = sets.map((set): JudgedSet => ({
    set,
    judged: evaluate(set.questions, (question) => answerQuestion(question, engine)),
  }));
  if (options.perturbed) print(reportPerturbed(judged, engine, options));
  else judged.forEach((each) => print(write(each)));
  if (options.save) print(`Saved ${saveBaseline(judged)}`);
}

function chooseReport(options: EvaluationOptions): (judged: JudgedSet) => string {
  if (options.against === undefined) return (each) => writeReport(each, options);
  const baseline = loadBaseline(options.against);
  return (each) => writeComparison(each, baseline, options);
}

function reportPerturbed(sets: readonly JudgedSet[], engine: Engine, { quiet }: EvaluationOptions): string {
  const plain = sets.flatMap(({ set, judged }) => (set.isHeldOut ? [] : judged));
  const perturbed = buildPerturbations(engine.knowledge.glossary).map((way) =>
    evaluatePerturbed(plain, way, (question) => answerQuestion(question, engine)),
  );
  return joinBlocks([writePerturbed(plain, perturbed), ...(quiet ? [] : [writeLosses(perturbed)])]);
}

async function runLeftOut({ files, knowledgeFolder, quiet }: EvaluationOptions): Promise<void> {
  const sets =
    files.length > 0 ? files.map(loadSet).filter(({ isHeldOut }) => !isHeldOut) : loadReadableSets();
  const { knowledge } = await loadEngine(knowledgeFolder ?? SHIPPED_FOLDER);
  const lexicon = loadLexicon();
  const analysed = analyseKnowledge(knowledge);
  const all = groupBySections(sets.flatMap(({ questions }) => questions)).map((group) =>
    leaveOut(group, { knowledge, analysed, lexicon }),
  );
  print(joinBlocks([...(quiet ? [] : [writeWrongAnswers(all)]), writeLeftOut(all)]));
}

function print(text: string): void {
  process.stdout.write(`\n${text}\n`);
}
