import { ButtonStyle, ComponentType, type APIButtonComponent } from "discord.js";
import type { Invocation } from "../../answering/reply.ts";
import type { Wording } from "../../languages/wording.ts";
import { encodeControl, type Control } from "./control.ts";

/** Snippets that a control names at most: more do not fit into a custom id. */
const MOST_KEYS = 8;

/** Removes the answer; it works for the member who asked and for moderators. */
export function dismissButton(asker: string, { controls }: Wording): readonly APIButtonComponent[] {
  return button(controls.dismiss, { command: "dismiss", values: { by: asker } });
}

/** What members think of an answer; none where it shows no snippets. */
export function voteButtons(keys: readonly string[], { controls }: Wording): readonly APIButtonComponent[] {
  if (keys.length === 0) return [];
  const of = keys.slice(0, MOST_KEYS);
  return [
    ...button(controls.helpful, { command: "helpful", values: { of } }, { emoji: "👍" }),
    ...button(controls.unhelpful, { command: "unhelpful", values: { of } }, { emoji: "👎" }),
  ];
}

/** Shows the rest: of a command's reply, or else of the snippets that answer a question. */
export function moreButton(
  invocation: Invocation | undefined,
  keys: readonly string[],
  { controls }: Wording,
): APIButtonComponent | undefined {
  const again =
    invocation && invocation.command !== "ask"
      ? button(controls.more, { command: "all", values: { ...invocation.values, of: invocation.command } })
      : [];
  if (again.length > 0 || keys.length === 0 || keys.length > MOST_KEYS) return again[0];
  return button(controls.more, { command: "more", values: { of: keys } })[0];
}

/** What a helper does with the preview of an answer to somebody's message. */
export function previewButtons(
  {
    message,
    shown,
    others,
  }: {
    /** Id of the message that is answered. */
    readonly message: string;
    readonly shown: readonly string[];
    readonly others: readonly string[];
  },
  { controls }: Wording,
): readonly APIButtonComponent[] {
  const post = { to: message, of: shown.slice(0, MOST_KEYS) };
  const other = { to: message, of: others.slice(0, MOST_KEYS) };
  return [
    ...button(controls.post, { command: "post", values: post }, { style: ButtonStyle.Primary }),
    ...(others.length === 0 ? [] : button(controls.notThis, { command: "not-this", values: other })),
  ];
}

/** What else there is to do about a question that is not answered. */
export interface FurtherHelp {
  /** Whether moderators want to know of it. */
  readonly isShared: boolean;
  /** Whether there are helpers to call. */
  readonly isCalled: boolean;
}

/** Ways to go on from a refusal, for the member who asked. */
export function furtherHelpButtons(
  asker: string,
  { isShared, isCalled }: FurtherHelp,
  { controls }: Wording,
): readonly APIButtonComponent[] {
  const values = { by: asker };
  return [
    ...(isShared ? button(controls.share, { command: "share", values }) : []),
    ...(isCalled ? button(controls.call, { command: "call", values }) : []),
  ];
}

/** The last step before all that is kept of a server is deleted. */
export function forgetButtons({ moderation }: Wording): readonly APIButtonComponent[] {
  const { confirm, cancel } = moderation.settings.forget;
  return [
    ...button(confirm, { command: "forget", values: {} }, { style: ButtonStyle.Danger }),
    ...button(cancel, { command: "keep", values: {} }),
  ];
}

interface Look {
  readonly emoji?: string;
  readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger;
}

function button(
  label: string,
  control: Control,
  { emoji, style = ButtonStyle.Secondary }: Look = {},
): readonly APIButtonComponent[] {
  const id = encodeControl(control);
  if (id === undefined) return [];
  return [
    {
      type: ComponentType.Button,
      style,
      label,
      custom_id: id,
      ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    },
  ];
}
