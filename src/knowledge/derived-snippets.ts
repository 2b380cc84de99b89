import type { FigureSource } from "./figures.ts";
import type { Part } from "./outline.ts";
import { readPassages, type Passage } from "./passage.ts";
import type { Draft } from "./prepared-snippets.ts";
import type { Reading } from "./reading.ts";
import { INTRODUCTION } from "./section-link.ts";
import { shorten } from "./sentences.ts";
import { tablePassages } from "./table-passages.ts";

/** The topic of "what is …". */
const DEFINITION = "definition";

/** Characters of a derived question's subject, and of a way of asking. */
const SUBJECT_LENGTH = 60;
const WAY_LENGTH = 200;

/**
 * The snippets cut from a section of a plain article: its paragraphs, lists and tables. The first, which gives an
 * overview, is asked for by the heading; the others by the heading and what they are about.
 */
export function deriveSnippets(section: Part, reading: Reading): readonly Draft[] {
  const passages = readPassages(section.blocks, reading.text, (table, lead) =>
    tablePassages(table, { source: reading.text, lead, figures: figureSource(section, lead, reading) }),
  ).filter((passage) => passage.text !== "");
  const context = { section, reading, named: headingOf(section, reading) };
  return passages.map((passage, at) =>
    draft(passage, withSubject(at === 0 ? context.named : questionFor(passage, context), context), context),
  );
}

interface SnippetContext {
  readonly section: Part;
  readonly reading: Reading;
  /** What the section is called in questions. */
  readonly named: string;
}

function draft(passage: Passage, question: string, { section, reading, named }: SnippetContext): Draft {
  const { recognizer } = reading;
  const texts = [named, ...section.parents, passage.text, reading.title];
  return {
    question,
    waysOfAsking: waysOfAsking(passage, question, { section, reading, named }),
    answer: passage.text,
    // First what it is called, then what it speaks of.
    topics: [
      ...new Set([
        ...recognizer.topicsOf([question, ...texts.slice(0, -1)]),
        ...recognizer.topicsOf([passage.text]),
        ...(passage.defines.length > 0 && reading.glossary.topics.some(({ id }) => id === DEFINITION)
          ? [DEFINITION]
          : []),
      ]),
    ],
    roles: recognizer.rolesAmong(texts),
    figures: passage.figures,
    derived: true,
  };
}

function questionFor(passage: Passage, { named }: SnippetContext): string {
  return `${named} – ${shorten(subjectIn(passage), SUBJECT_LENGTH)}`;
}

/** A section of an article about one thing is asked for by that thing's name: "Exam (Blue Lantern Practitioner)". */
function withSubject(question: string, { section, reading }: SnippetContext): string {
  const { ofArticle, isNamed } = reading.subjects;
  const isSaid =
    ofArticle === undefined || [question, ...section.parents].some((text) => isNamed(ofArticle, text));
  return isSaid ? question : `${question} (${ofArticle})`;
}

function subjectIn({ subject, defines, lead }: Passage): string {
  if (subject !== "") return subject;
  return defines[0] ?? subjectOf(lead);
}

/** What stands before the verb; the sentence's start where that is a pronoun or no verb is known. */
function subjectOf(sentence: string): string {
  const subject =
    /^([^,]{3,60}?) (?:is|are|was|were|has|have|can|could|may|must|should|will|would|do|does|often|needs?|means?|includes?)\b/iu.exec(
      sentence,
    )?.[1];
  const isPronoun =
    subject === undefined ||
    /^(?:as|whether|it|this|that|these|they|you|we|i|he|she|there|here|what|if|but|and|so)\b/i.test(subject);
  return isPronoun ? sentence : subject;
}

function waysOfAsking(passage: Passage, question: string, context: SnippetContext): readonly string[] {
  const { section, reading, named } = context;
  const { ofArticle, inHeading } = reading.subjects;
  const chain = [...section.parents.toReversed(), named].join(" ");
  const ways = [
    about(inHeading(named) ?? ofArticle, passage.lead, reading),
    passage.boldTerms.join(", "),
    about(ofArticle, chain, reading),
    ...passage.defines.map(askFor),
  ].map((way) => shorten(way, WAY_LENGTH));
  return [...new Set(ways)].filter((way) => way !== "" && way !== question);
}

/** A text with the name of what it is about. */
function about(thing: string | undefined, text: string, { subjects }: Reading): string {
  return text === "" || thing === undefined || subjects.isNamed(thing, text) ? text : `${thing}: ${text}`;
}

/** "What is an LK, lamp keeper?" */
const askFor = (term: string): string => `What is ${term}?`;

function headingOf({ heading }: Part, reading: Reading): string {
  return heading === INTRODUCTION ? reading.title : heading;
}

/** A table's figures are about the one role that its heading or the line before it names. */
function figureSource({ heading, parents }: Part, lead: string, reading: Reading): FigureSource {
  const { recognizer, glossary, front } = reading;
  const [role, another] = recognizer.rolesOf([lead, heading, ...parents]);
  const name =
    another === undefined ? glossary.entities.find((entity) => entity.id === role)?.name : undefined;
  return {
    facts: name === undefined ? {} : { role: name },
    published: front.published,
    namesRole: (head) => recognizer.rolesOf([head]).length > 0,
    report: () => undefined,
  };
}
