import { ChannelType, InteractionType } from "discord.js";
import { componentAct, forgedAct, type ComponentUse } from "./component-input.ts";
import { answerTo, awaitOutcome, interact, type Act, type Driver } from "./driver.ts";
import { formData, formFrom, type Form } from "./form.ts";
import { storeChannel } from "./guilds.ts";
import type { Interaction } from "./interactions.ts";
import { asText } from "./json.ts";
import { deleteMessage, editMessage } from "./messages.ts";
import type { OptionValues } from "./option-values.ts";
import { channelById, messageById, spotOf, type Place } from "./place.ts";
import type { Reply } from "./reply.ts";
import { addThread, directMessages } from "./routes-channels.ts";
import type { Said } from "./said.ts";
import { menuAct, slashAct } from "./slash.ts";
import { speak } from "./speech.ts";
import { upload, type Upload } from "./upload.ts";
import type { WireUser } from "./wire.ts";
import type { Channel } from "./world.ts";

export interface Saying extends Place {
  readonly replyTo?: Said | Reply;
  /** Whether a reply pings the author; true when absent, as in Discord's client. */
  readonly pings?: boolean;
  /** Puts a mention of the bot before the text. */
  readonly mentionBot?: boolean;
  readonly files?: readonly Upload[];
}

export interface Posting {
  readonly title: string;
  readonly text: string;
  readonly forum: Channel | string;
}

export interface AutocompleteChoice {
  readonly name: string;
  readonly value: string | number;
}

/** Someone who uses Discord: a person, or another bot. Each method is one thing that a person can do there. */
export class Member {
  readonly user: WireUser;
  readonly #driver: Driver;
  readonly #usual: Place;

  constructor(driver: Driver, user: WireUser, usual: Place = {}) {
    this.#driver = driver;
    this.user = user;
    this.#usual = usual;
  }

  get id(): string {
    return this.user.id;
  }

