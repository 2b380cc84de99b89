import { cleanText } from "./clean-text.ts";
import type { Report } from "./problems.ts";
import { uploadTrouble } from "./upload-limits.ts";

/** Bytes of an uploaded file: 1 MB. */
export const MOST_BYTES = 1024 * 1024;

/** Decodes an uploaded file; reports a wrong ending, size or encoding, and returns `undefined` then. */
export function readUploadText(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  report: Report,
): string | undefined {
  if (!/\.(?:md|markdown|txt)$/i.test(name)) {
    report(1, "the file is neither Markdown nor plain text; its name must end in .md, .markdown or .txt");
  } else if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / MOST_BYTES).toFixed(1);
    report(1, `the file has ${size} MB, more than 1 MB; divide it into several files`);
  } else {
    const text = decode(bytes);
    if (text !== undefined) return readBounded(text, report);
    report(1, "the file is not UTF-8 text; save it as UTF-8");
  }
  return undefined;
}

function readBounded(text: string, report: Report): string | undefined {
  const trouble = uploadTrouble(text.replaceAll(/\r\n?/g, "\n"));
  if (trouble === undefined) return cleanText(text, report, MOST_BYTES);
  report(trouble.line, trouble.message);
  return undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}
