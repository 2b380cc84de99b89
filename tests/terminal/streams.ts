import { PassThrough, Readable } from "node:stream";

/** An output that keeps what is written to it. */
export class Recording extends PassThrough {
  isTTY?: boolean;
  columns?: number;
  #text = "";

  constructor(terminal?: { readonly columns: number }) {
    super({ encoding: "utf8" });
    if (terminal !== undefined) Object.assign(this, { isTTY: true, columns: terminal.columns });
    this.on("data", (chunk: string) => (this.#text += chunk));
  }

  get text(): string {
    return this.#text;
  }
}

/** An input that ends after some chunks. */
export function inputOf(...chunks: readonly (string | Buffer)[]): Readable {
  return Readable.from(
    chunks.map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  );
}
