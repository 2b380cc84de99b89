import GithubSlugger from "github-slugger";
import type { FrontMatter } from "./front-matter.ts";

/** Stands for the text before a document's first heading. */
export const INTRODUCTION = "(introduction)";

/** Gives each heading, in document order, the address that opens the page there. */
export type LinkToSection = (heading: string) => string | undefined;

/**
 * Links to the sections of one page. Call it once per heading in document order, because anchors of equal headings
 * are numbered.
 */
export function buildSectionLinks({
  url,
  anchors,
  unanchored,
}: Pick<FrontMatter, "url" | "anchors" | "unanchored">): LinkToSection {
  if (url === undefined || anchors === "none") return () => url;
  const slugger = new GithubSlugger();
  const [page = url, fragment = ""] = url.split("#", 2);
  return (heading) => {
    // No browser finds what the page does not print, and a word like "definition" it finds in the wrong place.
    if (heading === INTRODUCTION || unanchored.includes(heading)) return url;
    if (anchors === "headings") return `${page}#${encodeURIComponent(slugger.slug(heading))}`;
    return `${page}#${fragment}:~:text=${encodeTextFragment(heading)}`;
  };
}

/**
 * https://wicg.github.io/scroll-to-text-fragment/#syntax reserves `&`, `-` and `,`; the others end or decorate a link
 * in a chat message.
 */
function encodeTextFragment(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[-!'()*_~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
