import type { EntityKind } from "./glossary.ts";
import { readGlossaryTables, type GlossaryTable } from "./glossary-sections.ts";
import { listCell, readRows, type GlossaryRow } from "./glossary-table.ts";
import { kindOfSection } from "./parse-glossary.ts";
import type { Problem } from "./problems.ts";
import { warnOnce, type Place, type Warning } from "./warnings.ts";
import { foldText } from "./words.ts";

/** The section of a glossary that lists names of several meanings, which the program asks back about. */
const SECTION = "Ambiguous on purpose";

/** What is said of the names in a glossary that mean several things. */
export interface AliasReport {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * Reports a name of two things of one kind unless the glossary lists it as ambiguous on purpose; warns of a name of two
 * kinds that it does not list, and of a listed one that has one meaning only.
 */
export function checkAliases(glossary: string, path: string): AliasReport {
  const tables = readGlossaryTables(glossary);
  const listed = tables
    .filter(({ heading }) => heading === SECTION)
    .flatMap((table) => rowsOf(table, ["Alias", "Meanings"]));
  const deliberate = new Set(listed.map(({ name }) => foldText(name)));
  const bearers = listBearers(tables);
  const clashes = [...bearers].flatMap(([name, all]) => (deliberate.has(name) ? [] : clashesIn(all)));
  const single = listed.filter(({ name }) => (bearers.get(foldText(name))?.length ?? 0) < 2);
  return {
    problems: clashes
      .filter(({ one, other }) => one.kind === other.kind)
      .map(({ other, text }) => ({ path, line: other.line, message: `${text}; ${MEND}` })),
    warnings: [
      ...warnOnce(
        `names of two kinds; ${MEND}`,
        clashes
          .filter(({ one, other }) => one.kind !== other.kind)
          .map(({ other, text }): Place => ({ path, line: other.line, note: text })),
      ),
      ...warnOnce(
        `names under "${SECTION}" that no two rows have; add what is missing or take them out`,
        single.map(({ name, line }): Place => ({ path, line, note: name })),
      ),
    ],
  };
}

const MEND = `keep it in one row, or list it under "${SECTION}"`;

/** A row of the glossary that has a name. */
interface Bearer {
  readonly kind: EntityKind;
  readonly name: string;
  /** How the row writes the name. */
  readonly spelling: string;
  readonly line: number;
}

interface Clash {
  readonly one: Bearer;
  readonly other: Bearer;
  readonly text: string;
}

// The parser has reported what is wrong with the tables themselves.
const rowsOf = (table: GlossaryTable, heads: readonly [string, string]): readonly GlossaryRow[] =>
  readRows(table, heads, () => undefined);

function listBearers(tables: readonly GlossaryTable[]): ReadonlyMap<string, readonly Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const table of tables) {
    const kind = kindOfSection(table.heading);
    if (kind === undefined) continue;
    for (const { name, line, cell } of rowsOf(table, ["Name", "Also written"])) {
      const spellings = [name, ...listCell(cell("Also written"))];
      for (const [folded, spelling] of new Map(spellings.toReversed().map((text) => [foldText(text), text])))
        bearers.set(folded, [...(bearers.get(folded) ?? []), { kind, name, spelling, line }]);
    }
  }
  return bearers;
}

/** Each bearer after the first against the first one of its kind, or else against the first of all. */
function clashesIn(bearers: readonly Bearer[]): readonly Clash[] {
  return bearers.slice(1).flatMap((other, at) => {
    const before = bearers.slice(0, at + 1);
    const one = before.find(({ kind }) => kind === other.kind) ?? before[0];
    if (one === undefined) return [];
    const text = `"${other.spelling}" means "${one.name}" (${one.kind}, line ${one.line}) and "${other.name}" (${other.kind})`;
    return [{ one, other, text }];
  });
}
