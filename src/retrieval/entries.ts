import type { Document, Section, Snippet } from "../knowledge/document.ts";
import type { Analyzer } from "../query/analyzer.ts";
import { entityIdsIn, wordsOf, type EntityFinder } from "../query/entities.ts";

/** A snippet and where it stands. */
export interface Entry {
  readonly snippet: Snippet;
  readonly section: Section;
  readonly document: Document;
}

/** Every snippet of the documents, in document order. */
export function listEntries(documents: readonly Document[]): Entry[] {
  return documents.flatMap((document) =>
    document.sections.flatMap((section) =>
      section.snippets.map((snippet) => ({ snippet, section, document })),
    ),
  );
}

/** What texts are analysed with. */
export interface AnalysisTools {
  readonly analyzer: Analyzer;
  readonly entities: EntityFinder;
}

/** A text as words and as terms. */
interface AnalysedText {
  readonly words: readonly string[];
  readonly terms: readonly string[];
}

/** What an entry says. */
export interface AnalysedEntry {
  readonly phrasings: readonly AnalysedText[];
  readonly heading: AnalysedText;
  readonly answer: AnalysedText;
}

/** Analyses entries for the index: the costly half of building it, and the half that can be kept. */
export function analyseEntries(entries: readonly Entry[], tools: AnalysisTools): AnalysedEntry[] {
  return entries.map((entry) => analyse(entry, tools));
}

// A name counts only where the document gives it: ways of asking also hold names that members type and no document has.
function analyse({ snippet, section }: Entry, { analyzer, entities }: AnalysisTools): AnalysedEntry {
  const given = new Set(
    [snippet.question, section.heading, snippet.answer].flatMap((text) => entityIdsIn(text, entities)),
  );
  const analyseText = (text: string): AnalysedText => {
    const words = wordsOf(text);
    const names = entityIdsIn(text, entities).filter((id) => given.has(id));
    return { words, terms: [...analyzer.analyze(words), ...names] };
  };
  return {
    phrasings: [snippet.question, ...snippet.waysOfAsking].map(analyseText),
    heading: analyseText(section.heading),
    answer: analyseText(snippet.answer),
  };
}
