/** The lines of a stream of UTF-8 text. Only `\n` and `\r\n` end a line, so that as many come out as went in. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let open: string[] = [];
  let isFirst = true;
  for await (const chunk of input) {
    const [first = "", ...others] = withoutMark(String(chunk), isFirst).split("\n");
    isFirst = false;
    open.push(first);
    for (const part of others) {
      yield lineFrom(open);
      open = [part];
    }
  }
  if (open.join("") !== "") yield lineFrom(open);
}

function withoutMark(chunk: string, isFirst: boolean): string {
  return isFirst ? chunk.replace(/^\uFEFF/, "") : chunk;
}

function lineFrom(parts: readonly string[]): string {
  return parts.join("").replace(/\r$/, "");
}
