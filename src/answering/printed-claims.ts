import { splitSentences } from "../knowledge/sentences.ts";
import type { Entity, EntityKind } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import { dateOf } from "./ages.ts";
import { keyOf, type Claim } from "./claims.ts";
import { mayState, qualifiersIn, readStatement, type Statement } from "./claim-words.ts";

/** What a text names; a name of several meanings gives all of them, so that which is meant is not sure. */
export type Naming = (text: string) => readonly Entity[];

/** What the sentences of an entry claim: one amount each, of one thing that is sure. */
export function printedClaims(entry: Entry, namesIn: Naming): Claim[] {
  const { answer } = entry.snippet;
  if (!mayState(answer)) return [];
  return textLines(answer)
    .filter(mayState)
    .map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replaceAll("**", ""))
    .flatMap((line) => splitSentences(line))
    .flatMap((sentence) =>
      sentence.split(/;\s+/).flatMap((clause) => claimOf({ clause, sentence, entry }, namesIn) ?? []),
    );
}

/** The lines of an answer; of a table each row with its column heads, as an article's rows are: `City: Boston; Rent: 3,070`. */
function textLines(answer: string): readonly string[] {
  let heads: readonly string[] | undefined;
  return answer.split("\n").flatMap((line) => {
    if (!line.startsWith("|")) {
      heads = undefined;
      return [line];
    }
    const cells = line.split("|").slice(1, -1);
    const row = (heads ?? []).map((head, at) => `${head}: ${(cells[at] ?? "").trim()}`);
    heads ??= cells.map((cell) => cell.trim());
    return row.length === 0 ? [] : [row.join("; ")];
  });
}

interface Clause {
  readonly clause: string;
  readonly sentence: string;
  readonly entry: Entry;
}

function claimOf({ clause, sentence, entry }: Clause, namesIn: Naming): Claim | undefined {
  const statement = readStatement(clause);
  if (!statement || isOfFigure(statement, entry)) return undefined;
  const { section, snippet, document } = entry;
  const around = `${section.heading}. ${snippet.derived ? "" : snippet.question}`;
  const near = [clause, sentence, around, document.title].map(namesIn);
  const about = readAbout(statement, { near, all: () => namesIn(snippet.answer) });
  if (!about) return undefined;
  const { measure, currency, period, amount } = statement;
  const qualifiers = qualifiersIn(`${isRow(clause, entry) ? clause : sentence}. ${around}`);
  return {
    entry,
    key: keyOf({ measure, about: about.map(({ id }) => id), currency, period, qualifiers }),
    names: about.map(({ name }) => name),
    measure: { id: measure },
    amount,
    date: DATED.exec(clause)?.[1] ?? dateOf(document),
    said: sentence,
  };
}

/** `in 2021`, `in July 2024`: a date that an amount states for itself. */
const DATED = /\b(?:in|of|for|since) ((?:[A-Z]\p{L}{2,} )?(?:19|20)\d{2})(?![\d,.]\d)/u;

/** `Exam fee: $499`, cut from the row of a table; the cells beside it narrow nothing. */
const isRow = (clause: string, { snippet }: Entry): boolean =>
  snippet.derived && /^[^:]{1,40}: /.test(clause);

// A figure says more of the same amount than the words around it.
const isOfFigure = ({ amount }: Statement, { snippet }: Entry): boolean =>
  snippet.figures.some((figure) => figure.amount.text === amount.text);

/** Kinds that do not change what an amount is of: who issues an exam, what it is about. */
const BESIDE: ReadonlySet<EntityKind> = new Set(["organization", "law", "degree"]);
const PLACED: readonly EntityKind[] = ["place", "employer", "platform"];

interface Named {
  /** The names in the clause, in its sentence, and in the texts around it, the nearest first. */
  readonly near: readonly (readonly Entity[])[];
  /** Everything that the whole answer names. */
  readonly all: () => readonly Entity[];
}

// What is stated, and where: each from the nearest text that names such a thing, and from none that names several.
function readAbout({ of }: Statement, { near, all }: Named): readonly Entity[] | undefined {
  const [only, another] = nearest(near, [of]);
  if (!only || another) return undefined;
  const [inClause = [], inSentence = []] = near;
  const places = nearest(near, PLACED);
  // An answer that speaks of others too leaves open which of them it means here.
  if (!inSentence.includes(only) && all().some((each) => each.kind === of && each !== only)) return undefined;
  if (places.length === 0 && all().some(({ kind }) => PLACED.includes(kind))) return undefined;
  const others = of === "certification" ? [] : inClause.filter(({ kind }) => !BESIDE.has(kind));
  return [...new Set([only, ...places, ...others])];
}

function nearest(near: readonly (readonly Entity[])[], kinds: readonly EntityKind[]): readonly Entity[] {
  const found = near.map((some) => some.filter(({ kind }) => kinds.includes(kind)));
  return found.find((some) => some.length > 0) ?? [];
}
