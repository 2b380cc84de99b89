import type { Entity } from "../knowledge/glossary.ts";
import { citeSnippet } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { findSteps, namedIn, type StatedStep } from "./path-steps.ts";
import { refuseUncovered, spokenName } from "./refusal.ts";
import type { Answer, Choice, CitedText, Refusal } from "./reply.ts";
import { isCoveredRole } from "./shelves.ts";

/**
 * How people get into a role, step by step, each cited: the way in, what to learn, certificates, where it leads. What no
 * document states is named in one line; nothing is put in an order that a document does not give.
 */
export function composePath(role: Entity, engine: Engine): Answer | Refusal {
  const steps = findSteps(role, engine);
  const stated = steps.filter(({ entries }) => entries.length > 0);
  const [first, ...others] = stated.flatMap((step) => citeStep(step, engine));
  const { paths } = engine.wording;
  if (!first) return refusePath(role, engine);
  const unstated = steps.filter(({ entries }) => entries.length === 0).map(({ id }) => paths.steps[id]);
  return {
    kind: "answer",
    title: paths.title(role.name),
    parts: [first, ...others],
    misses: [],
    menu: stated.map(({ id, topic }) => ({
      label: paths.steps[id],
      run: { command: "role", values: { name: role.name, topic } },
    })),
    related: stated.flatMap((step) => (step.id === "next" ? onwardChoices(step, role, engine) : [])),
    ...(unstated.length > 0 && { unstated: paths.unstated(unstated) }),
  };
}

function citeStep({ id, entries }: StatedStep, { wording }: Engine): readonly CitedText[] {
  return entries.map((entry, at) => {
    const cited = citeSnippet(entry, at === 0 ? wording.paths.steps[id] : undefined);
    const text = withoutYes(cited.text);
    return at === 0 ? { ...cited, text } : { ...cited, text, isSupplement: true };
  });
}

// "Yes: …" answers a question that a path does not show; what follows stands by itself.
function withoutYes(text: string): string {
  const rest = /^yes[:.,] (.+)$/is.exec(text)?.[1];
  return rest === undefined ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}

function refusePath(role: Entity, engine: Engine): Refusal {
  const isCovered = isCoveredRole(role.id, engine);
  const lacking = isCovered ? engine.wording.paths.into(spokenName(role, engine)) : role.name;
  return refuseUncovered(lacking, engine);
}

// The roles that a path leads on to have paths of their own.
function onwardChoices({ entries }: StatedStep, role: Entity, engine: Engine): readonly Choice[] {
  const named = new Set(entries.flatMap((entry) => namedIn(entry, engine)));
  return engine.namedEntities
    .filter(({ id, kind }) => kind === "role" && id !== role.id && named.has(id) && isCoveredRole(id, engine))
    .map(({ name }) => ({
      label: engine.wording.paths.title(name),
      run: { command: "path", values: { role: name } },
    }));
}
