import type { Driver } from "./driver.ts";
import { seeMessage, type Reply } from "./reply.ts";
import type { StoredMessage } from "./world.ts";

/** A message that someone other than the bot sent. */
export interface Said {
  readonly messageId: string;
  readonly channelId: string;
  readonly text: string;
  /** How many requests the bot had made before it. */
  readonly requestsBefore: number;
}

/** What the bot posted after a message: replies to it, and in its channel or thread whatever is no reply at all. */
export function answersTo({ stage }: Driver, said: Said): readonly Reply[] {
  const { world } = stage;
  const places = new Set([said.channelId, said.messageId]);
  const isAnswer = ({ wire, visibleTo, deleted }: StoredMessage) =>
    wire.author.id === world.bot.id &&
    !deleted &&
    visibleTo === undefined &&
    wire.webhook_id === undefined &&
    BigInt(wire.id) > BigInt(said.messageId) &&
    places.has(wire.channel_id) &&
    (wire.message_reference === undefined || wire.message_reference.message_id === said.messageId);
  return [...world.messages.values()].filter(isAnswer).map((message) => seeMessage(message));
}

/**
 * Resolves once the bot has received the message, had time to act on it, and did nothing that anyone could see.
 * `quiet` is how many real milliseconds without a request count as "nothing more comes".
 */
export async function awaitSilence(driver: Driver, said: Said, quiet: number): Promise<void> {
  if (driver.gateway.connected.length === 0)
    throw new Error("no bot is connected: its silence proves nothing");
  await awaitCalm(driver, quiet);
  const deeds = driver.rest.requests.slice(said.requestsBefore).filter(isVisibleDeed);
  if (deeds.length === 0) return;
  const answers = answersTo(driver, said).map(({ text }) => text);
  const list = deeds.map(({ method, path, status }) => `${method} ${path} → ${status ?? "no answer"}`);
  throw new Error(`the bot was not silent:\n${[...list, ...answers].join("\n")}`);
}

/** Resolves once the bot has received everything and had time to act on it. */
export async function awaitCalm(driver: Driver, quiet: number): Promise<void> {
  await driver.gateway.barrier(driver.patience);
  await calm(driver, quiet);
}

function isVisibleDeed({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method !== "GET" && /^\/(channels|webhooks|interactions|guilds)\//.test(path);
}

async function calm({ rest }: Driver, quiet: number): Promise<void> {
  let before: number;
  do {
    before = rest.requests.length;
    await new Promise((resolve) => {
      setTimeout(resolve, quiet);
    });
  } while (rest.underWay > 0 || rest.requests.length > before);
}
