import { PermissionFlagsBits, type APIMessageTopLevelComponent, type Message } from "discord.js";
import { publicMessage } from "./payload.ts";

/**
 * Answers a message in its channel. The nonce keeps a second delivery of the message from a second answer. Resolves to
 * `undefined` where the bot may not speak; asking Discord in vain too often gets the address banned.
 */
export async function sendAnswer(
  message: Message,
  components: readonly APIMessageTopLevelComponent[],
): Promise<Message | undefined> {
  const { channel } = message;
  if (!channel.isSendable() || !may(message, channel.isThread() ? SEND_IN_THREAD : SEND)) return undefined;
  const answer = { ...publicMessage(components), nonce: message.id, enforceNonce: true };
  return may(message, REFER)
    ? await message.reply({ ...answer, failIfNotExists: false })
    : await channel.send(answer);
}

const SEND = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const SEND_IN_THREAD = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessagesInThreads;

/** https://docs.discord.com/developers/resources/message#create-message: a reply refers to a message of the history. */
const REFER = PermissionFlagsBits.ReadMessageHistory;

function may({ channel, client }: Message, permissions: bigint): boolean {
  return channel.isDMBased() || channel.permissionsFor(client.user)?.has(permissions) === true;
}
