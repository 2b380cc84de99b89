import type { Decision } from "../retrieval/decision.ts";
import type { Engine } from "./engine.ts";
import type { Refusal } from "./reply.ts";

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
