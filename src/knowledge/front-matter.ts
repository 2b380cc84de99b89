import type { Root } from "mdast";
import { LineCounter, parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { NOT_STATED } from "./document.ts";
import { lineOf } from "./markdown.ts";
import type { Report } from "./problems.ts";

const ANCHORS = ["headings", "text", "none"] as const;

/** How a page opens at a section: by its headings' anchors, by their text, or not at all. */
export type Anchors = (typeof ANCHORS)[number];

/** What the front matter states about a document. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly publisher: string;
  readonly author: string;
  readonly published: string;
  readonly url: string | undefined;
  readonly anchors: Anchors;
  /** Sections that the page has no heading for. */
  readonly unanchored: readonly string[];
  readonly language: string;
  readonly retrieved: string;
  /** The terms that the source states: `CC BY 4.0`. */
  readonly license?: string;
  readonly reference: boolean;
}

/** Front matter of more than this is data, not facts about a document. */
const MAX_LENGTH = 20_000;

/**
 * The failsafe schema reads every scalar as text: `2022-06-07` stays a day and `1.10` keeps its zero. Keys that are
 * groups themselves are refused: the reader prints each into its parent's, and a few hundred in one another take
 * minutes. It draws no picture of the place of each error, of which there can be thousands.
 */
const YAML_OPTIONS = {
  schema: "failsafe",
  maxAliasCount: 10,
  stringKeys: true,
  prettyErrors: false,
  logLevel: "error",
} as const;

const oneLine = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, " ").trim())
  .transform((text) => (/^(?:null|~|not stated|)$/i.test(text) ? undefined : text));

const people = z.union([oneLine, z.array(z.string()).transform((names) => names.join(", "))]);

const headings = z
  .union([z.string().transform((heading) => [heading]), z.array(z.string())])
  .transform((several) => several.map((heading) => heading.trim()).filter((heading) => heading !== ""));

const shape = z.object({
  title: oneLine.optional(),
  publisher: people.optional(),
  author: people.optional(),
  published: oneLine.optional(),
  date: oneLine.optional(),
  url: oneLine.optional(),
  anchors: oneLine.optional(),
  unanchored: headings.optional(),
  language: oneLine.optional(),
  retrieved: oneLine.optional(),
  license: people.optional(),
  reference: oneLine.optional(),
});

const EXPECTED: Record<keyof z.infer<typeof shape>, string> = {
  title: "be one line of text",
  publisher: "be one line of text",
  author: "be one line of text or a list of names",
  published: "be a date: YYYY-MM-DD, YYYY-MM or YYYY",
  date: "be a date: YYYY-MM-DD, YYYY-MM or YYYY",
  url: "be an address that starts with https:// or http://",
  anchors: "be `headings`, `text` or `none`",
  unanchored: "be a section's heading or a list of them",
  language: "be an ISO 639-1 code such as `en`",
  retrieved: "be a date: YYYY-MM-DD, YYYY-MM or YYYY",
  license: "be one line of text or a list of names",
  reference: "be `true` or `false`",
};

/** Reads the front matter of a document; what it leaves out gets its default, what it states wrongly is reported. */
export function readFrontMatter(root: Root, report: Report): FrontMatter {
  const yaml = root.children.find((node) => node.type === "yaml");
  const start = yaml === undefined ? 1 : lineOf(yaml);
  const values = yaml === undefined ? {} : readYaml(yaml.value, (at, message) => report(start + at, message));
  const complain = (field: keyof typeof EXPECTED, printed: unknown): void => {
    report(
      lineOfField(yaml?.value ?? "", field) + start,
      `\`${field}\` must ${EXPECTED[field]}, not ${show(printed)}`,
    );
  };
  const parsed = shape.safeParse(values);
  if (parsed.success) return checkFields(parsed.data, complain);
  for (const field of fieldsOf(parsed.error)) complain(field, Reflect.get(values, field));
  return checkFields({}, complain);
}

/** What a moderator says of a document; left out fields stay as the file has them. */
export interface StatedFacts {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
}

