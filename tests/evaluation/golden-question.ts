import { readFileSync } from "node:fs";
import { z } from "zod";

/** A question with its expected sections and facts, or, with no sections, one to refuse. */
const goldenQuestion = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum([
    "direct",
    "paraphrase",
    "typo",
    "entity",
    "compare",
    "multi",
    "unanswerable-near",
    "unanswerable-far",
  ]),
  answerable: z.boolean(),
  sections: z.array(z.object({ doc: z.string(), heading: z.string() })),
  must: z.array(z.string()),
  any: z.array(z.array(z.string())),
});

export type GoldenQuestion = z.infer<typeof goldenQuestion>;

/** A file of questions that cannot be used; the message says which and why. */
export class QuestionsError extends Error {
  override readonly name = "QuestionsError";
}

/** Reads a set: one JSON object a line. Throws QuestionsError. */
export function loadQuestions(path: string | URL): GoldenQuestion[] {
  const questions = readLines(path).flatMap((line, index) =>
    line.trim() === "" ? [] : [parseQuestion(line, `${nameOf(path)}:${index + 1}`)],
  );
  const ids = new Set<string>();
  for (const { id } of questions) {
    if (ids.has(id)) throw new QuestionsError(`${nameOf(path)}: the id "${id}" is used twice.`);
    ids.add(id);
  }
  return questions;
}

const nameOf = (path: string | URL): string => (path instanceof URL ? path.pathname : path);

function readLines(path: string | URL): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new QuestionsError(`The questions cannot be read: ${error.message}`, { cause: error });
  }
}

function parseQuestion(line: string, place: string): GoldenQuestion {
  try {
    return goldenQuestion.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof z.ZodError) throw new QuestionsError(`${place}: ${z.prettifyError(error)}`);
    if (!(error instanceof SyntaxError)) throw error;
    throw new QuestionsError(`${place}: this is not JSON: ${error.message}`, { cause: error });
  }
}
