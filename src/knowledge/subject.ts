import type { Entity, EntityKind, Glossary } from "./glossary.ts";
import { buildNameFinder } from "./names.ts";
import type { Subject } from "./reading.ts";

/** Snippets say by themselves which roles they are about, and a place is where something is rather than the subject. */
const NO_SUBJECT: ReadonlySet<EntityKind> = new Set(["role", "place", "degree"]);

/** What an article is about: the one thing that its title names, else the one certification that it introduces. */
export function findSubject(
  title: string,
  glossary: Glossary,
  introduced: readonly Entity[],
): Subject | undefined {
  const names = buildNameFinder(glossary);
  const things = new Set(names.find(title).map(({ entity }) => entity).filter(({ kind }) => !NO_SUBJECT.has(kind)));
  const certifications = introduced.filter(({ kind }) => kind === "certification");
  const [only, ...others] = things.size > 0 ? things : certifications;
  if (only === undefined || others.length > 0) return undefined;
  const own = buildNameFinder({ entities: [only] });
  return { name: only.name, isIn: (text) => own.find(text).length > 0 };
}