/** Front matter in which the stated facts win; reports an address or date that is none. */
export function withStated(front: FrontMatter, stated: StatedFacts, report: Report): FrontMatter {
  const read = (field: keyof StatedFacts, reader: Reader): string | undefined => {
    const printed = stated[field]?.trim();
    if (printed === undefined || printed === "") return undefined;
    const value = reader(printed);
    if (value === undefined) report(1, `\`${field}\` must ${EXPECTED[field]}, not ${show(printed)}`);
    return value;
  };
  return {
    ...front,
    title: read("title", (text) => text.replaceAll(/\s+/g, " ")) ?? front.title,
    url: read("url", readAddress) ?? front.url,
    published: read("published", readDate) ?? front.published,
  };
}

function checkFields(
  fields: z.infer<typeof shape>,
  complain: (field: keyof typeof EXPECTED, printed: unknown) => void,
): FrontMatter {
  const check = <T extends string>(
    field: "published" | "date" | "url" | "anchors" | "language" | "retrieved" | "reference",
    read: Reader<T>,
  ): T | undefined => {
    const printed = fields[field];
    const value = printed === undefined ? undefined : read(printed);
    if (printed !== undefined && value === undefined) complain(field, printed);
    return value;
  };
  return {
    title: fields.title,
    publisher: fields.publisher ?? NOT_STATED,
    author: fields.author ?? NOT_STATED,
    published: check("published", readDate) ?? check("date", readDate) ?? NOT_STATED,
    url: check("url", readAddress),
    anchors: check("anchors", readAnchors) ?? "text",
    unanchored: fields.unanchored ?? [],
    language: check("language", (text) => /^[a-z]{2}(?=$|[-_])/i.exec(text)?.[0].toLowerCase()) ?? "en",
    retrieved: check("retrieved", readDate) ?? NOT_STATED,
    ...(fields.license !== undefined && { license: fields.license }),
    reference: check("reference", (text) => /^(?:true|false)$/.exec(text)?.[0]) === "true",
  };
}

type Reader<T extends string = string> = (text: string) => T | undefined;

function readAnchors(text: string): Anchors | undefined {
  return ANCHORS.find((anchors) => anchors === text);
}

/** The ISO day, month or year at the start of a date, without the time; `undefined` when there is no such day. */
function readDate(text: string): string | undefined {
  const date = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)(?:[T ].*)?$/.exec(text)?.[1];
  if (date === undefined) return undefined;
  const instant = new Date(date);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined;
}

function readAddress(text: string): string | undefined {
  if (!/^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).username === "" ? text : undefined;
}

function readYaml(source: string, report: Report): object {
  if (source.length > MAX_LENGTH) {
    report(0, `the front matter is longer than ${MAX_LENGTH} characters; keep to the fields of a document`);
    return {};
  }
  const lines = new LineCounter();
  try {
    const values: unknown = parse(source, { ...YAML_OPTIONS, lineCounter: lines });
    if (typeof values === "object" && values !== null && !Array.isArray(values)) return values;
    if (source.trim() !== "") report(0, "the front matter must hold `key: value` lines, such as `title: …`");
  } catch (error) {
    report(...yamlTrouble(error, lines));
  }
  return {};
}

/** The YAML reader throws its own error, and plain ones for alias bombs and hostile nesting. */
function yamlTrouble(error: unknown, lines: LineCounter): [line: number, message: string] {
  if (!(error instanceof Error)) throw error;
  const line = error instanceof YAMLParseError ? lines.linePos(error.pos[0]).line : 0;
  const isKeyGroup = error instanceof YAMLParseError && error.code === "NON_STRING_KEY";
  const reason = isKeyGroup ? "a key is a group of fields" : error.message.split("\n")[0];
  return [
    line,
    `the front matter is not valid YAML (${reason}); put values with special characters in quotes`,
  ];
}

function fieldsOf(error: z.ZodError): (keyof typeof EXPECTED)[] {
  const names = new Set(error.issues.map((issue) => issue.path[0]));
  return shape.keyof().options.filter((field) => names.has(field));
}

function lineOfField(yaml: string, field: string): number {
  return yaml.split("\n").findIndex((text) => text.trimStart().startsWith(`${field}:`)) + 1;
}

function show(value: unknown): string {
  return typeof value === "string" ? `"${value.slice(0, 80)}"` : "a list or a group of fields";
}
