import type { Entry } from "../retrieval/entries.ts";
import { asksForAttribution } from "./attribution.ts";
import type { Citation, CitedText } from "./reply.ts";

/** The citation of the section that an entry comes from. */
export function citationOf({ document, section }: Entry): Citation {
  return {
    document: document.id,
    title: document.title,
    publisher: document.publisher,
    published: document.published,
    section: section.heading,
    url: section.url,
    language: document.language,
    ...(asksForAttribution(document.license) && { license: document.license }),
    ...(document.added !== undefined && { added: document.added }),
  };
}

/** A snippet's answer with its citation. */
export function citeSnippet(entry: Entry, heading?: string): CitedText {
  return {
    heading,
    text: entry.snippet.answer,
    citations: [citationOf(entry)],
    snippets: [entry.snippet.id],
  };
}
