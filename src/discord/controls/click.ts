import type { MessageComponentInteraction, RepliableInteraction } from "discord.js";

/** Somebody uses a button or a menu of a message. */
export type Click = Extract<RepliableInteraction, MessageComponentInteraction>;
