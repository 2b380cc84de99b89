import { writeOrigin } from "../../answering/dates.ts";
import type { Citation, Cited } from "../../answering/reply.ts";
import type { Wording } from "../../languages/wording.ts";
import { escapeLabel, showAddress } from "./escape.ts";
import { shortenLine } from "./shorten.ts";

/** What citations may take of a message, so that a text beside them still says something. */
const CITATIONS_MAX_LENGTH = 2400;

/** One small-print line for each section, linked where the document has an address. Lines are whole; the first always stays. */
export function renderCitations(citations: Cited, wording: Wording): string {
  const lines = [...new Set(citations.map((citation) => renderCitation(citation, wording)))];
  let length = 0;
  return lines
    .filter((line, index) => (length += line.length + 1) <= CITATIONS_MAX_LENGTH || index === 0)
    .join("\n");
}

/** One small-print line for each document, with the sections of it: for where many parts share few sources. */
export function renderDocuments(citations: readonly Citation[], wording: Wording): string {
  const documents = new Map<string, readonly Citation[]>();
  for (const each of citations) documents.set(each.document, [...(documents.get(each.document) ?? []), each]);
  return [...documents.values()].map((sections) => renderDocument(sections, wording)).join("\n");
}

function renderDocument(citations: readonly Citation[], wording: Wording): string {
  const [first] = citations;
  if (!first) return "";
  const links = citations.map(({ section, url }) => linked(nameOf(section), url));
  const sections = [...new Set(links)].join(", ");
  const dated = citations.find(({ age }) => age !== undefined) ?? first;
  return `-# ${wording.citations.source(`${nameOf(first.title)} › ${sections}`, originOf(dated, wording))}`;
}

function renderCitation(citation: Citation, wording: Wording): string {
  const { title, section, url } = citation;
  const name = linked(`${nameOf(title)} › ${nameOf(section)}`, url);
  return `-# ${wording.citations.source(name, originOf(citation, wording))}`;
}

function originOf(citation: Citation, wording: Wording): string {
  return writeOrigin(citation, wording).map(nameOf).join(", ");
}

/** A name that opens an address, where there is one that a member could check. `name` is escaped. */
export function linked(name: string, url: string | undefined): string {
  const link = linkTo(url);
  return link === undefined ? name : `[${name}](${link})`;
}

/** Longer names are no headings; the line stays readable. */
const NAME_MAX_LENGTH = 200;

function nameOf(text: string): string {
  return escapeLabel(shortenLine(text, NAME_MAX_LENGTH));
}

/** Addresses beyond this are no links that a member could check; the citation then stands without. */
const ADDRESS_MAX_LENGTH = 1000;

function linkTo(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url) || !/^https?:/i.test(url)) return undefined;
  const link = showAddress(url);
  return link.length <= ADDRESS_MAX_LENGTH ? link : undefined;
}
