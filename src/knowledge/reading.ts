import type { Glossary } from "./glossary.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Report } from "./problems.ts";
import type { Recognizer } from "./recognizer.ts";

/** What a whole article is about. */
export interface Subject {
  readonly name: string;
  /** True for a text that names it. */
  readonly isIn: (text: string) => boolean;
}

/** What the stages of reading one document share. */
export interface Reading {
  readonly text: string;
  readonly title: string;
  readonly front: FrontMatter;
  readonly glossary: Glossary;
  readonly recognizer: Recognizer;
  /** Added to questions that do not name it; `undefined` where the article is about nothing in particular. */
  readonly subject: Subject | undefined;
  readonly report: Report;
}
