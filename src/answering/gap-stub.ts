import { stringify } from "yaml";
import type { Entity } from "../knowledge/glossary.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { Engine } from "./engine.ts";
import { UNKNOWN, type GapSubject } from "./gaps.ts";
import { topicName } from "./topic-questions.ts";

/** The beginning of a document for something that was asked in vain. */
export interface Stub {
  readonly fileName: string;
  /** In the format of knowledge documents; without its answer it is no document yet. */
  readonly text: string;
}

/** Writes the stub for a gap in the documents' language; `today` is an ISO day. */
export function composeStub(subject: GapSubject, engine: Engine, today: string): Stub {
  const { entity, topic } = namesOf(subject, { ...engine, wording: LANGUAGES[0] });
  const title = [entity, topic].filter((name) => name !== undefined).join(": ") || "Untitled";
  const card = [
    ...(isKnownRole(subject, engine) ? [`About: ${entity}`] : []),
    ...(topic === undefined ? [] : [`Topics: ${subject.topic}`]),
  ].join(" · ");
  const lines = [
    "---",
    stringify({ title, publisher: "not stated", published: today }).trim(),
    "---",
    "",
    `## ${topic ?? entity ?? "Untitled"}`,
    "",
    `#### ${questionFor(entity, topic)}`,
    "",
    ...(card === "" ? [] : [`> ${card}`, ">"]),
    "> - <!-- another way in which members ask this, a line each -->",
    "",
    "<!-- Write the answer here, in one to six short sentences, and say above who published it where. Then: /knowledge add -->",
    "",
  ];
  return { fileName: `${slug(title)}.md`, text: lines.join("\n") };
}

/** Names of what a gap is about, `undefined` for what is unknown. */
export function namesOf(
  { entity, topic }: GapSubject,
  engine: Engine,
): { readonly entity: string | undefined; readonly topic: string | undefined } {
  const { entities, topics } = engine.knowledge.glossary;
  const found = topics.find(({ id }) => id === topic);
  return {
    // A name that a removed document introduced is known by its id alone.
    entity:
      entity === UNKNOWN
        ? undefined
        : (entities.find(({ id }) => id === entity)?.name ??
          entity.replace(/^\w+:/, "").replaceAll("-", " ")),
    topic: found === undefined ? undefined : topicName(found, engine),
  };
}

// A card may not name what another document introduces.
function isKnownRole({ entity }: GapSubject, { knowledge, introduced }: Engine): boolean {
  const isIt = ({ id, kind }: Entity): boolean => id === entity && kind === "role";
  return knowledge.glossary.entities.some(isIt) && !introduced.some(isIt);
}

function questionFor(entity: string | undefined, topic: string | undefined): string {
  if (entity === undefined) return topic === undefined ? "What is asked?" : `What about ${lowered(topic)}?`;
  return topic === undefined ? `What is ${entity}?` : `What about ${lowered(topic)} for ${entity}?`;
}

// Discord renames files with other letters.
const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

// "Visas" in the middle of a question, but not "AI and jobs".
const lowered = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
