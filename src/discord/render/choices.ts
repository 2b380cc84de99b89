import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIStringSelectComponent,
} from "discord.js";
import type { Choice } from "../../answering/reply.ts";
import { encodeCustomId } from "../custom-id.ts";
import {
  BUTTON_LABEL_MAX_LENGTH,
  ROW_MAX_BUTTONS,
  SELECT_LABEL_MAX_LENGTH,
  SELECT_MAX_OPTIONS,
} from "./limits.ts";
import { shortenLine } from "./shorten.ts";

export type ChoiceRow =
  | APIActionRowComponent<APIButtonComponent>
  | APIActionRowComponent<APIStringSelectComponent>;

/** The id of every menu: what a choice runs is in the values of its options. */
const MENU_ID = "r1-menu";

/** A few choices are buttons, more are a menu; choices that no id can carry are left out. */
export function renderChoices(choices: readonly Choice[], prompt: string): readonly ChoiceRow[] {
  return choices.length > ROW_MAX_BUTTONS ? renderMenu(choices, prompt) : renderButtons(choices);
}

/** A menu that runs the choice a member picks; none without choices. */
export function renderMenu(choices: readonly Choice[], prompt: string): readonly ChoiceRow[] {
  const options = clickable(choices).map(({ label, id }) => ({ label, value: id }));
  return renderSelect(options, prompt);
}

/** One row of buttons; none without choices. */
export function renderButtons(choices: readonly Choice[]): readonly ChoiceRow[] {
  const buttons = clickable(choices)
    .slice(0, ROW_MAX_BUTTONS)
    .map(({ label, id }) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      label: shortenLine(label, BUTTON_LABEL_MAX_LENGTH),
      custom_id: id,
    }));
  return renderRow(buttons);
}

/** Buttons in one row; none without buttons. */
export function renderRow(buttons: readonly APIButtonComponent[]): readonly ChoiceRow[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];
}

/** A menu of texts with what each does; none without options. */
export function renderSelect(
  options: readonly { readonly label: string; readonly value: string }[],
  prompt: string,
): readonly ChoiceRow[] {
  if (options.length === 0) return [];
  const shown = options.slice(0, SELECT_MAX_OPTIONS).map(({ label, value }) => ({
    label: shortenLine(label, SELECT_LABEL_MAX_LENGTH),
    value,
  }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: MENU_ID,
    placeholder: prompt,
    options: shown,
  } as const;
  return [{ type: ComponentType.ActionRow, components: [menu] }];
}

/** Choices with their ids; equal ones once, because ids are unique in a message. */
function clickable(choices: readonly Choice[]): readonly { readonly label: string; readonly id: string }[] {
  const byId = new Map<string, string>();
  for (const { label, run } of choices) {
    const id = encodeCustomId(run);
    if (id !== undefined && label.trim() !== "" && !byId.has(id)) byId.set(id, label);
  }
  return [...byId].map(([id, label]) => ({ id, label }));
}

/** Characters that members read on buttons and in menus. */
export function textLengthOf(rows: readonly ChoiceRow[]): number {
  return rows
    .flatMap(({ components }) => components.map(labelLength))
    .reduce((sum, length) => sum + length, 0);
}

function labelLength(component: APIButtonComponent | APIStringSelectComponent): number {
  if (component.type === ComponentType.StringSelect) {
    const labels = component.options.map(({ label }) => label.length);
    return labels.reduce((sum, length) => sum + length, (component.placeholder ?? "").length);
  }
  return "label" in component ? (component.label ?? "").length : 0;
}
