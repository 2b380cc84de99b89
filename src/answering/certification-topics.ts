import type { Entity } from "../knowledge/glossary.ts";
import type { CertificationFacetId } from "../languages/wording.ts";
import { rankHits } from "../retrieval/ranking.ts";
import type { Entry } from "../retrieval/entries.ts";
import type { Engine } from "./engine.ts";
import { shelvesOf } from "./shelves.ts";

interface Facet {
  readonly id: CertificationFacetId;
  readonly topic: string;
  /** In the documents' language, which is searched. */
  readonly question: (name: string) => string;
}

const FACETS: readonly Facet[] = [
  { id: "definition", topic: "definition", question: (name) => `What is the ${name} and who issues it?` },
  { id: "content", topic: "exam-content", question: (name) => `What does the ${name} cover?` },
  {
    id: "prerequisites",
    topic: "exam-prerequisites",
    question: (name) => `How much experience does the ${name} require? prerequisites, requirements`,
  },
  {
    id: "exam",
    topic: "exam-format",
    question: (name) => `How long is the ${name} exam and how many questions does it have?`,
  },
  {
    id: "score",
    topic: "exam-score",
    question: (name) => `What is the passing score of the ${name}?`,
  },
  { id: "cost", topic: "exam-cost", question: (name) => `How much does the ${name} exam cost?` },
  { id: "renewal", topic: "cert-renewal", question: (name) => `How long is the ${name} valid?` },
];

/** The facets in the order of a card, and the topics of the snippets that say something of them. */
export const CERTIFICATION_TOPICS: readonly Pick<Facet, "id" | "topic">[] = FACETS;

/** What is on one of a dozen facets may stand further down than an answer may. */
const RANKED = 60;

/** What a card shows of a certification, in order: each facet's best entry that is asked about it, none twice. */
export function findFacets(
  certification: Entity,
  engine: Engine,
): readonly { readonly id: CertificationFacetId; readonly entry: Entry }[] {
  const shown = new Set<Entry>();
  return FACETS.flatMap((facet) => {
    const entry = findFacet(facet, certification, engine);
    if (!entry || shown.has(entry)) return [];
    shown.add(entry);
    return [{ id: facet.id, entry }];
  });
}

function findFacet(facet: Facet, { id, name }: Entity, engine: Engine): Entry | undefined {
  const hits = shelvesOf(engine).flatMap(({ reader, index }) => {
    const [part] = reader.understand(facet.question(name)).parts;
    return (part ? rankHits(part, index, RANKED) : []).filter(
      ({ entry, position }) =>
        entry.snippet.topics.includes(facet.topic) && index.terms(position).isInQuestion(id),
    );
  });
  return hits[0]?.entry;
}