  /** Text that mentions this member. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** The channel between this member and the bot. */
  get dm(): Channel {
    return directMessages(this.#driver.stage.world, this.id);
  }

  /** The same member, acting in this place unless told otherwise. */
  in(place: Place | string): Member {
    return new Member(this.#driver, this.user, typeof place === "string" ? { channel: place } : place);
  }

  /** A private channel without the bot, where only user-installed commands work. */
  privateChannelWith(other: Member): Channel {
    const recipients = [this.user, other.user];
    return storeChannel(this.#driver.stage.world, {
      type: ChannelType.DM,
      name: "",
      guildId: undefined,
      recipients,
    });
  }

  /** Sends a slash command, such as `"ask"` or `"knowledge add"`, and waits for the answer. */
  async uses(command: string, values: OptionValues = {}, place: Place = {}): Promise<Reply> {
    return this.#answered(
      slashAct(this.#driver, { userId: this.id, spot: this.#spot(place), command, values }),
    );
  }

  /** Sends a slash command that answers with a form. */
  async usesForForm(command: string, values: OptionValues = {}, place: Place = {}): Promise<Form> {
    return this.#form(slashAct(this.#driver, { userId: this.id, spot: this.#spot(place), command, values }));
  }

  /** Types into an option and gets what is offered; `typed` may instead name what all options hold. */
  async types(
    command: string,
    option: string,
    typed: string | OptionValues,
  ): Promise<readonly AutocompleteChoice[]> {
    const values = typeof typed === "string" ? { [option]: typed } : typed;
    const act = { userId: this.id, spot: this.#spot({}), command, values, focused: option };
    const interaction = interact(this.#driver, slashAct(this.#driver, act));
    const choices = await awaitOutcome(this.#driver, interaction, offered);
    return choices.map(({ name, value }) => ({
      name: asText(name),
      value: typeof value === "number" ? value : asText(value),
    }));
  }

  /** Uses a command of the "Apps" menu of a message or a member. */
  async opensMenu(name: string, target: Said | Reply | Member, place: Place = {}): Promise<Reply> {
    const { world } = this.#driver.stage;
    if (target instanceof Member) {
      const aim = { userId: target.id };
      return this.#answered(
        menuAct(this.#driver, { userId: this.id, spot: this.#spot(place), name, target: aim }),
      );
    }
    const spot = this.#spot({ ...place, channel: channelById(world, target.channelId) });
    const aim = { message: messageById(world, target.messageId) };
    return this.#answered(menuAct(this.#driver, { userId: this.id, spot, name, target: aim }));
  }

  /** Clicks the button with this label or custom id. */
  async clicks(reply: Reply, button: string): Promise<Reply> {
    return this.#answered(componentAct(this.#driver, this.#use({ reply, component: button })));
  }

  /** Clicks a button that the member still sees, although the message has changed meanwhile. */
  async clicksStale(reply: Reply, button: string): Promise<Reply> {
    return this.#answered(
      componentAct(this.#driver, { ...this.#use({ reply, component: button }), isStale: true }),
    );
  }

  /** Clicks a button that answers with a form. */
  async clicksForForm(reply: Reply, button: string): Promise<Form> {
    return this.#form(componentAct(this.#driver, this.#use({ reply, component: button })));
  }

  /** Chooses options, by label or value, in the select with this placeholder or custom id. */
  async chooses(reply: Reply, select: string, values: readonly string[]): Promise<Reply> {
    return this.#answered(componentAct(this.#driver, this.#use({ reply, component: select, values })));
  }

  /** Sends what a tampered or outdated client can: a custom id that is not on the message. */
  async forges(reply: Reply, customId: string, values?: readonly string[]): Promise<Reply> {
    return this.#answered(forgedAct(this.#driver, this.#use({ reply, component: customId, values })));
  }

  /** Sends a form; fields that are not named stay empty. */
  async submits(form: Form, values: Readonly<Record<string, string>>): Promise<Reply> {
    const { channel, source, isUserInstall } = form.interaction;
    const spot = { channel, isUserInstall, alter: undefined };
    const data = formData(form, values);
    return this.#answered({ type: InteractionType.ModalSubmit, userId: this.id, spot, data, source });
  }

  /** Posts a message. */
  async says(text: string, saying: Saying = {}): Promise<Said> {
    const { world } = this.#driver.stage;
    const { replyTo, pings = true, mentionBot = false, files = [] } = saying;
    const where = replyTo === undefined ? {} : { channel: channelById(world, replyTo.channelId) };
    const { channel, alter } = this.#spot({ ...where, ...saying });
    const message = {
      channel,
      author: this.user,
      content: mentionBot ? `<@${world.bot.id}> ${text}` : text,
      replyTo: replyTo === undefined ? undefined : messageById(world, replyTo.messageId),
      pings,
      attachments: files.map((file) => upload(this.#driver.stage, file, { channelId: channel.id })),
    };
    return speak(this.#driver, message, alter);
  }

  async directMessages(text: string, saying: Saying = {}): Promise<Said> {
    return this.says(text, { ...saying, channel: this.dm });
  }

  /** Opens a post in a forum; its first message has the id of the post. */
  async posts({ title, text, forum }: Posting): Promise<Said> {
    const { channel } = this.#spot({ channel: forum });
    const thread = addThread(this.#driver.stage.world, channel, { name: title, ownerId: this.id });
    return speak(
      this.#driver,
      { id: thread.id, channel: thread, author: this.user, content: text },
      this.#usual.alter,
    );
  }

  /** Starts a thread from a message. */
  startsThread(said: Said, name: string): Channel {
    const { world } = this.#driver.stage;
    const parent = channelById(world, said.channelId);
    return addThread(world, parent, { id: said.messageId, name, ownerId: this.id });
  }

  async edits(said: Said, text: string): Promise<void> {
    const { world } = this.#driver.stage;
    editMessage(world, messageById(world, said.messageId), { content: text });
  }

  async deletes(message: Said | Reply): Promise<void> {
    const { world } = this.#driver.stage;
    deleteMessage(world, messageById(world, message.messageId));
  }

  #spot(place: Place) {
    return spotOf(this.#driver, { ...this.#usual, ...place });
  }

  #use({
    reply,
    component,
    values,
  }: Pick<ComponentUse, "reply" | "component"> & Partial<ComponentUse>): ComponentUse {
    return { userId: this.id, reply, component, values, isStale: false };
  }

  async #answered(act: Act): Promise<Reply> {
    return answerTo(this.#driver, interact(this.#driver, act));
  }

  async #form(act: Act): Promise<Form> {
    const interaction = interact(this.#driver, act);
    const form = await awaitOutcome(this.#driver, interaction, (each) => each.form);
    return formFrom(form, interaction);
  }
}

function offered({ callback, choices }: Interaction) {
  return callback === undefined ? undefined : choices;
}
