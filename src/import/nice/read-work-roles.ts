import type { TextFile } from "../released.ts";
import { readNiceFiles } from "./nice-files.ts";

/** A work role of a release, its tasks and skills by id. */
export interface WorkRole {
  readonly description: string;
  readonly tasks: ReadonlyMap<string, string>;
  readonly skills: ReadonlyMap<string, string>;
  /** Job titles of the US Office of Personnel Management. */
  readonly titles: readonly string[];
}

/** The work roles of a release by id, as `PD-WRL-001`. Throws ImportError. */
export function readWorkRoles(files: readonly TextFile[]): ReadonlyMap<string, WorkRole> {
  const roles = readNiceFiles(files).map(({ value, statements }) => {
    const { text, id } = divide(value);
    return [id, readRole(text, statements)] as const;
  });
  return new Map(roles.filter(([id]) => id.includes("-WRL-")));
}

function readRole(description: string, statements: readonly string[]): WorkRole {
  const divided = statements.map(divide);
  const idsLike = (kind: RegExp): ReadonlyMap<string, string> =>
    new Map(divided.flatMap(({ text, id }) => (kind.test(id) ? [[id, text] as const] : [])));
  return {
    description,
    tasks: idsLike(/^T\d+$/),
    skills: idsLike(/^S\d+$/),
    titles: [...idsLike(/^\d+$/).values()].map((text) => text.replace(/ - .*/s, "")),
  };
}

// The id stands behind the last hyphen: "Validate network alerts - T1112".
function divide(value: string): { readonly text: string; readonly id: string } {
  const at = value.lastIndexOf(" - ");
  return { text: value.slice(0, Math.max(at, 0)).trim(), id: value.slice(at + 3).trim() };
}
