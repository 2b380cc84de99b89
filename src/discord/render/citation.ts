import { writeDate } from "../../answering/dates.ts";
import type { Citation, Cited } from "../../answering/reply.ts";
import type { Wording } from "../../languages/wording.ts";
import { NOT_STATED } from "../../knowledge/document.ts";
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

function renderCitation({ title, section, publisher, published, url }: Citation, wording: Wording): string {
  const { source, publisherNotStated, dateNotStated } = wording.citations;
  const name = `${nameOf(title)} › ${nameOf(section)}`;
  const link = linkTo(url);
  const by = publisher === NOT_STATED ? publisherNotStated : publisher;
  const date = published === NOT_STATED ? dateNotStated : writeDate(published, wording);
  const origin = [by, date].map(nameOf).join(", ");
  return `-# ${source(link === undefined ? name : `[${name}](${link})`, origin)}`;
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
