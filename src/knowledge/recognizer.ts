import type { Glossary } from "./glossary.ts";
import { buildNameFinder } from "./names.ts";
import { onceForEach } from "./once-for-each.ts";
import { buildPhraseFinder } from "./phrases.ts";
import { remember } from "./remember.ts";

/** The texts of a snippet from the nearest to the farthest: question, heading, answer, title. */
type Surroundings = readonly string[];

/** Recognises what a snippet is about where its author does not say. */
export interface Recognizer {
  /** Ids of the roles named in the first of the texts that names any. */
  readonly rolesOf: (texts: Surroundings) => readonly string[];
  /** As `rolesOf`; where that text names several, those of them that a later text singles out. */
  readonly rolesAmong: (texts: Surroundings) => readonly string[];
  /** Ids of the topics whose words the first of the texts that has any uses, in order of appearance. */
  readonly topicsOf: (texts: Surroundings) => readonly string[];
}

/** The recogniser of a glossary's roles and topics; built once for each glossary. */
export const recognizerFor: (glossary: Glossary) => Recognizer = onceForEach(buildRecognizer);

function buildRecognizer(glossary: Glossary): Recognizer {
  const names = buildNameFinder(glossary);
  const topics = buildPhraseFinder(
    glossary.topics.flatMap((topic) =>
      [topic.name, ...topic.words].map((text) => ({ text, value: topic.id })),
    ),
  );
  const rolesIn = remember((text) =>
    names
      .find(text)
      .filter((hit) => hit.entity.kind === "role")
      .map((hit) => hit.entity.id),
  );
  const topicsIn = remember((text) => topics.find(text).map((hit) => hit.value));
  return {
    rolesOf: (texts) => firstFound(texts, rolesIn),
    rolesAmong: (texts) => narrowed(texts, rolesIn),
    topicsOf: (texts) => firstFound(texts, topicsIn),
  };
}

function firstFound(texts: Surroundings, find: (text: string) => readonly string[]): readonly string[] {
  for (const text of texts) {
    const found = find(text);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

function narrowed(texts: Surroundings, find: (text: string) => readonly string[]): readonly string[] {
  let candidates: readonly string[] = [];
  for (const text of texts) {
    const found = [...new Set(find(text))];
    const kept = candidates.filter((candidate) => found.includes(candidate));
    candidates = candidates.length === 0 ? found : kept.length === 0 ? candidates : kept;
    if (candidates.length === 1) break;
  }
  return candidates;
}
