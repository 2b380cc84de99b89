import { writeDate } from "../answering/dates.ts";
import type { Choice, Citation, Reply } from "../answering/reply.ts";

export function renderReply(reply: Reply): string {
  switch (reply.kind) {
    case "answer":
      return [
        reply.title,
        ...reply.parts.map((part) =>
          [part.heading, part.text, ...part.citations.map(renderCitation)].filter(Boolean).join("\n"),
        ),
        ...reply.misses.map(({ text }) => text),
        renderChoices([...reply.menu, ...reply.related]),
      ]
        .filter(Boolean)
        .join("\n\n");
    case "clarification":
      return [reply.text, renderChoices(reply.choices)].join("\n\n");
    case "refusal":
      return [reply.text, renderChoices(reply.suggestions)].filter(Boolean).join("\n\n");
    case "overview":
      return [
        reply.title,
        ...reply.parts.map((part) => [part.heading, part.text].filter(Boolean).join("\n")),
        renderChoices(reply.choices),
      ]
        .filter(Boolean)
        .join("\n\n");
  }
}

function renderCitation({ title, section, publisher, published, url }: Citation): string {
  return [`Source: ${title} › ${section} — ${publisher}, ${writeDate(published)}`, url]
    .filter(Boolean)
    .join("\n");
}

function renderChoices(choices: readonly Choice[]): string {
  return choices.map(({ label }, at) => `${at + 1}. ${label}`).join("\n");
}
