import {
  PermissionFlagsBits,
  type APIMessageTopLevelComponent,
  type BaseInteraction,
  type Message,
} from "discord.js";
import type { Chart } from "../answering/chart.ts";
import type { Reply } from "../answering/reply.ts";
import type { Picture } from "../pictures/pictures.ts";
import type { Bot } from "./bot.ts";
import { NO_PINGS } from "./payload.ts";
import { addGallery, PICTURE_NAME } from "./render/picture.ts";
import { expectedRefusal } from "./skips.ts";

/** A message before it is sent. */
interface Payload {
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** What an edit puts into a message; everything else of it stays. */
export interface PictureEdit {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly { readonly attachment: Buffer; readonly name: string }[];
  readonly allowedMentions: typeof NO_PINGS;
}

/** Draws the picture and edits it into what was sent. Never rejects: a failure costs the picture alone. */
export type AddPicture = (edit: (change: PictureEdit) => Promise<unknown>) => Promise<void>;

/** An answer that may have a picture, which never keeps it waiting. */
export interface Illustrated<Sent extends Payload> {
  /** What to send at once: with the picture where it is at hand. */
  readonly message: Sent & Partial<Pick<PictureEdit, "files">>;
  readonly addPicture: AddPicture;
}

interface Illustrating {
  readonly reply: Reply | undefined;
  readonly place: BaseInteraction | Message;
  readonly bot: Bot;
}

/** Puts the picture of an answer into its message, now or as soon as it is drawn. */
export function illustrate<Sent extends Payload>(
  message: Sent,
  { reply, place, bot }: Illustrating,
): Illustrated<Sent> {
  const chart = reply?.kind === "answer" ? reply.chart : undefined;
  if (chart === undefined || !mayAttach(place)) return { message, addPicture: async () => {} };
  const ready = bot.pictures.find(chart);
  if (ready !== undefined) {
    return { message: { ...message, ...withPicture(message, chart, ready) }, addPicture: async () => {} };
  }
  const addPicture: AddPicture = async (edit) => {
    const picture = await bot.pictures.draw(chart);
    if (picture === undefined) return;
    await edit({ ...withPicture(message, chart, picture), allowedMentions: NO_PINGS }).catch((err: unknown) =>
      reportLoss(err, { place, bot }),
    );
  };
  return { message, addPicture };
}

function withPicture(
  { components }: Payload,
  chart: Chart,
  picture: Picture,
): Pick<PictureEdit, "components" | "files"> {
  return {
    components: addGallery(components, chart),
    files: [{ attachment: picture, name: PICTURE_NAME }],
  };
}

/** The member has the answer: there is nothing to apologise for. */
function reportLoss(err: unknown, { place, bot }: Pick<Illustrating, "place" | "bot">): void {
  const { guildId, channelId } = place;
  const refusal = expectedRefusal(err);
  if (refusal !== undefined) return bot.skip(refusal, { guildId, channelId });
  bot.metrics.failed();
  bot.log.error({ err, guildId, channelId }, "a picture was not added");
}

const ATTACH = PermissionFlagsBits.AttachFiles;

/** Asking Discord in vain too often gets the address banned. */
function mayAttach(place: BaseInteraction | Message): boolean {
  if ("appPermissions" in place) return place.appPermissions.has(ATTACH);
  const { channel, client } = place;
  return channel.isDMBased() || channel.permissionsFor(client.user)?.has(ATTACH) === true;
}
