import {
  ComponentType,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
} from "discord.js";
import type { Wording } from "../../languages/wording.ts";
import type { Bot } from "../bot.ts";
import { wordingAt, wordingOf } from "../locale.ts";
import type { Click } from "./click.ts";

/** The message of a click with the clicked button spent: it says what was done and cannot be used again. */
export function withSpentButton(
  interaction: Click,
  bot: Bot,
  labelIn: (controls: Wording["controls"]) => string,
): APIMessageTopLevelComponent[] {
  const { message, customId } = interaction;
  const isPrivate = message.flags.has("Ephemeral");
  const label = labelIn((isPrivate ? wordingOf(interaction) : wordingAt(interaction, bot)).controls);
  return message.components
    .map((component) => component.toJSON())
    .map((component) =>
      component.type === ComponentType.ActionRow ? spendIn(component, customId, label) : component,
    );
}

function spendIn(
  row: APIActionRowComponent<APIComponentInMessageActionRow>,
  customId: string,
  label: string,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const components = row.components.map((each) =>
    isButton(each, customId) ? { ...each, label, disabled: true } : each,
  );
  return { ...row, components };
}

const isButton = (each: APIComponentInMessageActionRow, customId: string): each is APIButtonComponent =>
  each.type === ComponentType.Button && "custom_id" in each && each.custom_id === customId;
