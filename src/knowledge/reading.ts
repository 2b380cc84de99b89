import type { Glossary } from "./glossary.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Report } from "./problems.ts";
import type { Recognizer } from "./recognizer.ts";

/** What the stages of reading one document share. */
export interface Reading {
  readonly text: string;
  readonly title: string;
  readonly front: FrontMatter;
  readonly glossary: Glossary;
  readonly recognizer: Recognizer;
  readonly report: Report;
}
