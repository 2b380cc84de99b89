import { ImportError } from "./import-error.ts";

/** A file by its name and text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What a run is told. */
export interface Released {
  /** The files as their publisher releases them, whatever folder they are in. */
  readonly files: readonly TextFile[];
  /** Reviewed snippets by the name of the document that they belong to. */
  readonly written: ReadonlyMap<string, string>;
  /** ISO day on which the files were read. */
  readonly retrieved?: string;
  /** Number of the release, where the files do not tell it. */
  readonly release?: string;
  /** ISO day or month of the release, where the files do not tell it. */
  readonly published?: string;
}

/** Which release the files are, as the run was told. Throws ImportError where it was not; `example` says how to tell it. */
export function datesOf({ release, published, retrieved }: Released, example: string): Dates {
  if (release !== undefined && published !== undefined) return { release, published, retrieved };
  throw new ImportError(`the files do not tell their release; add its number and month: ${example}`);
}

/** Which release files are, and when they were read. */
export interface Dates {
  readonly release: string;
  readonly published: string;
  readonly retrieved: string | undefined;
}
