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

/** Reads a set: one JSON object a line. */
export function loadQuestions(path: string | URL): GoldenQuestion[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => goldenQuestion.parse(JSON.parse(line)));
}
