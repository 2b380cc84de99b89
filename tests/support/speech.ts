import type { Alter, Driver } from "./driver.ts";
import { eventFields, storeMessage, type NewMessage } from "./messages.ts";
import { channelById } from "./place.ts";
import type { Said } from "./said.ts";

/** Posts a message that is not the bot's, and tells the bot as far as it may know. */
export function speak(driver: Driver, message: NewMessage, alter: Alter | undefined): Said {
  const { rest, stage } = driver;
  const stored = storeMessage(stage.world, message);
  const data = eventFields(stage.world, stored);
  const { id, channel_id: channelId, content: text } = stored.wire;
  const said = { messageId: id, channelId, text, requestsBefore: rest.requests.length };
  const { guildId } = channelById(stage.world, channelId);
  stage.world.publish({
    name: "MESSAGE_CREATE",
    data: alter === undefined ? data : alter(data),
    guildId,
    channelId,
  });
  return said;
}
