import type { Root } from "mdast";
import { readAcronyms } from "./acronyms.ts";
import { readDefinition, readRemark, type DefinedTerm } from "./defined-terms.ts";
import { readTermTable } from "./term-tables.ts";
import { splitSentences } from "./sentences.ts";
import { tablesIn, textLines, type TextLine } from "./text-lines.ts";

/** A name where an article introduces it, and how it stands there. */
export interface Introduction extends DefinedTerm {
  readonly line: Pick<TextLine, "kind" | "marked" | "heading">;
}

/** Sections that explain words. */
const EXPLAINS =
  /\b(?:glossary|terms?|terminology|definitions?|abbreviations?|acronyms?|vocabulary|jargon|lingo|who is who|who's who|wording)\b/i;

/** A paragraph that is longer introduces its names at the start. */
const READ_LENGTH = 2000;
/** An article that defines more terms than these is a word list: the first ones are names. */
const MOST_INTRODUCTIONS = 500;

/** Everything that an article defines or spells out, in order: in sentences, lists, tables and headings. */
export function findIntroductions(root: Root): readonly Introduction[] {
  const lines = textLines(root);
  const inText = lines.flatMap((line, at) => introductionsIn(line, lines[at + 1]));
  const inTables = tablesIn(root).flatMap(readTermTable);
  return [
    ...inText,
    ...inTables.map((term) => ({ ...term, line: { kind: "cell" as const, heading: "Terms", marked: [] } })),
  ].slice(0, MOST_INTRODUCTIONS);
}

/** True for a line of a list of terms. */
export function isInTermList({ line }: Introduction): boolean {
  return line.kind === "cell" || EXPLAINS.test(line.heading);
}

function introductionsIn(line: TextLine, next: TextLine | undefined): readonly Introduction[] {
  if (line.kind === "heading") return [...askedIn(line, next)];
  return splitSentences(line.text.slice(0, READ_LENGTH)).flatMap((sentence) => {
    const defined = [readDefinition(sentence), readRemark(sentence)].filter((term) => term !== undefined);
    const spelledOut = readAcronyms(sentence).map(({ short, long }) => ({
      names: [long, short] as const,
      about: "",
      isStated: true,
    }));
    return [...defined, ...spelledOut].map((term) => ({ ...term, line }));
  });
}

const ASKED = /^(?:what|who)(?:['’]s| is| are) (?:an? |the |our )?([^?]{2,60})\?$/iu;

/** "What is Project Osprey?" introduces it; the line below says what it is. */
function askedIn(line: TextLine, next: TextLine | undefined): readonly Introduction[] {
  const term = ASKED.exec(line.text)?.[1];
  if (term === undefined) return [];
  const about =
    next?.kind === "heading" ? "" : (splitSentences(next?.text.slice(0, READ_LENGTH) ?? "")[0] ?? "");
  const defined = readDefinition(about);
  const isSame = defined?.names[0].toLowerCase() === term.toLowerCase();
  return [{ names: [term], about: isSame ? (defined?.about ?? "") : "", isStated: true, line }];
}
