/** https://creativecommons.org/share-your-work/cclicenses/: every licence with BY asks to be named with the source. */
const ATTRIBUTION = /^CC BY\b/i;

/** True for the name of a licence that asks to stand beside what is taken from a document. */
export function asksForAttribution(license: string | undefined): license is string {
  return license !== undefined && ATTRIBUTION.test(license);
}
