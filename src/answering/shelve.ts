import type { Knowledge } from "../knowledge/knowledge.ts";
import { listEntries, type AnalysedEntry, type Entry } from "../retrieval/entries.ts";
import { isOfArticle } from "../retrieval/shelf.ts";

/** Entries and what each says, in document order. */
export interface AnalysedEntries {
  readonly entries: readonly Entry[];
  readonly analysed: readonly AnalysedEntry[];
}

/** The entries of a knowledge folder by the shelf that they stand on; `analysed` is what all of them say, where that is needed. */
export function shelve(
  { documents }: Knowledge,
  analysed: readonly AnalysedEntry[] = [],
): { readonly articles: AnalysedEntries; readonly reference: AnalysedEntries | undefined } {
  const entries = listEntries(documents);
  const pick = (isPicked: (entry: Entry) => boolean): AnalysedEntries => ({
    entries: entries.filter(isPicked),
    analysed: analysed.filter((_, at) => entries[at] && isPicked(entries[at])),
  });
  const reference = pick((entry) => !isOfArticle(entry));
  return { articles: pick(isOfArticle), reference: reference.entries.length > 0 ? reference : undefined };
}
