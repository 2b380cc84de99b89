import type { Entity } from "../knowledge/glossary.ts";
import { isOnFacets } from "../retrieval/certification-facets.ts";
import type { Entry } from "../retrieval/entries.ts";
import type { EntryTerms } from "../retrieval/entry-terms.ts";
import { findFacets } from "./certification-topics.ts";
import { citeSnippet } from "./cite.ts";
import { questionChoices } from "./choices.ts";
import type { Engine } from "./engine.ts";
import { refuseUncovered } from "./refusal.ts";
import type { Answer, CitedText, Refusal } from "./reply.ts";
import { shelvesOf } from "./shelves.ts";

/** Sections that say something else of a certification, below its facets. */
const MORE = 3;

/**
 * A certification at a glance: issuer, content, prerequisites, exam, cost and validity as far as documents state them,
 * then what each other section says of it, such as who recommends it for which role.
 */
export function composeCertificationCard(certification: Entity, engine: Engine): Answer | Refusal {
  const naming = listNaming(certification, engine);
  const facets = findFacets(certification, engine);
  const [first, ...others] = facets.length === 0 ? citeSections(naming) : citeFacets(facets, naming, engine);
  if (!first) return refuseUncovered(certification.name, engine);
  const shown = new Set([first, ...others].flatMap(({ snippets }) => snippets));
  return {
    kind: "answer",
    title: certification.name,
    parts: [first, ...others],
    misses: [],
    menu: [],
    related: questionChoices(naming.filter(({ snippet }) => !shown.has(snippet.id))).slice(0, RELATED),
  };
}

const citeSections = (naming: readonly Entry[]): readonly CitedText[] =>
  onePerSection(naming).map((entry) => citeSnippet(entry));

function citeFacets(
  facets: ReturnType<typeof findFacets>,
  naming: readonly Entry[],
  { wording }: Engine,
): readonly CitedText[] {
  const { facets: headings } = wording.cards;
  const shown = new Set(facets.map(({ entry }) => entry));
  const beside = onePerSection(naming.filter((entry) => isBesideFacets(entry) && !shown.has(entry)));
  return [
    ...facets.map(({ id, entry }) => citeSnippet(entry, headings[id])),
    ...beside
      .toSorted((a, b) => Number(isOnRole(b)) - Number(isOnRole(a)))
      .slice(0, MORE)
      .map((entry) => citeSnippet(entry, headings.more)),
  ];
}

const RELATED = 3;

// Who recommends it for which role says more to a member than who accredits it.
const isOnRole = ({ snippet }: Entry): boolean => snippet.roles.length > 0;

const isBesideFacets = ({ snippet }: Entry): boolean =>
  !isOnFacets(snippet) && !snippet.topics.includes("definition");

/** The entries that name a certification, those that are about it first. */
function listNaming({ id }: Entity, engine: Engine): readonly Entry[] {
  return shelvesOf(engine)
    .flatMap(({ index }) => index.entries.map((entry, position) => ({ entry, terms: index.terms(position) })))
    .filter(({ terms }) => terms.isAsked(id) || terms.isAnswered(id))
    .map(({ entry, terms }) => ({ entry, weight: weightOf(terms, id) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ entry }) => entry);
}

function onePerSection(entries: readonly Entry[]): readonly Entry[] {
  const sections = new Map<Entry["section"], Entry>();
  for (const entry of entries) if (!sections.has(entry.section)) sections.set(entry.section, entry);
  return [...sections.values()];
}

// A snippet whose question names the certification is about it; one that names it once among many is not.
function weightOf(terms: EntryTerms, id: string): number {
  return (terms.isInQuestion(id) ? 1 : 0) + terms.shareAsking(id) + (terms.isAnswered(id) ? 1 : 0);
}
