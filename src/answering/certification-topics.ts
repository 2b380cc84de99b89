import type { Entity } from "../knowledge/glossary.ts";
import type { CertificationFacetId } from "../languages/wording.ts";
import type { Entry } from "../retrieval/entries.ts";
import type { Engine } from "./engine.ts";
import { rankWritten } from "./rank-written.ts";

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
  const [best] = rankWritten(
    facet.question(name),
    ({ snippet }, terms) => snippet.topics.includes(facet.topic) && terms().isInQuestion(id),
    engine,
  );
  return best?.entry;
}
