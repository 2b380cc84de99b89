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
  BUTTON_LABEL_SHOWN_LENGTH,
  ROW_MAX_BUTTONS,
  SELECT_LABEL_MAX_LENGTH,
  SELECT_MAX_OPTIONS,
} from "./limits.ts";
import { shortenLine } from "./shorten.ts";

export type ChoiceRow =
  | APIActionRowComponent<APIButtonComponent>
  | APIActionRowComponent<APIStringSelectComponent>;

/** A menu of a message: what a choice runs is in the values of its options, so its id only tells it from the others. */
export interface Menu {
  readonly id: "topics" | "choices";
  /** What stands in it before something is chosen. */
  readonly prompt: string;
}

/** A few short choices are buttons, more or longer ones a menu; choices that no id can carry are left out. */
export function renderChoices(choices: readonly Choice[], prompt: string): readonly ChoiceRow[] {
  const areButtons = choices.length <= ROW_MAX_BUTTONS && choices.every(isShort);
  return areButtons ? renderButtons(choices) : renderMenu(choices, { id: "choices", prompt });
}

const isShort = ({ label }: Choice): boolean => label.length <= BUTTON_LABEL_SHOWN_LENGTH;

/** A menu that runs the choice a member picks; none without choices. */
export function renderMenu(choices: readonly Choice[], menu: Menu): readonly ChoiceRow[] {
  return renderOptions(
    clickable(choices).map(({ label, id }) => ({ label, value: id })),
    menu,
  );
}

/** Examples to try are buttons, each in its own words: a click says more than an open menu. */
export function renderExamples(choices: readonly Choice[], prompt: string): readonly ChoiceRow[] {
  return choices.length <= ROW_MAX_BUTTONS ? renderButtons(choices) : renderChoices(choices, prompt);
}

/** One row of buttons; none without choices. */
function renderButtons(choices: readonly Choice[]): readonly ChoiceRow[] {
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

interface Option {
  readonly label: string;
  readonly value: string;
}

/** A menu of texts with what each does; none without options. */
export function renderSelect(options: readonly Option[], prompt: string): readonly ChoiceRow[] {
  return renderOptions(options, { id: "choices", prompt });
}

const MENU_IDS: Readonly<Record<Menu["id"], string>> = { topics: "r1-menu", choices: "r1-menu-choices" };

function renderOptions(options: readonly Option[], { id, prompt }: Menu): readonly ChoiceRow[] {
  if (options.length === 0) return [];
  const shown = options.slice(0, SELECT_MAX_OPTIONS).map(({ label, value }) => ({
    label: shortenLine(label, SELECT_LABEL_MAX_LENGTH),
    value,
  }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: MENU_IDS[id],
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
