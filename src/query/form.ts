import type { Superlative } from "./query.ts";

const COMPARES =
  /\b(?:vs?|versus|compared?|comparison|compares|differences?|differs?|different|diff|better than|more than|pays? more|pays? better|or|same as|same thing|side by side)\b/i;
const HIGHEST = /\b(?:highest|most|best|top|biggest|largest|greatest|max(?:imum)?|richest)\b/i;
const LOWEST = /\b(?:lowest|least|cheapest|smallest|worst|min(?:imum)?|fewest|cheaper)\b/i;

/** True when a question sets two things side by side. */
export function comparesThings(text: string): boolean {
  return COMPARES.test(text);
}

/** Which end of an order a question asks for. */
export function superlativeOf(text: string): Superlative | undefined {
  if (LOWEST.test(text.replace(/\bat least\b/gi, ""))) return "lowest";
  return HIGHEST.test(text) ? "highest" : undefined;
}
