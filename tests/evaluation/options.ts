import { parseArgs, type ParseArgsConfig } from "node:util";

/** What one run of the evaluation is to do. */
export interface EvaluationOptions {
  /** Files of questions; none for the shipped sets. */
  readonly files: readonly string[];
  /** Another knowledge folder than the shipped one. */
  readonly knowledgeFolder: string | undefined;
  readonly save: boolean;
  /** `baseline`, or the path of another one. */
  readonly against: string | undefined;
  readonly perturbed: boolean;
  readonly leaveOneOut: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
}

/** A call that cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `Asks sets of questions and shows what is right, and every question that went wrong with the reason.

  npm run eval                          the sets of tests/evaluation/questions
  npm run eval -- FILE...               other sets: JSON lines
  npm run eval -- --against baseline    what has changed since the last --save
  npm run eval -- --against FILE        what has changed since another baseline
  npm run eval -- --save                keep what came of the shipped sets as the baseline
  npm run eval -- --perturbed           the same questions with typos, chatter, without punctuation…
  npm run eval -- --leave-one-out       the answerable ones without the sections that answer them

  --knowledge DIR   ask the documents of another folder
  --quiet           tables alone
  --help            show this
`;

const OPTIONS = {
  knowledge: { type: "string" },
  save: { type: "boolean", default: false },
  against: { type: "string" },
  perturbed: { type: "boolean", default: false },
  "leave-one-out": { type: "boolean", default: false },
  quiet: { type: "boolean", short: "q", default: false },
  help: { type: "boolean", short: "h", default: false },
} satisfies ParseArgsConfig["options"];

/** Reads the arguments after the program's name. Throws UsageError. */
export function readEvaluationOptions(args: readonly string[]): EvaluationOptions {
  const { values, positionals } = parse(args);
  const { knowledge, "leave-one-out": leaveOneOut, ...others } = values;
  if (values.save && (positionals.length > 0 || knowledge !== undefined)) {
    throw new UsageError("--save keeps the shipped sets over the shipped documents: name no others with it.");
  }
  if (values.perturbed && (values.save || values.against !== undefined)) {
    throw new UsageError(
      "--perturbed compares with the questions as they are written: leave out --save and --against.",
    );
  }
  if (leaveOneOut && (values.perturbed || values.save || values.against !== undefined)) {
    throw new UsageError(
      "--leave-one-out asks other documents: leave out --perturbed, --save and --against.",
    );
  }
  return { against: undefined, ...others, leaveOneOut, files: positionals, knowledgeFolder: knowledge };
}

function parse(args: readonly string[]): ReturnType<typeof parseStrictly> {
  try {
    return parseStrictly(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [problem = error.message] = error.message.split(/\.\s|\n/);
    throw new UsageError(`${problem}.\n\n${USAGE.trimEnd()}`, { cause: error });
  }
}

function parseStrictly(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}
