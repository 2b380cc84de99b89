import { ChannelType } from "discord.js";
import type { Download, Misdeed } from "./cdn.ts";
import { Changes } from "./changes.ts";
import { Clock } from "./clock.ts";
import type { Json } from "./json.ts";
import type { Overwrite } from "./permissions.ts";
import type { WireMessage, WireUser } from "./wire.ts";

/** Something that happened, before it is decided which bot sessions hear of it. */
export interface WorldEvent {
  readonly name: string;
  readonly data: Json;
  readonly guildId: string | undefined;
  /** Set where the bot must be able to view the channel to hear of it. */
  readonly channelId?: string | undefined;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  /** Whether everyone may mention it, rather than only who may mention everyone. */
  readonly mentionable: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** Whether the application was added as a bot, rather than only by its users. */
  hasBot: boolean;
  /** Whether an outage keeps it from being served. */
  isDown: boolean;
  /** Whether members may show others what an application they installed for themselves answers. */
  readonly allowsExternalApps: boolean;
  readonly locale: string;
  /** When the bot was added. */
  readonly joinedAt: string;
  systemChannelId: string | undefined;
  readonly roles: Role[];
  readonly roleIdsByUser: Map<string, readonly string[]>;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly guildId: string | undefined;
  readonly parentId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly recipients: readonly WireUser[];
  overwrites: readonly Overwrite[];
  archived: boolean;
}

export interface StoredMessage {
  wire: WireMessage;
  /** The only user who sees it, when it is ephemeral. */
  readonly visibleTo: string | undefined;
  /** "Bot is thinking…" */
  loading: boolean;
  deleted: boolean;
  /** Ids of the members and roles whom it notified. */
  readonly pinged: readonly string[];
  /** The message as it stood before each edit. */
  readonly earlier: WireMessage[];
}

export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** How it is served; properly when absent. */
  readonly misdeed?: Misdeed | undefined;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  flags: number;
  details: Json;
}

/** Everything the loopback Discord knows. */
export class World {
  readonly clock = new Clock();
  readonly changes = new Changes();
  readonly bot: WireUser;
  readonly application: Application;
  readonly users = new Map<string, WireUser>();
  /** The languages of those who do not use Discord in English. */
  readonly localesByUser = new Map<string, string>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, StoredMessage>();
  readonly files = new Map<string, StoredFile>();
  readonly downloads: Download[] = [];
  /** Ids of the roles that the test lets the bot ping. */
  readonly pingableRoles = new Set<string>();
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  constructor(application: { readonly name: string; readonly flags: number }) {
    this.bot = this.addUser({ name: application.name, isBot: true });
    // Discord gives new applications and their bots the same id.
    this.application = { id: this.bot.id, ...application, details: {} };
  }

  addUser({ name, isBot }: { readonly name: string; readonly isBot: boolean }): WireUser {
    const user: WireUser = {
      id: this.clock.snowflake(),
      username: name.toLowerCase().replaceAll(" ", "_"),
      discriminator: "0",
      global_name: isBot ? null : name,
      avatar: null,
      bot: isBot,
      public_flags: 0,
    };
    this.users.set(user.id, user);
    return user;
  }

  onEvent(listener: (event: WorldEvent) => void): void {
    this.#listeners.add(listener);
  }

  publish(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
    this.changes.notify();
  }

  messagesIn(channelId: string): readonly StoredMessage[] {
    return [...this.messages.values()].filter(
      ({ wire, deleted }) => wire.channel_id === channelId && !deleted,
    );
  }
}

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

export const isThread = ({ type }: Channel): boolean => THREADS.includes(type);

/** Whether a channel holds posts instead of messages. */
export const holdsPosts = ({ type }: Channel): boolean =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
