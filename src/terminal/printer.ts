/** Writes to a stream at the pace of its reader. */
export interface Printer {
  /** Resolves when more can be written: false when nobody reads any more. */
  print(text: string): Promise<boolean>;
}

/** A printer that ends quietly with its reader, such as `head`; other troubles of the stream rise. */
export function createPrinter(output: NodeJS.WritableStream): Printer {
  let isRead = true;
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    isRead = false;
  });
  return {
    print: async (text) => {
      if (isRead && !output.write(text)) await nextOf(["drain", "error", "close"], output);
      return isRead;
    },
  };
}

function nextOf(events: readonly string[], output: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of events) output.off(event, settle);
      resolve();
    };
    for (const event of events) output.on(event, settle);
  });
}
