import type { Shelf } from "../retrieval/shelf.ts";
import type { Engine } from "./engine.ts";

/** All shelves of an engine, the articles' first. */
export const shelvesOf = (engine: Engine): readonly Shelf[] =>
  engine.reference ? [engine, engine.reference] : [engine];

/** True for the id of an entity or a term that any document has. */
export const knows = (term: string, engine: Engine): boolean =>
  shelvesOf(engine).some(({ index }) => index.knows(term));

/** True for the id of a role that any snippet is about. */
export const isCoveredRole = (id: string, engine: Engine): boolean =>
  shelvesOf(engine).some(({ index }) => index.roles.has(id));
