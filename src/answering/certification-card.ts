import type { Entity } from "../knowledge/glossary.ts";
import { citeSnippet } from "./cite.ts";
import { questionChoices } from "./choices.ts";
import type { EntryTerms } from "../retrieval/entry-terms.ts";
import type { Engine } from "./engine.ts";
import { refuseUncovered } from "./refusal.ts";
import type { Answer, CitedText, Refusal } from "./reply.ts";

/** What each section says of a certification: its issuer, and who recommends it for which role. */
export function composeCertificationCard(certification: Entity, engine: Engine): Answer | Refusal {
  const naming = engine.index.entries
    .map((entry, position) => ({ entry, terms: engine.index.terms(position) }))
    .filter(({ terms }) => terms.isAsked(certification.id) || terms.isAnswered(certification.id))
    .map(({ entry, terms }) => ({ entry, weight: weightOf(terms, certification.id) }))
    .toSorted((a, b) => b.weight - a.weight);
  const bySection = new Map<string, CitedText>();
  for (const { entry } of naming) {
    const section = `${entry.document.id}|${entry.section.heading}`;
    if (!bySection.has(section)) bySection.set(section, citeSnippet(entry));
  }
  const [first, ...others] = bySection.values();
  if (!first) return refuseUncovered(certification.name, engine);
  const shown = new Set([first, ...others].flatMap(({ snippets }) => snippets));
  const related = naming.map(({ entry }) => entry).filter(({ snippet }) => !shown.has(snippet.id));
  return {
    kind: "answer",
    title: certification.name,
    parts: [first, ...others],
    misses: [],
    menu: [],
    related: questionChoices(related).slice(0, RELATED),
  };
}

const RELATED = 3;

// A snippet whose question names the certification is about it; one that names it once among many is not.
function weightOf(terms: EntryTerms, id: string): number {
  return (terms.isInQuestion(id) ? 1 : 0) + terms.shareAsking(id) + (terms.isAnswered(id) ? 1 : 0);
}
