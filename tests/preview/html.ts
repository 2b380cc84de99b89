/** A piece of HTML with its attributes escaped; attributes that are `false` or `undefined` are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | boolean | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => writeAttribute(key, value));
  return `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

function writeAttribute(key: string, value: string | boolean | undefined): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
