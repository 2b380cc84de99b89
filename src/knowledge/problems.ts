/** Something an author must mend: the file, the line (from 1) and what is wrong there. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** Notes a problem of the file that is being read; reading goes on, so that an author sees all problems at once. */
export type Report = (line: number, message: string) => void;

/** One document or glossary that cannot be used; the message lists each problem as `path:line: what and how to mend it`. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(listProblems(problems));
    this.problems = problems;
  }
}

/** A knowledge folder that cannot be used, with the problems of all its files. */
export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(listProblems(problems));
    this.problems = problems;
  }
}

/** An author mends no more at a time; reading a hostile file ends here. */
const MOST_PROBLEMS = 100;

/** Runs `read` with a report and returns its result; throws `DocumentError` when it reported anything. */
export function withReport<T>(path: string, read: (report: Report) => T): T {
  const problems: Problem[] = [];
  const fail = (): never => {
    throw new DocumentError(problems.toSorted((a, b) => a.line - b.line));
  };
  const result = read((line, message) => {
    problems.push({ path, line, message });
    if (problems.length === MOST_PROBLEMS) fail();
  });
  return problems.length > 0 ? fail() : result;
}

/** `path:line: message`, as editors and code hosts make it a link. */
export function describeProblem({ path, line, message }: Problem): string {
  return `${path}:${line}: ${message}`;
}

function listProblems(problems: readonly Problem[]): string {
  return problems.map(describeProblem).join("\n");
}
