import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { shorten } from "../knowledge/sentences.ts";
import type { Wording } from "../languages/wording.ts";
import { dateOf } from "./ages.ts";
import type { Claim } from "./claims.ts";
import { writeDate, writeDocumentDate } from "./dates.ts";
import { describeAmount, isMoney } from "./figures.ts";

/** A sentence that is longer is shown by its beginning. */
const SAID_MAX_LENGTH = 220;

/** A claim as its document states it: the sentence, or the figure with its names, period and currency; without its date. */
export function sayClaim({ said, names, entry }: Claim, wording: Wording): string {
  if (typeof said === "string") return shorten(said, SAID_MAX_LENGTH);
  const facts = [describeAmount(said), ...circumstances({ said, entry }, wording)];
  return `${names.join(", ")}: ${said.kind.toLowerCase()} ${facts.join(", ")}`;
}

/**
 * Claims of one conflict with their documents and dates: one line where all are figures, which agree in period and
 * currency, else a line each.
 */
export function sayTogether(claims: readonly Claim[], wording: Wording): readonly string[] {
  const figures = claims.flatMap(({ said, names, entry }) =>
    typeof said === "string" ? [] : [{ said, names, entry }],
  );
  const [first] = figures;
  if (!first || figures.length < claims.length) {
    return claims.map((claim) => `${originOfClaim(claim, wording)}: ${sayClaim(claim, wording)}`);
  }
  const amounts = figures.map(
    ({ said }, at) => `${describeAmount(said)} (${claims[at] ? originOfClaim(claims[at], wording) : ""})`,
  );
  const named = `${first.names.join(", ")}: ${first.said.kind.toLowerCase()}`;
  return [`${named} ${[...amounts, ...circumstances(first, wording)].join(", ")}`];
}

/** Whose claim it is and of when: `Example Press, May 2025`, or `Price list, added May 2025`. */
export function originOfClaim({ entry, date }: Claim, wording: Wording): string {
  const { publisher, title } = entry.document;
  const name = (publisher === NOT_STATED ? title : publisher).replaceAll(/[*\n]/g, "");
  const isOfDocument = date === NOT_STATED || date === dateOf(entry.document);
  return `${name}, ${isOfDocument ? writeDocumentDate(entry.document, wording) : writeDate(date, wording)}`;
}

/** What a claim is of: `CEH: exam fee`. */
export function nameClaim({ names, measure }: Claim, { conflicts, cards }: Wording): string {
  return cards.side(names.join(", "), "id" in measure ? conflicts.measures[measure.id] : measure.printed);
}

function circumstances(
  { said, entry }: { readonly said: Figure; readonly entry: Claim["entry"] },
  { figures }: Wording,
): readonly string[] {
  if (!isMoney({ figure: said, entry })) return [];
  const { period, currency } = said;
  return [
    period === NOT_STATED ? figures.periodNotStated : figures.per(period),
    ...(currency === NOT_STATED ? [figures.currencyNotStated] : []),
  ];
}
