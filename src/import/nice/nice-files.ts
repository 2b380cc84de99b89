import { z } from "zod";
import { ImportError } from "../import-error.ts";
import type { TextFile } from "../released.ts";

/** A role, task, skill or job title, and the entries of other files that belong to it. */
interface Entry {
  readonly uuid: string;
  /** As printed: "Validate network alerts - T1112". */
  readonly value: string;
  readonly related: readonly { readonly "dest-uuid": string }[];
}

/** A role with what belongs to it, as printed. */
export interface Listed {
  readonly value: string;
  readonly statements: readonly string[];
}

const statements = z.array(z.object({ value: z.string() }));

/** One file that lists with each role all that belongs to it. */
const compact = z
  .array(
    z.object({
      id: z.string(),
      description: z.string(),
      tasks: statements,
      skills: statements,
      opm_codes: statements,
    }),
  )
  .transform((roles) => ({
    entries: new Array<Entry>(),
    listed: roles.map(({ id, description, tasks, skills, opm_codes }): Listed => ({
      value: `${description} - ${id}`,
      statements: [...tasks, ...skills, ...opm_codes].map(({ value }) => value),
    })),
  }));

/** One of several files, with roles that point at the entries of the others. */
const cluster = z
  .object({
    values: z.array(
      z.object({
        uuid: z.string(),
        value: z.string(),
        related: z.array(z.object({ "dest-uuid": z.string() })).default([]),
      }),
    ),
  })
  .transform(({ values }) => ({ entries: values, listed: new Array<Listed>() }));

/**
 * Reads the NICE Framework as the clusters of https://github.com/MISP/misp-galaxy (`nice-framework-work_roles.json`, `-tasks`,
 * `-skills`, `-opm_codes`), or as one file of roles with their `tasks`, `skills` and `opm_codes`. Throws ImportError.
 */
export function readNiceFiles(files: readonly TextFile[]): readonly Listed[] {
  const read = files.filter(({ name }) => /\.json$/i.test(name)).map(readFile);
  const entries = read.flatMap((file) => file.entries);
  const values = new Map(entries.map(({ uuid, value }) => [uuid, value]));
  const joined = entries.map(({ value, related }) => ({
    value,
    statements: related.flatMap((to) => values.get(to["dest-uuid"]) ?? []),
  }));
  return [...joined, ...read.flatMap(({ listed }) => listed)];
}

function readFile({ name, text }: TextFile): z.infer<typeof compact> | z.infer<typeof cluster> {
  const parsed = z.union([compact, cluster]).safeParse(readJson(name, text));
  if (parsed.success) return parsed.data;
  throw new ImportError(
    `${name}: these are neither roles with id, description, tasks, skills and opm_codes nor values with uuid and value; save the file as released`,
  );
}

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportError(`${name}: ${String(error)}; save the file as released`, { cause: error });
  }
}
