import type { Document, Snippet } from "../../src/knowledge/document.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import type { Intent, TestQuestion } from "./datasets/dataset.ts";

/** Knowledge, the same as intents, and questions whose right snippet is known. */
export interface HeldOut {
  readonly knowledge: Knowledge;
  /** In the order of the snippets. */
  readonly intents: readonly Intent[];
  readonly tests: readonly TestQuestion[];
}

/** Takes a way of asking away from `most` snippets, spread evenly: it becomes the question that each is to be found by. */
export function holdOut({ glossary, documents }: Knowledge, most: number): HeldOut {
  const all = documents.flatMap(({ sections }) => sections.flatMap(({ snippets }) => snippets));
  const able = all.flatMap(({ waysOfAsking }, at) => (waysOfAsking.length > 0 ? [at] : []));
  const step = Math.max(1, able.length / most);
  const chosen = new Set(
    Array.from({ length: Math.min(most, able.length) }, (_, number) => able[Math.floor(number * step)] ?? 0),
  );
  const shortened = all.map((snippet, at) => (chosen.has(at) ? withoutLastWay(snippet) : snippet));
  return {
    knowledge: { glossary, documents: replaceSnippets(documents, shortened) },
    intents: shortened.map(({ answer, question, waysOfAsking }) => ({
      name: answer,
      question,
      waysOfAsking,
    })),
    tests: [...chosen].map((intent) => ({ text: all[intent]?.waysOfAsking.at(-1) ?? "", intent })),
  };
}

const withoutLastWay = (snippet: Snippet): Snippet => ({
  ...snippet,
  waysOfAsking: snippet.waysOfAsking.slice(0, -1),
});

/** `snippets` are those of all documents, in their order. */
function replaceSnippets(documents: readonly Document[], snippets: readonly Snippet[]): Document[] {
  let at = 0;
  const take = (count: number): readonly Snippet[] => snippets.slice(at, (at += count));
  return documents.map((document) => ({
    ...document,
    sections: document.sections.map((section) => ({ ...section, snippets: take(section.snippets.length) })),
  }));
}
