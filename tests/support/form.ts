import type { Interaction } from "./interactions.ts";
import { asText, type Json } from "./json.ts";
import { flatten, readComponents, type WireComponent } from "./wire.ts";

/** A form (modal) that the bot opened for a member. */
export interface Form {
  readonly title: string;
  readonly customId: string;
  readonly fields: readonly WireComponent[];
  readonly interaction: Interaction;
}

export function formFrom(form: Json, interaction: Interaction): Form {
  const components = readComponents(form["components"]);
  return {
    title: asText(form["title"]),
    customId: asText(form["custom_id"]),
    fields: flatten(components).filter(({ custom_id: id }) => id !== undefined),
    interaction,
  };
}

const ACTION_ROW = 1;

/** `data` of a modal submit: every field in a row of its own. */
export function formData({ customId, fields }: Form, values: Readonly<Record<string, string>>): Json {
  const rows = fields.map((field, index) => ({
    type: ACTION_ROW,
    id: index + 1,
    components: [
      { type: field.type, custom_id: field.custom_id, value: values[field.custom_id ?? ""] ?? "" },
    ],
  }));
  return { custom_id: customId, components: rows };
}
