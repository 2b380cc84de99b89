import { capitalWords, looksLikeName, type CapitalWord } from "./name-words.ts";
import type { NameFinder } from "./names.ts";
import { allNumbersIn, numbersIn } from "./number-words.ts";
import type { SourceSection, SourceText } from "./source-text.ts";
import { splitWords } from "./words.ts";

/** Finds what a text claims and its source's section does not hold. */
export interface Evidence {
  /** Numbers and names of `text`, as printed, that the section does not hold. */
  readonly missing: (text: string, section: SourceSection) => readonly string[];
}

/** What may be said of a source without standing in its section: its date, title, publisher and author. */
export interface Background {
  readonly texts: readonly string[];
  readonly names: NameFinder;
}

/** Prepares the comparison of texts with the sections of one source. */
export function buildEvidence(source: SourceText, background: Background): Evidence {
  const everywhere = source.sections.flatMap((section) => section.pieces);
  const ordinary = new Set(
    everywhere.flatMap((piece) => piece.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’'-]*/gu) ?? []),
  );
  const named = new Set(
    everywhere
      .flatMap((piece) => capitalWords(piece).filter((word) => !word.isInitial))
      .map((word) => word.text),
  );
  const isName = (word: CapitalWord): boolean =>
    looksLikeName(word.text) ||
    !word.isInitial ||
    (named.has(word.text) && !ordinary.has(word.text.toLowerCase()));
  return {
    missing: (text, section) => {
      const held = holdingsOf(section, background.texts);
      return [
        ...missingNumbers(text, held),
        ...missingNames({ text, held, isName, names: background.names }),
      ];
    },
  };
}

interface Holdings {
  readonly numbers: ReadonlySet<string>;
  /** Folded words with a space around each. */
  readonly words: string;
  /** Letters and digits of the asides, run together. */
  readonly asides: string;
}

function holdingsOf(section: SourceSection, background: readonly string[]): Holdings {
  const texts = [...section.pieces, ...section.asides, ...background];
  return {
    numbers: allNumbersIn(texts.join("\n")),
    words: texts.map((text) => ` ${foldedWords(text)} `).join("|"),
    asides: squeeze(section.asides.join(" ")),
  };
}

function missingNumbers(text: string, held: Holdings): string[] {
  return numbersIn(text)
    .filter(({ sign, value }) => !held.numbers.has(sign + value))
    .map(({ printed }) => printed);
}

interface NameSearch {
  readonly text: string;
  readonly held: Holdings;
  readonly isName: (word: CapitalWord) => boolean;
  readonly names: NameFinder;
}

function missingNames({ text, held, isName, names }: NameSearch): string[] {
  const runs = runsOf(capitalWords(text).filter(isName), text);
  // A name that the glossary knows is one even where its capital is the sentence's; the words it adds are ordinary.
  const known = names
    .find(text)
    .filter(({ entity }) => entity.kind !== "role")
    .flatMap(({ start, end }) => capitalWords(text.slice(start, end)).map((word) => word.text));
  return [...new Set([...runs, ...known])].filter((name) => !holds(held, name));
}

/** Neighbouring capitalised words are one name: `Career Movement`. */
function runsOf(words: readonly CapitalWord[], text: string): string[] {
  const runs: { start: number; end: number }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const isOwner = /['’]s$/.test(text.slice(last?.start, last?.end));
    if (last !== undefined && !isOwner && /^ +$/.test(text.slice(last.end, word.start))) last.end = word.end;
    else runs.push({ start: word.start, end: word.end });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
}

function holds(held: Holdings, name: string): boolean {
  const folded = foldedWords(name);
  if (folded === "" || held.words.includes(` ${folded} `)) return true;
  const squeezed = squeeze(name);
  return squeezed.length > 3 && held.asides.includes(squeezed);
}

function foldedWords(text: string): string {
  return splitWords(text)
    .map((word) => word.folded)
    .join(" ");
}

function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
