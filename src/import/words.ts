/** The text with its first letter in capitals. */
export function asSentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The plural of a name that members say. */
export function pluralOf(name: string): string {
  return name.replace(/person$/, "people").replace(/(?<!people)$/, "s");
}

/** The name with its article: `an infosec analyst`. */
export function oneOf(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}
