import type { Document, Section, Snippet } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
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
  /** Divided by spaces. */
  readonly words: string;
  readonly terms: readonly string[];
}

/** What an entry says. */
export interface AnalysedEntry {
  /** Ids of the entities that the question itself names. */
  readonly named: readonly string[];
  readonly phrasings: readonly AnalysedText[];
  readonly heading: AnalysedText;
  readonly answer: AnalysedText;
}

/** Analyses entries for the index: the costly half of building it, and the half that can be kept. */
export function analyseEntries(entries: readonly Entry[], tools: AnalysisTools): AnalysedEntry[] {
  const certain = new Map<Document, Set<Entity>>();
  for (const { document, section, snippet } of entries) {
    const names = certain.get(document) ?? new Set<Entity>();
    for (const text of givenTexts({ section, snippet })) addCertain(names, text, tools.entities);
    certain.set(document, names);
  }
  return entries.map((entry) => analyse(entry, certain.get(entry.document) ?? new Set(), tools));
}

function addCertain(names: Set<Entity>, text: string, entities: EntityFinder): void {
  for (const { candidates } of entities.find(text)) {
    const [only, ...others] = candidates;
    if (only && others.length === 0) names.add(only);
  }
}

const givenTexts = ({ section, snippet }: Pick<Entry, "section" | "snippet">): string[] => [
  snippet.question,
  section.heading,
  snippet.answer,
];

// A name counts only where the document gives it: ways of asking also hold names that members type and no document has.
function analyse(
  entry: Entry,
  certain: ReadonlySet<Entity>,
  { analyzer, entities }: AnalysisTools,
): AnalysedEntry {
  const { snippet, section } = entry;
  const given = new Set(givenTexts(entry).flatMap((text) => namesGiven(text, certain, entities)));
  const namesIn = (text: string): string[] => entityIdsIn(text, entities).filter((id) => given.has(id));
  const analyseText = (text: string): AnalysedText => {
    const words = wordsOf(text);
    return { words: words.join(" "), terms: [...analyzer.analyze(words), ...namesIn(text)] };
  };
  // Phrasings differ by their small words too; in an answer those say nothing.
  const analysePhrasing = (text: string): AnalysedText => {
    const words = wordsOf(text);
    const terms = analyzer.terms(words).map(({ term }) => term);
    return { words: words.join(" "), terms: [...terms, ...namesIn(text)] };
  };
  return {
    named: entities.find(snippet.question).flatMap(({ candidates }) => candidates.map(({ id }) => id)),
    phrasings: [snippet.question, ...snippet.waysOfAsking].map(analysePhrasing),
    heading: analyseText(section.heading),
    answer: analyseText(snippet.answer),
  };
}

// A document that spells one of several meanings out ("Certified Cyber Security Expert (CCSE)") means that one.
function namesGiven(text: string, certain: ReadonlySet<Entity>, entities: EntityFinder): string[] {
  return entities.find(text).flatMap(({ candidates }) => {
    const spelledOut = candidates.filter((candidate) => certain.has(candidate));
    const meant = spelledOut.length > 0 ? spelledOut : candidates;
    return meant.flatMap(({ id, partOf }) => [id, ...partOf]);
  });
}
