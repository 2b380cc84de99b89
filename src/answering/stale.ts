import type { Document, Section } from "../knowledge/document.ts";
import type { Entry } from "../retrieval/entries.ts";
import { ageOf, leastAge, type Age } from "./ages.ts";
import type { Engine } from "./engine.ts";

/** A document of which something is older than its topic allows. */
export interface StaleDocument {
  readonly document: Document;
  /** In the document's order; at least one. */
  readonly sections: readonly StaleSection[];
  /** The greatest of its sections' ages. */
  readonly age: Age;
}

/** A section with something that is old. */
export interface StaleSection {
  readonly section: Section;
  /** What holds for everything in it that is old. */
  readonly age: Age;
}

/** The documents of which something is older than its topic allows on the day `today` (ISO), the oldest first. */
export function listStale({ knowledge }: Engine, today: string): readonly StaleDocument[] {
  return knowledge.documents
    .flatMap((document) => staleIn(document, today) ?? [])
    .toSorted((one, other) => other.age.months - one.age.months);
}

function staleIn(document: Document, today: string): StaleDocument | undefined {
  const sections = document.sections.flatMap((section): StaleSection[] => {
    const entries = section.snippets.map((snippet): Entry => ({ snippet, section, document }));
    const age = leastAge(entries.flatMap((entry) => ageOf(entry, today) ?? []));
    return age ? [{ section, age }] : [];
  });
  const [oldest] = sections.toSorted((one, other) => other.age.months - one.age.months);
  return oldest && { document, sections, age: oldest.age };
}
