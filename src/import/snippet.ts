import { ImportError } from "./import-error.ts";

/** A question with its search card and answer, to be written as docs/knowledge-format.md says. */
export interface WrittenSnippet {
  readonly question: string;
  /** Role names of the glossary. */
  readonly about: readonly string[];
  /** Topic ids of the glossary. */
  readonly topics: readonly string[];
  /** What holds for all figures of the answer's table. */
  readonly figures?: string;
  readonly ways: readonly string[];
  /** Markdown. */
  readonly answer: string;
}

/** A question as members put it. */
export type Asked = Pick<WrittenSnippet, "question" | "ways">;

/** A section with its snippets, as Markdown. */
export interface WrittenSection {
  readonly heading: string;
  readonly snippets: readonly string[];
}

/** The Markdown of a snippet. */
export function writeSnippet({ question, about, topics, figures, ways, answer }: WrittenSnippet): string {
  const card = [
    `> About: ${about.join(", ")} · Topics: ${topics.join(", ")}`,
    ">",
    ...(figures === undefined ? [] : [`> Figures: ${figures}`, ">"]),
    ...ways.map((way) => `> - ${way}`),
  ];
  return [`#### ${question}`, card.join("\n"), answer].join("\n\n");
}

/** The Markdown of a document: front matter in the order given, then the sections that hold something. */
export function writeDocument(
  front: readonly (readonly [field: string, value: string | undefined])[],
  sections: readonly WrittenSection[],
): string {
  const fields = front.flatMap(([field, value]) => (value === undefined ? [] : [`${field}: ${value}`]));
  const parts = sections
    .filter(({ snippets }) => snippets.length > 0)
    .flatMap(({ heading, snippets }) => [`## ${heading}`, ...snippets]);
  return `${[["---", ...fields, "---"].join("\n"), ...parts].join("\n\n")}\n`;
}

/** A Markdown table. */
export function writeTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The sections of a text by their `##` headings, each with its snippets as they stand there. */
function readSections(text: string): ReadonlyMap<string, readonly string[]> {
  const [, ...sections] = text.replaceAll("\r\n", "\n").split(/^## /m);
  return new Map(
    sections.map((section) => {
      const [heading = "", ...rest] = section.split("\n");
      const [, ...snippets] = rest.join("\n").split(/^#### /m);
      return [heading.trim(), snippets.map((snippet) => `#### ${snippet.trim()}`)] as const;
    }),
  );
}

/**
 * The sections with the written snippets of a text, under the same headings, behind their own. Throws ImportError with what
 * `complain` says of a heading that is none of theirs.
 */
export function withWritten(
  sections: readonly WrittenSection[],
  text: string,
  complain: (heading: string) => string,
): readonly WrittenSection[] {
  const written = readSections(text);
  for (const heading of written.keys()) {
    if (!sections.some((section) => section.heading === heading)) throw new ImportError(complain(heading));
  }
  return sections.map(({ heading, snippets }) => ({
    heading,
    snippets: [...snippets, ...(written.get(heading) ?? [])],
  }));
}
