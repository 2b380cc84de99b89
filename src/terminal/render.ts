import { writeOrigin } from "../answering/dates.ts";
import { languageNote } from "../answering/language-note.ts";
import type { Answer, Choice, Citation, CitedText, Miss, Overview, Reply } from "../answering/reply.ts";
import { ENGLISH } from "../languages/english.ts";
import { renderMarkdown } from "./markdown.ts";
import { plain } from "./plain.ts";
import type { Screen } from "./screen.ts";
import { wrap } from "./wrap.ts";

/** A terminal tells no language that is surely its reader's. */
const { citations, prompts } = ENGLISH;

/** A reply as lines for a screen, without the last line's end. What can be done next is numbered as in `choicesOf`. */
export function renderReply(reply: Reply, screen: Screen): string {
  return blocksOf(reply, screen)
    .filter((block) => block !== "")
    .join("\n\n");
}

/** What a reply offers to do next, in the order of its numbers. */
export function choicesOf(reply: Reply): readonly Choice[] {
  switch (reply.kind) {
    case "answer":
      return [...reply.menu, ...reply.related];
    case "refusal":
      return reply.suggestions;
    case "clarification":
    case "overview":
      return reply.choices;
  }
}

function blocksOf(reply: Reply, screen: Screen): string[] {
  switch (reply.kind) {
    case "answer":
      return blocksOfAnswer(reply, screen);
    case "overview":
      return blocksOfOverview(reply, screen);
    case "clarification":
      return [sentence(reply.text, screen), renderChoices(reply.choices, { screen })];
    case "refusal":
      return [
        sentence(reply.text, screen),
        renderChoices(reply.suggestions, { screen, lead: `${prompts.canAnswer}:` }),
      ];
  }
}

function blocksOfAnswer(answer: Answer, screen: Screen): string[] {
  const { title, parts, misses, menu, related, unstated } = answer;
  const note = languageNote(answer, ENGLISH);
  return [
    heading(title, screen),
    ...parts.map((part) => renderPart(part, screen)),
    ...(note === undefined ? [] : [dim(wrap(note, screen), screen)]),
    ...(unstated === undefined ? [] : [sentence(unstated, screen)]),
    ...misses.map((miss) => renderMiss(miss, screen)),
    renderChoices(menu, { screen, lead: `${prompts.showTopic}:` }),
    renderChoices(related, { screen, lead: `${prompts.related}:`, from: menu.length }),
  ];
}

function renderPart({ heading: name, text, citations: sections }: CitedText, screen: Screen): string {
  const cited = sections.map((citation) => renderCitation(citation, screen));
  return [heading(name, screen), renderMarkdown(text, screen), ...new Set(cited)].filter(Boolean).join("\n");
}

function renderCitation(citation: Citation, screen: Screen): string {
  const { title, section, url } = citation;
  const origin = writeOrigin(citation, ENGLISH).join(", ");
  const source = wrap(plain(citations.source(`${title} › ${section}`, origin)), {
    ...screen,
    rest: "  ",
  });
  return [dim(source, screen), address(url, screen)].filter(Boolean).join("\n");
}

/** On a line of its own, unbroken, so that a click opens it. */
function address(url: string | undefined, screen: Screen): string {
  return url === undefined ? "" : screen.paint("cyan", plain(url));
}

function dim(text: string, screen: Screen): string {
  return text
    .split("\n")
    .map((line) => screen.paint("dim", line))
    .join("\n");
}

function renderMiss({ question, text }: Miss, screen: Screen): string {
  return `${heading(question, screen)}\n${sentence(text, screen)}`;
}

function blocksOfOverview({ title, parts, choices }: Overview, screen: Screen): string[] {
  const sections = parts.map(({ heading: name, text, url }) =>
    [heading(name, screen), renderMarkdown(text, screen), address(url, screen)].filter(Boolean).join("\n"),
  );
  return [
    heading(title, screen),
    ...sections,
    renderChoices(choices, { screen, lead: `${prompts.tryOne}:` }),
  ];
}

function heading(text: string | undefined, screen: Screen): string {
  return text === undefined ? "" : wrap(screen.paint("bold", plain(text)), screen);
}

function sentence(text: string, screen: Screen): string {
  return wrap(plain(text), screen);
}

interface ChoiceList {
  readonly screen: Screen;
  readonly lead?: string;
  /** How many choices stand before. */
  readonly from?: number;
}

function renderChoices(choices: readonly Choice[], { screen, lead, from = 0 }: ChoiceList): string {
  if (choices.length === 0) return "";
  const lines = choices.map(({ label }, at) => {
    const first = `${from + at + 1}. `;
    return wrap(plain(label), { width: screen.width, first, rest: " ".repeat(first.length) });
  });
  return [...(lead === undefined ? [] : [lead]), ...lines].join("\n");
}
