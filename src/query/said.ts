import type { EntityKind } from "../knowledge/glossary.ts";
import type { Mention } from "./entities.ts";
import { topicsOfForm } from "./form.ts";
import type { Unit } from "./query.ts";
import { readText } from "./read-text.ts";
import type { ReadingTools } from "./reading-tools.ts";

/** A sentence as far as another one can go on from it. */
export interface Said {
  readonly text: string;
  /** In the order of the text. */
  readonly names: readonly Mention[];
  /** What it says besides names. */
  readonly content: readonly Unit[];
  /** Ids of the topics asked about, by words or by form. */
  readonly topics: readonly string[];
  /** Those of them that documents are about and that are asked of a role, a certificate, a place. */
  readonly coveredTopics: readonly string[];
}

/** Topics that ask what a word means rather than something of a role. */
const OF_NOBODY: ReadonlySet<string> = new Set(["definition", "comparison"]);

/** Reads what a sentence names and says. Takes corrected text. */
export function readSaid(text: string, tools: ReadingTools): Said {
  const reading = readText(text, tools);
  const topics = [...reading.topics, ...topicsOfForm(text)];
  return {
    text,
    names: tools.entities.find(text),
    content: reading.units.filter(({ entities }) => entities.length === 0),
    topics,
    coveredTopics: topics.filter((topic) => tools.coveredTopics.has(topic) && !OF_NOBODY.has(topic)),
  };
}

/** The names that may be of one of these kinds. */
export function namesOf({ names }: Said, ...kinds: readonly EntityKind[]): readonly Mention[] {
  return names.filter(({ candidates }) => candidates.some(({ kind }) => kinds.includes(kind)));
}

/** The names as written, each once: `DevOps and DevSecOps`. */
export function written(names: readonly Mention[], text: string): string {
  const byId = new Map(
    names.map(({ candidates, start, end }) => [candidates[0]?.id ?? "", text.slice(start, end)]),
  );
  return [...byId.values()].join(" and ");
}

/** The text with something else in the place of some of its names: in that of the first; the others go. */
export function replaceNames(text: string, names: readonly Mention[], by: string): string {
  let replaced = "";
  let at = 0;
  for (const [index, { start, end }] of names.entries()) {
    replaced += text.slice(at, start) + (index === 0 ? by : "");
    at = end;
  }
  return replaced + text.slice(at);
}

/** The sentence without its mark, so that more can follow. */
export const openEnded = ({ text }: Said): string => text.replace(/[\s?!.]+$/, "");

/** True for names of whom, where or with whom a question is asked, rather than of what. */
export function isQualifier({ candidates }: Mention): boolean {
  return candidates.some(({ kind }) => QUALIFIERS.has(kind));
}

const QUALIFIERS: ReadonlySet<EntityKind> = new Set(["role", "place", "employer", "platform"]);
