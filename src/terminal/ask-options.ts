import { parseArgs, type ParseArgsConfig } from "node:util";

/** What one run of `ask` is to do. */
export interface AskOptions {
  /** `undefined`: questions come from standard input. */
  readonly question: string | undefined;
  readonly json: boolean;
  readonly explain: boolean;
  readonly help: boolean;
  readonly knowledgeFolder: string | undefined;
}

/** A call that cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `Answers career questions and shows the section behind every answer.

  npm run --silent ask -- "question"          answer once
  npm run --silent ask -- --json "question"   answer once, as JSON
  npm run --silent ask -- --json < FILE       JSON for each line of FILE

  --knowledge DIR   read the documents of another folder
  --explain         show how the question was read, what was found, and why
  --help            show this
`;

const OPTIONS = {
  json: { type: "boolean", default: false },
  explain: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  knowledge: { type: "string" },
} satisfies ParseArgsConfig["options"];

/** Reads the arguments after the program's name. Throws UsageError. */
export function readAskOptions(args: readonly string[]): AskOptions {
  const { values, positionals } = parse(args);
  const question = positionals.length === 0 ? undefined : positionals.join(" ");
  if (question === undefined && !values.json && !values.help) {
    throw new UsageError(
      'There is no question: write one in quotes, as in npm run --silent ask -- "What is DevSecOps?"',
    );
  }
  return {
    question,
    json: values.json,
    explain: values.explain,
    help: values.help,
    knowledgeFolder: values.knowledge,
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseStrictly> {
  try {
    return parseStrictly(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [problem = error.message] = error.message.split(/\.\s|\n/);
    throw new UsageError(`${problem}. The options are --json, --explain, --knowledge DIR and --help.`, {
      cause: error,
    });
  }
}

function parseStrictly(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}
