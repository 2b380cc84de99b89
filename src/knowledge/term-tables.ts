import type { Table } from "mdast";
import { isAcronymOf } from "./acronyms.ts";
import type { DefinedTerm } from "./defined-terms.ts";
import { cellsOf } from "./figures.ts";

const TERM_HEAD = /^(?:short|short form|abbr\w*\.?|acronyms?|terms?|words?|jargon|name|what we say)$/i;
const LONG_HEAD = /^(?:long|long form|stands for|expansion|full name|spelled out|in full)$/i;
const ABOUT_HEAD =
  /^(?:meaning|means|what it means|definition|description|what it is|what is it|what we mean|explanation|long|stands for)$/i;

/** The terms of the rows of a table that says in its heads that it explains them: `Short | Long | What it is`. */
export function readTermTable(table: Table): readonly DefinedTerm[] {
  const [head, ...rows] = table.children;
  const heads = head === undefined ? [] : cellsOf(head);
  const longAt = heads.findIndex((text) => LONG_HEAD.test(text));
  const aboutAt = heads.findLastIndex((text) => ABOUT_HEAD.test(text));
  if (!TERM_HEAD.test(heads[0] ?? "") || Math.max(longAt, aboutAt) < 1) return [];
  return rows.map((row) => {
    const cells = cellsOf(row);
    const [term = ""] = cells;
    const about = cells[aboutAt] ?? "";
    const longs = [cells[longAt] ?? "", about.split(/[,.;(–—]/, 1)[0]?.trim() ?? ""];
    const long = longs.find((text) => isAcronymOf(term, text)) ?? "";
    return { names: long === "" ? [term] : [term, long], about, isStated: long !== "" };
  });
}
