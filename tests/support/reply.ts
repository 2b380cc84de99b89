import { ButtonStyle, ComponentType } from "discord.js";
import { isSelect, textOf } from "./component-rules.ts";
import { hasType, type Json } from "./json.ts";
import { embedTexts } from "./message-rules.ts";
import { flatten, type WireAttachment, type WireComponent, type WireMessage } from "./wire.ts";
import type { Interaction } from "./interactions.ts";
import type { StoredMessage } from "./world.ts";

export interface SeenButton {
  readonly label: string;
  /** `undefined` for a link button. */
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly disabled: boolean;
  readonly style: keyof typeof ButtonStyle;
}

export interface SeenOption {
  readonly label: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly chosen: boolean;
}

export interface SeenSelect {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly SeenOption[];
  readonly disabled: boolean;
  readonly min: number;
  readonly max: number;
}

/** A message of the bot as a member sees it at one moment. */
export interface Reply {
  /** Every text from top to bottom: content, embeds, text displays; joined by line breaks. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  readonly attachments: readonly WireAttachment[];
  readonly embeds: readonly Json[];
  /** All components, nested ones too, in reading order. */
  readonly components: readonly WireComponent[];
  readonly ephemeral: boolean;
  readonly deleted: boolean;
  readonly messageId: string;
  readonly channelId: string;
  /** The id of the message it visibly replies to. */
  readonly repliesTo: string | undefined;
  /** Ids of the members and roles whom it notified. */
  readonly pinged: readonly string[];
  /** The texts it had before each edit, the oldest first. */
  readonly edits: readonly string[];
  readonly payload: WireMessage;
  /** The interaction that it answers; `undefined` for a message posted by itself. */
  readonly interaction: Interaction | undefined;
}

export function seeMessage(message: StoredMessage, interaction?: Interaction): Reply {
  const { wire } = message;
  const components = flatten(wire.components);
  return {
    text: readText(wire),
    buttons: components.filter((each) => hasType(each, ComponentType.Button)).map(seeButton),
    selects: components.filter(isSelect).map(seeSelect),
    attachments: wire.attachments,
    embeds: wire.embeds,
    components,
    ephemeral: message.visibleTo !== undefined,
    deleted: message.deleted,
    messageId: wire.id,
    channelId: wire.channel_id,
    repliesTo: wire.message_reference?.message_id,
    pinged: message.pinged,
    edits: message.earlier.map(readText),
    payload: wire,
    interaction,
  };
}

function readText({ content, embeds, components }: WireMessage): string {
  const texts = [content, ...embeds.flatMap(embedTexts), ...textOf(components)];
  return texts.filter((text) => text !== "").join("\n");
}

const STYLES: Readonly<Record<number, keyof typeof ButtonStyle>> = {
  [ButtonStyle.Primary]: "Primary",
  [ButtonStyle.Secondary]: "Secondary",
  [ButtonStyle.Success]: "Success",
  [ButtonStyle.Danger]: "Danger",
  [ButtonStyle.Link]: "Link",
  [ButtonStyle.Premium]: "Premium",
};

function seeButton({
  label,
  emoji,
  custom_id: customId,
  url,
  disabled,
  style = 0,
}: WireComponent): SeenButton {
  return {
    label: label ?? emoji?.name ?? "",
    customId,
    url,
    disabled: disabled ?? false,
    style: STYLES[style] ?? "Secondary",
  };
}

function seeSelect(select: WireComponent): SeenSelect {
  return {
    customId: select.custom_id ?? "",
    placeholder: select.placeholder ?? "",
    options: (select.options ?? []).map(({ label, value, description, default: chosen }) => ({
      label,
      value,
      description,
      chosen: chosen ?? false,
    })),
    disabled: select.disabled ?? false,
    min: select.min_values ?? 1,
    max: select.max_values ?? 1,
  };
}
