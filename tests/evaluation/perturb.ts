import type { Entity, Glossary } from "../../src/knowledge/glossary.ts";
import { buildEntityFinder, type EntityFinder } from "../../src/query/entities.ts";
import { wrapInChatter } from "./chatter.ts";
import { seededRandom, type Random } from "./random.ts";

/** A way in which members write the same question otherwise. */
export interface Perturbation {
  readonly name: string;
  /** The same question always comes out the same. */
  readonly apply: (question: string) => string;
}

type Change = (text: string, random: Random) => string;

/** Every perturbation, with the names of a glossary; the last one is all others together. */
export function buildPerturbations(glossary: Glossary): Perturbation[] {
  const rename = buildRenaming(glossary);
  return [
    perturbation("one typo in each long word", misspellWords),
    perturbation("lower case without punctuation", writePlainly),
    perturbation("wrapped in chatter", wrapInChatter),
    perturbation("other forms of names", rename),
    perturbation("all together", (text, random) =>
      wrapInChatter(misspellWords(writePlainly(rename(text)), random), random),
    ),
  ];
}

function perturbation(name: string, change: Change): Perturbation {
  return { name, apply: (question) => change(question, seededRandom(`${name}: ${question}`)) };
}

const LONG_WORD = /\p{L}{6,}/gu;
const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

/** One slip in each word of six letters or more; the first letter stays. */
function misspellWords(text: string, random: Random): string {
  return text.replace(LONG_WORD, (word) => misspell(word, random));
}

function misspell(word: string, random: Random): string {
  const at = random.pick(Array.from({ length: word.length - 2 }, (_, index) => index + 1)) ?? 1;
  const [start, letter, next, end] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ] as const;
  const slips = [
    `${start}${next}${letter}${end}`,
    `${start}${next}${end}`,
    `${start}${letter}${letter}${next}${end}`,
    `${start}${random.pick(LETTERS) ?? ""}${next}${end}`,
  ].filter((slip) => slip !== word);
  return random.pick(slips) ?? word;
}

/** Lower case, without apostrophes, quotes, brackets and the marks that end a word. */
function writePlainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’"“”()]/g, "")
    .replace(/[.,;:?!…]+(?=\s|$)/g, "")
    .replace(/\s[–—-]\s/g, " ");
}

/** Replaces each name by its shortest form that means nothing else, and a name in that form by the full name. */
function buildRenaming(glossary: Glossary): (text: string) => string {
  const finder = buildEntityFinder(glossary);
  const shortest = listShortestForms(glossary, finder);
  return (text) =>
    onlyMeanings(text, finder)
      // From the end, so that the offsets of the names before stay right.
      .toSorted((a, b) => b.start - a.start)
      .reduce((renamed, { entity, start, end }) => {
        const short = shortest.get(entity.id) ?? entity.name;
        const form = short.length < end - start ? short : entity.name;
        return renamed.slice(0, start) + form + renamed.slice(end);
      }, text);
}

function listShortestForms({ entities }: Glossary, finder: EntityFinder): ReadonlyMap<string, string> {
  const means = (text: string, id: string): boolean =>
    onlyMeanings(text, finder).some(
      ({ entity, start, end }) => entity.id === id && start === 0 && end === text.length,
    );
  return new Map(
    entities.map(({ id, name, aliases }) => [
      id,
      aliases
        .filter((alias) => means(alias, id))
        .reduce((short, alias) => (alias.length < short.length ? alias : short), name),
    ]),
  );
}

/** A name in a text; `end` is exclusive. */
interface Name {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
}

/** The names that can mean one entity only. */
function onlyMeanings(text: string, finder: EntityFinder): Name[] {
  return finder
    .find(text)
    .flatMap(({ candidates: [entity, ...others], start, end }) =>
      entity && others.length === 0 ? [{ entity, start, end }] : [],
    );
}
