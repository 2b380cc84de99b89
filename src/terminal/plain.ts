/** Control characters, which a terminal would obey, and what turns the direction of writing; line ends stay. */
const UNSEEN = /(?!\n)[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Text of documents and members without anything that a terminal does not show. */
export function plain(text: string): string {
  return text.replace(/[\t\u2028\u2029]/g, " ").replace(UNSEEN, "");
}
