import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import type { Reply } from "../../src/answering/reply.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import type { Lexicon } from "../../src/query/lexicon.ts";
import { listEntries, type AnalysedEntry } from "../../src/retrieval/entries.ts";
import { tally, type Judged } from "./evaluate.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { missingFacts } from "./judge.ts";
import { writeMisses } from "./misses.ts";
import { writeShare, writeTally } from "./tables.ts";

type Sections = GoldenQuestion["sections"];

/** The questions that just these sections answer. */
export interface SectionQuestions {
  readonly sections: Sections;
  readonly questions: readonly GoldenQuestion[];
}

/** What came of the questions when these sections were not there. */
export interface LeftOut {
  readonly sections: Sections;
  readonly judged: readonly Judged[];
}

/** What engines without some sections are built from. */
export interface Whole {
  readonly knowledge: Knowledge;
  /** Of the same knowledge. */
  readonly analysed: readonly AnalysedEntry[];
  readonly lexicon: Lexicon;
}

/** The answerable questions under all sections that are accepted for them; those that most questions need first. */
export function groupBySections(questions: readonly GoldenQuestion[]): SectionQuestions[] {
  const groups = new Map<string, { readonly sections: Sections; readonly questions: GoldenQuestion[] }>();
  for (const golden of questions.filter(({ answerable }) => answerable)) {
    const name = nameSections(golden.sections);
    const group = groups.get(name) ?? { sections: golden.sections, questions: [] };
    group.questions.push(golden);
    groups.set(name, group);
  }
  return [...groups.values()].toSorted((a, b) => b.questions.length - a.questions.length);
}

/** Asks questions of the documents without the sections that answer them. */
export function leaveOut({ sections, questions }: SectionQuestions, whole: Whole): LeftOut {
  const engine = buildWithout(sections, whole);
  return {
    sections,
    judged: questions.map((golden) => {
      const reply = answerQuestion(golden.question, engine);
      return { golden, reply, fault: answersWrong(golden, reply) ? "answered" : undefined };
    }),
  };
}

// What is left of an answer's right is that it says all the facts that the question demands.
function answersWrong(golden: GoldenQuestion, reply: Reply): boolean {
  if (reply.kind !== "answer") return false;
  return golden.must.length + golden.any.length === 0 || missingFacts(golden, reply).length > 0;
}

function buildWithout(sections: Sections, { knowledge, analysed, lexicon }: Whole): Engine {
  const { glossary, documents } = knowledge;
  const stays = (doc: string, heading: string): boolean =>
    !sections.some((section) => section.doc === doc && section.heading === heading);
  const entries = listEntries(documents);
  const rest = documents.map((document) => ({
    ...document,
    sections: document.sections.filter(({ heading }) => stays(document.id, heading)),
  }));
  const left = analysed.filter((_, at) => {
    const entry = entries[at];
    return entry && stays(entry.document.id, entry.section.heading);
  });
  return buildEngine({ glossary, documents: rest }, lexicon, left);
}

/** A table per sections left out: questions that were refused, asked back or still answered right, of all. */
export function writeLeftOut(all: readonly LeftOut[]): string {
  const single = all.filter(({ sections }) => sections.length === 1);
  return [
    ...all.map(({ sections, judged }) => writeRow(nameSections(sections), judged)),
    "",
    writeRow("questions that one section answers", judgedIn(single)),
    writeRow("all", judgedIn(all)),
  ].join("\n");
}

/** The wrong answers, under the sections that were left out. */
export function writeWrongAnswers(all: readonly LeftOut[]): string {
  return all
    .filter(({ judged }) => judged.some(({ fault }) => fault))
    .map(({ sections, judged }) => `without ${nameSections(sections)}\n${writeMisses(judged)}`)
    .join("\n\n");
}

export const judgedIn = (all: readonly LeftOut[]): Judged[] => all.flatMap(({ judged }) => judged);

function writeRow(name: string, judged: readonly Judged[]): string {
  const answered = judged.filter(({ fault, reply }) => !fault && reply.kind === "answer").length;
  const askedBack = judged.filter(({ reply }) => reply.kind === "clarification").length;
  const { right, of } = tally(judged);
  return `${writeTally({ right, of })}  ${writeShare(right / of)}  ${name}: ${answered} answered by another section, ${askedBack} asked back`;
}

function nameSections(sections: Sections): string {
  return sections
    .map(({ doc, heading }) => `${doc} › ${heading}`)
    .toSorted()
    .join(" + ");
}
