/** The lines of a stream of UTF-8 text, without their ends. Only `\n` and `\r\n` end a line, so that as many come out as went in. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let rest = "";
  let first = true;
  for await (const chunk of input) {
    rest += String(chunk);
    if (first) rest = rest.replace(/^\uFEFF/, "");
    first = false;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}
