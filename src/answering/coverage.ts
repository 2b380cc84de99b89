import type { Entity } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import type { EntryTerms } from "../retrieval/entry-terms.ts";
import { CERTIFICATION_TOPICS } from "./certification-topics.ts";
import type { Engine } from "./engine.ts";
import { isCoveredRole, shelvesOf } from "./shelves.ts";

/** How many snippets say something of each of some things, by what they say of it. */
export interface Coverage {
  /** What is asked of each. */
  readonly columns: readonly string[];
  /** In the glossary's order. */
  readonly rows: readonly CoverageRow[];
}

/** A name and its snippets, a count a column. */
export interface CoverageRow {
  readonly name: string;
  readonly counts: readonly number[];
}

interface Column {
  readonly head: string;
  /** Topic ids, any of which counts. */
  readonly topics: readonly string[];
}

const ROLE_COLUMNS: readonly Column[] = [
  { head: "What it is", topics: ["definition"] },
  { head: "Duties", topics: ["responsibilities"] },
  { head: "Skills", topics: ["skills", "tools"] },
  { head: "Education, entry", topics: ["becoming", "education", "background"] },
  { head: "Career path", topics: ["career-ladder", "pay-by-level", "time-to-become"] },
  { head: "Pay", topics: ["salary", "national-pay"] },
  { head: "Prospects", topics: ["outlook"] },
  { head: "Certifications", topics: ["certifications"] },
  { head: "Other roles", topics: ["comparison"] },
];

/** The roles that snippets are about, by topic; a snippet about several roles counts for each. */
export function coverRoles(engine: Engine): Coverage {
  const roles = engine.namedEntities.filter(({ id }) => isCoveredRole(id, engine));
  const snippets = engine.entries.map(({ snippet }) => snippet);
  return {
    columns: ROLE_COLUMNS.map(({ head }) => head),
    rows: roles.map(({ id, name }) => {
      const about = snippets.filter((snippet) => snippet.roles.includes(id));
      const counts = ROLE_COLUMNS.map(
        ({ topics }) =>
          about.filter((snippet) => topics.some((topic) => snippet.topics.includes(topic))).length,
      );
      return { name, counts };
    }),
  };
}

const CERTIFICATION_HEADS: Readonly<Record<(typeof CERTIFICATION_TOPICS)[number]["id"], string>> = {
  definition: "What it is, issuer",
  content: "Content",
  prerequisites: "Prerequisites",
  exam: "Exam",
  score: "Score",
  cost: "Cost",
  renewal: "Renewal",
};

/** The certifications that a snippet's question names, by facet, and the snippets that connect them with roles. */
export function coverCertifications(engine: Engine): Coverage {
  const certifications = engine.namedEntities.filter(({ kind }) => kind === "certification");
  const rows = certifications.flatMap((certification): CoverageRow[] => {
    const about = listEntries(certification, engine);
    if (!about.some(({ terms }) => terms.isInQuestion(certification.id))) return [];
    return [{ name: certification.name, counts: countFacets(certification, about) }];
  });
  return { columns: [...CERTIFICATION_TOPICS.map(({ id }) => CERTIFICATION_HEADS[id]), "Roles"], rows };
}

interface ReadEntry {
  readonly entry: Entry;
  readonly terms: EntryTerms;
}

function listEntries({ id }: Entity, engine: Engine): readonly ReadEntry[] {
  return shelvesOf(engine)
    .flatMap(({ index }) => index.entries.map((entry, position) => ({ entry, terms: index.terms(position) })))
    .filter(({ terms }) => terms.isAsked(id) || terms.isAnswered(id));
}

// A card shows of a facet what a question names the certification in, and of roles whatever names it.
function countFacets({ id }: Entity, about: readonly ReadEntry[]): readonly number[] {
  const asked = about.filter(({ terms }) => terms.isInQuestion(id));
  const facets = CERTIFICATION_TOPICS.map(
    ({ topic }) => asked.filter(({ entry }) => entry.snippet.topics.includes(topic)).length,
  );
  return [...facets, about.filter(({ entry }) => entry.snippet.roles.length > 0).length];
}
