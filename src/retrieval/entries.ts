import type { Document, Section, Snippet } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { Analyzer } from "../query/analyzer.ts";
import { idsOf, wordsOf, type EntityFinder, type Mention } from "../query/entities.ts";
import { finish, type Steps } from "./steps.ts";

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

/** The texts of an entry in which names are looked for. */
export const textsOf = ({ snippet, section, document }: Entry): readonly string[] => [
  snippet.question,
  ...snippet.waysOfAsking,
  section.heading,
  snippet.answer,
  document.title,
  ...snippet.figures.flatMap(({ place, employer, platform, role }) => [place, employer, platform, role]),
];

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

/** Analyses entries for the index: the costly half of building it. */
export function analyseEntries(entries: readonly Entry[], tools: AnalysisTools): AnalysedEntry[] {
  return finish(analyseInSteps(entries, tools));
}

/** The same in small steps. */
export function* analyseInSteps(entries: readonly Entry[], tools: AnalysisTools): Steps<AnalysedEntry[]> {
  const byDocument = new Map<Document, Entry[]>();
  for (const entry of entries) {
    const before = byDocument.get(entry.document);
    if (before) before.push(entry);
    else byDocument.set(entry.document, [entry]);
  }
  const analysed: AnalysedEntry[][] = [];
  for (const some of byDocument.values()) analysed.push(yield* analyseDocument(some, tools));
  return analysed.flat();
}

// The names in a text are needed several times over, and looking for them takes longer than all else.
function* analyseDocument(
  entries: readonly Entry[],
  { analyzer, entities }: AnalysisTools,
): Steps<AnalysedEntry[]> {
  const known = new Map<string, readonly Mention[]>();
  const mentionsIn = (text: string): readonly Mention[] => {
    const mentions = known.get(text) ?? entities.find(text);
    known.set(text, mentions);
    return mentions;
  };
  const certain = new Set<Entity>();
  for (const entry of entries) {
    for (const entity of givenTexts(entry).flatMap(mentionsIn).flatMap(onlyCandidate)) certain.add(entity);
    yield;
  }
  const analysed: AnalysedEntry[] = [];
  for (const entry of entries) {
    analysed.push(analyse(entry, { analyzer, mentionsIn, certain }));
    yield;
  }
  return analysed;
}

function onlyCandidate({ candidates }: Mention): readonly Entity[] {
  return candidates.length === 1 ? candidates : [];
}

const givenTexts = ({ section, snippet }: Pick<Entry, "section" | "snippet">): string[] => [
  snippet.question,
  section.heading,
  snippet.answer,
];

interface DocumentTools {
  readonly analyzer: Analyzer;
  readonly mentionsIn: (text: string) => readonly Mention[];
  /** What the document names without doubt. */
  readonly certain: ReadonlySet<Entity>;
}

// A name counts only where the document gives it: ways of asking also hold names that members type and no document has.
function analyse(entry: Entry, { analyzer, mentionsIn, certain }: DocumentTools): AnalysedEntry {
  const { snippet, section } = entry;
  const mentions = givenTexts(entry).flatMap(mentionsIn);
  const given = new Set(mentions.flatMap((mention) => idsGiven(mention, certain)));
  const namesIn = (text: string): string[] =>
    mentionsIn(text)
      .flatMap(idsOf)
      .filter((id) => given.has(id));
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
    named: mentionsIn(snippet.question).flatMap(({ candidates }) => candidates.map(({ id }) => id)),
    phrasings: [snippet.question, ...snippet.waysOfAsking].map(analysePhrasing),
    heading: analyseText(section.heading),
    answer: analyseText(snippet.answer),
  };
}

// A document that spells one of several meanings out ("Certified Cyber Security Expert (CCSE)") means that one.
function idsGiven({ candidates }: Mention, certain: ReadonlySet<Entity>): string[] {
  const spelledOut = candidates.filter((candidate) => certain.has(candidate));
  const meant = spelledOut.length > 0 ? spelledOut : candidates;
  return meant.flatMap(({ id, partOf }) => [id, ...partOf]);
}
