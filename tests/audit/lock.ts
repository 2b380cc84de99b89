import { z } from "zod";

const specs = z.record(z.string(), z.string()).default({});

const MANIFEST = z.object({
  dependencies: specs,
  devDependencies: specs,
  /** Packages whose install scripts may run. */
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

const PACKAGE = z.object({
  /** Set where the package is installed under another name than its own. */
  name: z.string().optional(),
  version: z.string().default(""),
  resolved: z.string().optional(),
  integrity: z.string().default(""),
  license: z.string().default(""),
  link: z.boolean().default(false),
  deprecated: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  dependencies: specs,
  devDependencies: specs,
  optionalDependencies: specs,
});

const LOCK = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), PACKAGE) });

export type Manifest = z.output<typeof MANIFEST>;
export type Lock = z.output<typeof LOCK>;

/** A package as it is installed. */
export interface Installed extends z.output<typeof PACKAGE> {
  readonly name: string;
  /** Its folder, such as `node_modules/a/node_modules/b`. */
  readonly path: string;
}

/** What `package.json` and `package-lock.json` say. Throws where one is of another shape. */
export const parseManifest = (text: string): Manifest => MANIFEST.parse(JSON.parse(text));
export const parseLock = (text: string): Lock => LOCK.parse(JSON.parse(text));

const FOLDER = "node_modules/";

/** All packages that an install brings, without the project itself. */
export function installedIn({ packages }: Lock): readonly Installed[] {
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({ ...entry, path, name: entry.name ?? nameIn(path) }));
}

/** The name under which a package is imported. */
export const nameIn = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
