import type { Decision } from "../retrieval/decision.ts";
import type { Engine } from "./engine.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { Choice, Refusal } from "./reply.ts";

type Refused = Extract<Decision, { kind: "refuse" }>;

/** Names at most this many things that are missing. */
const NAMED = 2;

/** One or two honest lines: what the documents lack, and what they cover. */
export function refusalText(refused: Refused, engine: Engine): string {
  const missing = listed(refused.missing.slice(0, NAMED).map(({ label }) => `“${label}”`));
  const covers = `The documents cover ${coveredRoles(engine)}`;
  switch (refused.reason) {
    case "entity-not-covered":
      return missing ? `${covers}; nothing on ${missing}.` : `${covers}; nothing on that.`;
    case "topic-not-covered":
      return `No section answers that: the documents say nothing on ${missing}.`;
    case "too-little-covered":
    case "nothing-found":
      return missing
        ? `No section of the documents answers that; none of the near ones mentions ${missing}.`
        : "No section of the documents answers that.";
    case "not-a-question":
    case "other-language":
      return `${covers}.`;
  }
}

/** The reply to a message that asks nothing. */
export function refuseSilence(engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "not-a-question",
    text: `I found no question in that. Ask me about ${coveredRoles(engine)}.`,
    suggestions: [],
  };
}

function coveredRoles({ index, namedEntities }: Engine): string {
  const about = new Set(index.entries.flatMap(({ snippet }) => snippet.roles));
  const names = namedEntities.filter(({ id }) => about.has(id)).map(({ name }) => `${name}s`);
  return names.length > 0 ? listed(names) : "other things";
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** The reply when the documents lack a name or a topic of it. */
export function refuseUncovered(name: string, engine: Engine): Refusal {
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: `The documents cover ${coveredRoles(engine)}; nothing on ${name}.`,
    suggestions: [],
  };
}

/** The reply when figures exist for a role, but not at this place or employer. */
export function refusePlace(
  asked: { readonly role: Entity; readonly subject: Entity; readonly others: readonly Choice[] },
  engine: Engine,
): Refusal {
  const { role, subject, others } = asked;
  if (others.length === 0) return refuseUncovered(`what ${role.name}s earn at ${subject.name}`, engine);
  return {
    kind: "refusal",
    reason: "entity-not-covered",
    text: `The documents state no salary of ${role.name}s for ${subject.name}.`,
    suggestions: others.slice(0, 3),
  };
}
