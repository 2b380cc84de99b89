import type { RootContent } from "mdast";
import { answerText } from "./answer-text.ts";
import type { Figure, Snippet } from "./document.ts";
import { readFigureFacts, readFigures } from "./figures.ts";
import { lineOf } from "./markdown.ts";
import { offerNearest } from "./nearest.ts";
import { divide, type Part } from "./outline.ts";
import type { Reading } from "./reading.ts";
import { isQuestion, readSearchCard, type SearchCard } from "./search-card.ts";
import { foldText } from "./words.ts";

/** A snippet before it is numbered within its document. */
export type Draft = Omit<Snippet, "id">;

/** The snippets that an author wrote in a section: question, search card, answer. Reports what is missing or unknown. */
export function readPreparedSnippets(section: Part, reading: Reading): readonly Draft[] {
  return divide(section.blocks, isQuestion).flatMap((part) => {
    if (part.depth === 4) return readSnippet(part, section.heading, reading);
    reading.report(
      lineOf(part.blocks[0] ?? { type: "root", children: [] }),
      `the section "${section.heading}" has text outside its snippets; put it under a #### question with a search card`,
    );
    return [];
  });
}

function readSnippet(part: Part, heading: string, reading: Reading): Draft[] {
  const [quote, ...blocks] = part.blocks;
  const named = `the section "${heading}": the question "${part.heading}"`;
  if (part.heading === "") {
    reading.report(part.line, `the section "${heading}" has a #### heading without a question`);
  } else if (quote?.type !== "blockquote") {
    reading.report(part.line, `${named} has no search card; put a quote with other ways of asking under it`);
  } else if (answerText(blocks, reading.text) === "") {
    reading.report(part.line, `${named} has no answer text; write it under the search card`);
  } else {
    const card = readSearchCard(quote, reading.report);
    return [buildSnippet({ question: part.heading, heading, card, blocks, reading })];
  }
  return [];
}

interface SnippetParts {
  readonly question: string;
  readonly heading: string;
  readonly card: SearchCard;
  readonly blocks: readonly RootContent[];
  readonly reading: Reading;
}

function buildSnippet({ question, heading, card, blocks, reading }: SnippetParts): Draft {
  const answer = answerText(blocks, reading.text);
  const { recognizer } = reading;
  const roles =
    card.about === undefined
      ? recognizer.rolesOf([question, heading, answer, reading.title])
      : knownRoles(card, reading);
  const topics =
    card.topics === undefined ? recognizer.topicsOf([question, heading, answer]) : knownTopics(card, reading);
  return {
    question,
    waysOfAsking: card.waysOfAsking,
    answer,
    topics,
    roles,
    figures: statedFigures({ card, blocks, reading }),
    derived: false,
  };
}

function knownTopics({ topics = [], line }: SearchCard, { glossary, report }: Reading): readonly string[] {
  const ids = glossary.topics.map((topic) => topic.id);
  for (const topic of topics) {
    if (!ids.includes(topic))
      report(line, `\`Topics:\` has "${topic}", which the glossary lacks${offerNearest(topic, ids)}`);
  }
  return topics;
}

/** What a search card says of a snippet that is about no role, whatever its words name in passing. */
const NO_ROLE = "no role";

function knownRoles({ about = [], line }: SearchCard, { glossary, report }: Reading): readonly string[] {
  const roles = glossary.entities.filter((entity) => entity.kind === "role");
  if (about.length === 1 && about[0] === NO_ROLE) return [];
  return about.flatMap((name) => {
    const folded = foldText(name);
    const role = roles.find((entity) =>
      [entity.name, ...entity.aliases].some((text) => foldText(text) === folded),
    );
    if (role !== undefined) return [role.id];
    const near = offerNearest(
      name,
      roles.map((entity) => entity.name),
    );
    report(line, `\`About:\` has "${name}", a role the glossary lacks${near}`);
    return [];
  });
}

function statedFigures({
  card,
  blocks,
  reading,
}: Pick<SnippetParts, "card" | "blocks" | "reading">): readonly Figure[] {
  if (card.figures === undefined) return [];
  const tables = blocks.filter((block) => block.type === "table");
  if (tables.length === 0) reading.report(card.line, "`Figures:` needs a table in the answer");
  const facts = readFigureFacts(card.figures, (message) => reading.report(card.line, message));
  const namesRole = (head: string): boolean => reading.recognizer.rolesOf([head]).length > 0;
  const source = { facts, published: reading.front.published, namesRole, report: reading.report };
  return tables.flatMap((table) => readFigures(table, source));
}
