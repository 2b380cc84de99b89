import type { Glossary } from "./glossary.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Report } from "./problems.ts";
import type { Recognizer } from "./recognizer.ts";

/** What an article and its sections are about. */
export interface Subjects {
  /** The one thing that the whole article is about; `undefined` where it is about nothing in particular. */
  readonly ofArticle: string | undefined;
  /** The one thing that a heading names. */
  readonly inHeading: (heading: string) => string | undefined;
  /** True for a text that names a thing. */
  readonly isNamed: (thing: string, text: string) => boolean;
}

/** What the stages of reading one document share. */
export interface Reading {
  readonly text: string;
  readonly title: string;
  readonly front: FrontMatter;
  readonly glossary: Glossary;
  readonly recognizer: Recognizer;
  /** Added to questions that do not name them. */
  readonly subjects: Subjects;
  readonly report: Report;
}
