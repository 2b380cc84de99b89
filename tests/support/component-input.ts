import { ComponentType, InteractionType } from "discord.js";
import { isSelect } from "./component-rules.ts";
import type { Act, Driver, Spot } from "./driver.ts";
import { hasType, type Json } from "./json.ts";
import { channelById, messageById } from "./place.ts";
import type { Reply } from "./reply.ts";
import { flatten, type WireComponent } from "./wire.ts";

export interface ComponentUse {
  readonly userId: string;
  readonly reply: Reply;
  /** Label, placeholder or custom id. */
  readonly component: string;
  /** What is chosen in a select, by label or value; `undefined` for a button. */
  readonly values: readonly string[] | undefined;
  /** Uses the message as it was seen, even if it changed since. */
  readonly isStale: boolean;
}

/** A click or choice; throws where Discord's client would not let a member do it. */
export function componentAct(driver: Driver, use: ComponentUse): Act {
  const source = messageById(driver.stage.world, use.reply.messageId);
  if (source.deleted && !use.isStale) throw new Error("the message is deleted");
  if (source.visibleTo !== undefined && source.visibleTo !== use.userId)
    throw new Error("only another member sees it");
  const shown = use.isStale ? use.reply.components : flatten(source.wire.components);
  const component = findComponent(shown, use);
  if (component.disabled === true) throw new Error(`"${use.component}" is disabled`);
  const data = { ...identity(component), ...chosen(component, use.values) };
  return {
    type: InteractionType.MessageComponent,
    userId: use.userId,
    spot: spotOfReply(driver, use.reply),
    data,
    source,
  };
}

/** A click or choice with a custom id that is not on the message, as a tampered client can send. */
export function forgedAct(
  driver: Driver,
  { userId, reply, component, values }: Omit<ComponentUse, "isStale">,
): Act {
  const type = values === undefined ? ComponentType.Button : ComponentType.StringSelect;
  const data = {
    custom_id: component,
    component_type: type,
    id: 1,
    ...(values === undefined ? {} : { values }),
  };
  const source = messageById(driver.stage.world, reply.messageId);
  return { type: InteractionType.MessageComponent, userId, spot: spotOfReply(driver, reply), data, source };
}

function spotOfReply({ stage }: Driver, { channelId, interaction }: Reply): Spot {
  const isUserInstall = interaction?.isUserInstall ?? false;
  return { channel: channelById(stage.world, channelId), isUserInstall, alter: undefined };
}

function findComponent(
  shown: readonly WireComponent[],
  { component: name, values }: ComponentUse,
): WireComponent {
  const usable = shown.filter((each) =>
    values === undefined ? hasType(each, ComponentType.Button) : isSelect(each),
  );
  const isNamed = (each: WireComponent) => each.custom_id === name || labelOf(each) === name;
  const [found, ...others] = usable.filter(isNamed);
  if (found === undefined)
    throw new Error(`there is no "${name}", only: ${usable.map(labelOf).join(", ") || "nothing"}`);
  if (others.length > 0) throw new Error(`there are several "${name}": name one by its custom id`);
  if (found.custom_id === undefined) throw new Error(`"${name}" is a link and tells the bot nothing`);
  return found;
}

function labelOf({ label, placeholder, emoji, custom_id: customId }: WireComponent): string {
  return label ?? placeholder ?? emoji?.name ?? customId ?? "";
}

function identity({ custom_id, type, id }: WireComponent): Json {
  return { custom_id, component_type: type, id };
}

function chosen(select: WireComponent, values: readonly string[] | undefined): Json {
  if (values === undefined) return {};
  const { min_values: min = 1, max_values: max = 1 } = select;
  if (values.length < min || values.length > max) throw new Error(`choose ${min} to ${max} options`);
  return {
    values: hasType(select, ComponentType.StringSelect)
      ? values.map((value) => optionValue(select, value))
      : values,
  };
}

function optionValue({ options = [] }: WireComponent, wanted: string): string {
  const option = options.find(({ value, label }) => value === wanted || label === wanted);
  if (option === undefined)
    throw new Error(`"${wanted}" is not offered, only: ${options.map(({ label }) => label).join(", ")}`);
  return option.value;
}
