import { buildEngine } from "../../../src/answering/engine.ts";
import type { Document, Snippet } from "../../../src/knowledge/document.ts";
import { NOT_STATED } from "../../../src/knowledge/document.ts";
import type { Glossary } from "../../../src/knowledge/glossary.ts";
import { loadLexicon } from "../../../src/query/lexicon.ts";
import { confidenceOf } from "../../../src/retrieval/confidence.ts";
import { weighPart } from "../../../src/retrieval/evidence.ts";
import { rankHits } from "../../../src/retrieval/ranking.ts";
import type { Dataset, Intent } from "../datasets/dataset.ts";
import { foundBy, type Engine } from "./engine.ts";

/** No entities, no topics and no word groups: the search is left to itself. */
export const EMPTY_GLOSSARY: Glossary = { entities: [], topics: [], wordGroups: [] };

/** This project's way from a question to a ranking. */
export function buildRolecall({ name, intents }: Dataset): Engine {
  const knowledge = { glossary: EMPTY_GLOSSARY, documents: [writeDocument(name, intents)] };
  const { reader, index } = buildEngine(knowledge, loadLexicon());
  return {
    name: "Rolecall",
    ask: (question) => {
      const hits = reader.understand(question).parts.flatMap((part) => {
        const asked = weighPart(part, index);
        return rankHits(part, index).map((hit) => ({
          intent: hit.position,
          score: confidenceOf(hit, asked, index),
        }));
      });
      return foundBy(hits);
    },
  };
}

function writeDocument(title: string, intents: readonly Intent[]): Document {
  return {
    id: title,
    title,
    publisher: NOT_STATED,
    author: NOT_STATED,
    published: NOT_STATED,
    url: undefined,
    language: "en",
    retrieved: NOT_STATED,
    sections: [{ heading: "", url: undefined, snippets: intents.map(writeSnippet) }],
  };
}

function writeSnippet({ name, question, waysOfAsking }: Intent, position: number): Snippet {
  return {
    id: String(position),
    question,
    waysOfAsking,
    answer: name,
    topics: [],
    roles: [],
    figures: [],
    derived: false,
  };
}
