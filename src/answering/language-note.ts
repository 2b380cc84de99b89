import type { Wording } from "../languages/wording.ts";
import type { Answer } from "./reply.ts";

/** One line on the language of what an answer quotes, where it is another than what is said around it. */
export function languageNote({ parts }: Answer, { language, citations }: Wording): string | undefined {
  const cited = parts.flatMap((part) => part.citations);
  const languages = [...new Set(cited.map((citation) => citation.language))];
  return languages.every((each) => each === language) ? undefined : citations.textIn(languages);
}
