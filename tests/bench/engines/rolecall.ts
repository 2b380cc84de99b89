import { buildEngine } from "../../../src/answering/engine.ts";
import type { Document, Snippet } from "../../../src/knowledge/document.ts";
import { NOT_STATED } from "../../../src/knowledge/document.ts";
import type { Glossary } from "../../../src/knowledge/glossary.ts";
import type { Knowledge } from "../../../src/knowledge/knowledge.ts";
import { loadLexicon } from "../../../src/query/lexicon.ts";
import type { QueryPart } from "../../../src/query/query.ts";
import { rankHits } from "../../../src/retrieval/ranking.ts";
import type { SearchIndex } from "../../../src/retrieval/search-index.ts";
import type { Dataset, Intent } from "../datasets/dataset.ts";
import { foundBy, type Engine, type FoundIntent } from "./engine.ts";

/** No entities, no topics and no word groups: the search is left to itself. */
export const EMPTY_GLOSSARY: Glossary = { entities: [], topics: [], wordGroups: [] };

/** This project's way from a question to a ranking. */
export function buildRolecall({ name, intents }: Dataset): Engine {
  return buildWholeRolecall({ glossary: EMPTY_GLOSSARY, documents: [writeDocument(name, intents)] });
}

/** The same with the names and topics of a knowledge; intents are its snippets, in their order. */
export function buildWholeRolecall(knowledge: Knowledge): Engine {
  const { reader, index } = buildEngine(knowledge, loadLexicon());
  return {
    name: "Rolecall",
    ask: (question) => foundBy(reader.understand(question).parts.flatMap((part) => rankPart(part, index))),
  };
}

// The confidence is fitted to documents about careers; what orders the hits holds anywhere.
function rankPart(part: QueryPart, index: SearchIndex): FoundIntent[] {
  return rankHits(part, index).map(({ position, rank }) => ({
    intent: position,
    score: rank,
  }));
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
