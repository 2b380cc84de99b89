import type { Document } from "./document.ts";
import { answerPieces } from "./check-against.ts";
import { capitalWords, looksLikeName } from "./name-words.ts";
import type { NameFinder } from "./names.ts";
import { foldText } from "./words.ts";

/** What an author wants to know about a document at a glance, line by line. */
export function describeDocument(document: Document, names: NameFinder): readonly string[] {
  const { id, sections } = document;
  const snippets = sections.flatMap((section) => section.snippets);
  const empty = sections.filter((section) => section.snippets.length === 0).map((section) => section.heading);
  const repeated = repeatedIn(snippets.map((snippet) => snippet.question));
  const unknown = unknownNames(
    snippets.map((snippet) => snippet.answer),
    names,
  );
  return [
    `${id}: ${sections.length} sections, ${snippets.length} snippets, ${snippets.flatMap((snippet) => snippet.figures).length} figures`,
    ...listed("sections without a snippet", empty),
    ...listed("questions asked twice", repeated),
    ...listed("names that the glossary lacks", unknown),
  ];
}

function listed(label: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`  ${label}: ${items.join(", ")}`];
}

function repeatedIn(questions: readonly string[]): readonly string[] {
  const folded = questions.map(foldText);
  return questions
    .filter((_, at) => folded.indexOf(folded[at] ?? "") !== at)
    .map((question) => `"${question}"`);
}

const MONTHS = new Set(
  Array.from({ length: 12 }, (_, month) =>
    new Date(2000, month).toLocaleDateString("en-US", { month: "long" }),
  ),
);

/** Words of answers that look like names or abbreviations, and that no name of the glossary covers. */
function unknownNames(answers: readonly string[], names: NameFinder): readonly string[] {
  const found = answers.flatMap(answerPieces).flatMap((piece) => {
    const known = names.find(piece);
    return capitalWords(piece)
      .filter((word) => !MONTHS.has(word.text))
      .filter((word) => looksLikeName(word.text) || !word.isInitial)
      .filter((word) => !known.some((hit) => hit.start < word.end && word.start < hit.end))
      .map((word) => word.text);
  });
  return [...new Set(found)].toSorted((a, b) => a.localeCompare(b, "en"));
}
