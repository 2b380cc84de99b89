import { NOT_STATED } from "../knowledge/document.ts";
import { writeDate } from "./dates.ts";
import type { Engine } from "./engine.ts";
import { questionChoices } from "./choices.ts";
import type { Overview } from "./reply.ts";

/** What the documents cover: roles, topics, certifications, places and employers with figures. */
export function composeTopics(engine: Engine): Overview {
  const { index, namedEntities, coveredTopics } = engine;
  const roles = new Set(index.entries.flatMap(({ snippet }) => snippet.roles));
  const names = (keep: (id: string, kind: string) => boolean): string =>
    namedEntities
      .filter(({ id, kind }) => keep(id, kind))
      .map(({ name }) => name)
      .join(", ");
  const parts = [
    { heading: "Roles", text: names((id) => roles.has(id)) },
    { heading: "Topics", text: coveredTopics.map(({ name }) => name).join(", ") },
    { heading: "Certifications", text: names((_, kind) => kind === "certification") },
    { heading: "Places", text: names((_, kind) => kind === "place") },
    { heading: "Employers", text: names((_, kind) => kind === "employer") },
  ];
  return {
    kind: "overview",
    title: "What I can answer",
    parts: parts.filter(({ text }) => text !== ""),
    choices: [],
  };
}

/** The documents that answers come from, with publisher and date. */
export function composeSources({ knowledge }: Engine): Overview {
  const parts = knowledge.documents.map(
    ({ title, publisher, author, published, retrieved, url, sections }) => ({
      heading: title,
      text: [
        [publisher, author === NOT_STATED ? undefined : `by ${author}`, writeDate(published)]
          .filter(Boolean)
          .join(", "),
        `${sections.length} sections, read ${writeDate(retrieved)}`,
        url,
      ]
        .filter((line) => line !== undefined)
        .join("\n"),
    }),
  );
  return { kind: "overview", title: "Where my answers come from", parts, choices: [] };
}

/** How to ask, with examples that the loaded documents answer. */
export function composeHelp(
  engine: Engine,
  commands: readonly { readonly name: string; readonly description: string }[],
): Overview {
  return {
    kind: "overview",
    title: "How to ask me",
    parts: [
      {
        heading: undefined,
        text: "I answer career questions from documents and show the section each answer comes from. When no section answers, I say so. Ask in your own words with /ask, mention me, or write me a direct message.",
      },
      {
        heading: "Commands",
        text: commands.map(({ name, description }) => `- /${name}: ${description}`).join("\n"),
      },
    ],
    choices: examples(engine),
  };
}

const EXAMPLES = 5;

// One question a topic, the topics in the glossary's order: what people ask most comes first there.
function examples({ index, coveredTopics }: Engine): Overview["choices"] {
  const entries = coveredTopics.flatMap(({ id }) => {
    const entry = index.entries.find(({ snippet }) => snippet.topics[0] === id && !snippet.derived);
    return entry ? [entry] : [];
  });
  return questionChoices(entries).slice(0, EXAMPLES);
}
