import { ComponentType, type APIMessageTopLevelComponent } from "discord.js";
import { flatten, readComponents, type WireComponent } from "../../support/wire.ts";

/** A message as a member reads it, from top to bottom, with what each button and option holds, and zero-width spaces made visible. */
export function readPage(
  components: readonly APIMessageTopLevelComponent[] | readonly WireComponent[],
): string {
  const readable = flatten(readComponents(components)).filter(({ type }) => READERS.has(type));
  const lines = readable.map((component) => READERS.get(component.type)?.(component));
  return lines.join("\n").replaceAll("\u200b", "[ZWSP]");
}

const READERS = new Map<number, (component: WireComponent) => string>([
  [ComponentType.TextDisplay, ({ content = "" }) => content],
  [ComponentType.Button, ({ label = "", custom_id: id = "" }) => `[button “${label}” → ${id}]`],
  [ComponentType.StringSelect, readMenu],
]);

function readMenu({ placeholder = "", options = [] }: WireComponent): string {
  return `[menu “${placeholder}”: ${options.map(({ label, value }) => `${label} → ${value}`).join(", ")}]`;
}
