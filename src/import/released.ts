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
}
