import { ApplicationFlags } from "discord.js";
import type { Download } from "./cdn.ts";
import { CommandRegistry } from "./command-registry.ts";
import type { Driver } from "./driver.ts";
import type { Fault } from "./faults.ts";
import { Gateway } from "./gateway.ts";
import type { GatewayFaults } from "./gateway-faults.ts";
import type { Identify } from "./gateway-session.ts";
import {
  addChannel,
  addGuild,
  addRole,
  grant,
  wireChannel,
  wireGuild,
  wireRole,
  type ChannelSpec,
  type GuildSpec,
  type RoleSpec,
} from "./guilds.ts";
import { Interactions } from "./interactions.ts";
import type { Json } from "./json.ts";
import { Member } from "./member.ts";
import { bitsOf, type Overwrite, type PermissionName } from "./permissions.ts";
import { channelById, channelNamed, messageById } from "./place.ts";
import { portOf } from "./port.ts";
import { seeMessage, type Reply } from "./reply.ts";
import type { RestRequest } from "./rest-request.ts";
import { RestServer } from "./rest-server.ts";
import type { Backstage } from "./route.ts";
import { answersTo, awaitCalm, awaitSilence, type Said } from "./said.ts";
import { speak } from "./speech.ts";
import { describeViolations, type Violation } from "./violations.ts";
import type { WireAttachment, WireUser } from "./wire.ts";
import { World, type Channel, type Guild, type Role, type StoredFile } from "./world.ts";

export interface LoopbackOptions {
  /** Whether the portal's switch for the Message Content intent is on; off when absent. */
  readonly messageContent?: boolean;
  readonly guildMembers?: boolean;
  readonly shards?: number;
  /** Shards that may identify within five seconds; when absent Discord says 16 and does not mind more. */
  readonly maxConcurrency?: number;
  /** Milliseconds from dispatch to callback, on the loopback's clock. */
  readonly callbackLimit?: number;
  readonly heartbeatInterval?: number;
  /** Real milliseconds that members wait for the bot. */
  readonly patience?: number;
  /** Real milliseconds without a request after which the bot counts as silent. */
  readonly quiet?: number;
}

export interface MemberSpec {
  /** What the member may do in every guild, beyond what everyone may. */
  readonly permissions?: readonly PermissionName[];
  readonly isBot?: boolean;
  /** The language in which the member uses Discord; `en-US` when absent. */
  readonly locale?: string;
}

const DEFAULT_QUIET = 40;

const TOKEN = "loopback.discord.token";

/**
 * A Discord on 127.0.0.1 that the real discord.js logs in to. A bot under test gets `restUrl` and `token`; the test acts
 * as members and looks at what they see:
 *
 *     const reply = await discord.member("ada").uses("ask", { question: "What is DevSecOps?" });
 *     const after = await discord.member("ada").clicks(reply, "Salary");
 *
 * Requests that Discord would refuse are refused, and kept in `violations`; `close` fails when some are left.
 */
export class LoopbackDiscord {
  readonly token = TOKEN;
  readonly #stage: Backstage;
  readonly #driver: Driver;
  readonly #options: LoopbackOptions;
  readonly #members = new Map<string, Member>();
  readonly #permissions = new Map<string, readonly PermissionName[]>();

  constructor(driver: Driver, options: LoopbackOptions) {
    this.#driver = driver;
    this.#stage = driver.stage;
    this.#options = options;
  }

  /** For the option `rest: { api }` of discord.js. */
  get restUrl(): string {
    return `${originOf(this.#driver.rest)}/api`;
  }

  /** Every request for a file, the oldest first; Discord serves them from cdn.discordapp.com, this one beside the API. */
  get downloads(): readonly Download[] {
    return this.#stage.world.downloads;
  }

  /** A file that a member or the bot attached, with its bytes. */
  fileOf({ id }: WireAttachment): StoredFile {
    const file = this.#stage.world.files.get(id);
    if (file === undefined) throw new Error(`there is no file ${id}`);
    return file;
  }

  /** The default guild, with the channels `general` and `career-questions`. */
  get home(): Guild {
    return this.#driver.home;
  }

  get bot(): WireUser {
    return this.#stage.world.bot;
  }

  /** Every request that the bot made, the oldest first. */
  get requests(): readonly RestRequest[] {
    return this.#driver.rest.requests;
  }

  get violations(): readonly Violation[] {
    return this.#driver.rest.violations;
  }

  get registeredCommands(): readonly Json[] {
    return this.#stage.commands.list(undefined);
  }

  get identifies(): readonly Identify[] {
    return this.#driver.gateway.identifies;
  }

  /** What goes wrong with the gateway's connections. */
  get gatewayFaults(): GatewayFaults {
    return this.#driver.gateway.faults;
  }

  /** How often a bot resumed its session. */
  get resumes(): number {
    return this.#driver.gateway.resumes;
  }

  /** Sessions that a bot could resume; one that says goodbye ends its own. */
  get sessions(): number {
    return this.#driver.gateway.sessions.length;
  }

  /** Resolves when a bot is logged in on every shard. */
  async ready(): Promise<void> {
    const { shards } = this.#stage;
    await this.until(() => this.#driver.gateway.connected.length >= shards, "no bot logged in");
  }

  async commandsRegistered(): Promise<void> {
    await this.until(() => this.registeredCommands.length > 0, "no commands were registered");
  }

  /** Resolves when `isSo` holds, be it about this Discord or about something of the bot's. */
  async until(isSo: () => boolean, failure: string): Promise<void> {
    const { changes } = this.#stage.world;
    // What happens on the bot's side does not announce itself here.
    const ticking = setInterval(() => changes.notify(), 5);
    try {
      await changes.until(() => isSo() || undefined, {
        patience: this.#driver.patience,
        failure: () => failure,
      });
    } finally {
      clearInterval(ticking);
    }
  }

  /** Adds a guild; a bot that is logged in hears of it. */
  guild(spec: GuildSpec): Guild {
    const { world } = this.#stage;
    const guild = addGuild(world, spec);
    for (const [name, { id }] of this.#members) this.#grant(guild, { name, userId: id });
    if (guild.hasBot)
      world.publish({ name: "GUILD_CREATE", data: wireGuild(world, guild), guildId: guild.id });
    return guild;
  }

  /** Takes a guild away as an outage does: the bot is still in it. `restoreBot` ends the outage. */
  breakDown(guild: Guild): void {
    guild.isDown = true;
    const data = { id: guild.id, unavailable: true };
    this.#stage.world.publish({ name: "GUILD_DELETE", data, guildId: guild.id });
  }

  /** Removes the bot from a guild, as a moderator can at any time. */
  removeBot(guild: Guild): void {
    guild.hasBot = false;
    this.#stage.world.publish({ name: "GUILD_DELETE", data: { id: guild.id }, guildId: guild.id });
  }

  /** Makes a server available again that was away; the bot had been added to it before. */
  restoreBot(guild: Guild): void {
    guild.hasBot = true;
    guild.isDown = false;
    const { world } = this.#stage;
    world.publish({ name: "GUILD_CREATE", data: wireGuild(world, guild), guildId: guild.id });
  }

  /** What everybody sees in a channel, the oldest first. */
  messagesIn({ id }: Channel): readonly Reply[] {
    const shown = this.#stage.world.messagesIn(id).filter(({ visibleTo }) => visibleTo === undefined);
    return shown.map((message) => seeMessage(message));
  }

  channel(name: string, guild: Guild = this.home): Channel {
    return channelNamed(this.#stage.world, guild, name);
  }

  /** The thread that was started from a message; `undefined` when there is none. */
  threadOf({ messageId }: Said | Reply): Channel | undefined {
    return this.#stage.world.channels.get(messageId);
  }

  /** The channel, thread or post that a message is in. */
  channelOf({ channelId }: Said): Channel {
    return channelById(this.#stage.world, channelId);
  }

  addChannel(spec: ChannelSpec, guild: Guild = this.home): Channel {
    const { world } = this.#stage;
    const channel = addChannel(world, guild, spec);
    const data = wireChannel(world, channel);
    world.publish({ name: "CHANNEL_CREATE", data, guildId: guild.id, channelId: channel.id });
    return channel;
  }

  /** Deletes a channel with all that is in it, as a moderator can at any time. */
  deleteChannel(channel: Channel): void {
    const { world } = this.#stage;
    const data = wireChannel(world, channel);
    world.publish({ name: "CHANNEL_DELETE", data, guildId: channel.guildId, channelId: channel.id });
    world.channels.delete(channel.id);
  }

  /** Deletes a thread with all that is in it, as a moderator can at any time. */
  deleteThread({ id, type, guildId, parentId }: Channel): void {
    const { world } = this.#stage;
    const data = { id, type, guild_id: guildId, parent_id: parentId };
    world.publish({ name: "THREAD_DELETE", data, guildId, channelId: parentId });
    world.channels.delete(id);
  }

  /** Adds a role that nobody has yet. */
  addRole(spec: RoleSpec, guild: Guild = this.home): Role {
    const role = addRole(this.#stage.world, guild, spec);
    this.#publishRole("GUILD_ROLE_CREATE", { role, guild });
    return role;
  }

  /** Changes what a role allows; `@everyone` and the bot's own role, `rolecall`, have a name too. */
  changeRole(name: string, permissions: readonly PermissionName[], guild: Guild = this.home): void {
    const role = guild.roles.find((each) => each.name === name);
    if (role === undefined) throw new Error(`${guild.name} has no role ${name}`);
    role.permissions = bitsOf(permissions);
    this.#publishRole("GUILD_ROLE_UPDATE", { role, guild });
  }

  deleteRole({ id }: Role, guild: Guild = this.home): void {
    guild.roles.splice(0, guild.roles.length, ...guild.roles.filter((role) => role.id !== id));
    const data = { guild_id: guild.id, role_id: id };
    this.#stage.world.publish({ name: "GUILD_ROLE_DELETE", data, guildId: guild.id });
  }

  /** Lets the bot ping a role from now on; no other one may be in its `allowed_mentions`. */
  allowPing({ id }: Role): void {
    this.#stage.world.pingableRoles.add(id);
  }

  /** The member of this name, in every guild; the same one each time. */
  member(name: string, { permissions = [], isBot = false, locale = "en-US" }: MemberSpec = {}): Member {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const { world } = this.#stage;
    const member = new Member(this.#driver, world.addUser({ name, isBot }));
    this.#members.set(name, member);
    world.localesByUser.set(member.id, locale);
    this.#permissions.set(name, permissions);
    for (const guild of world.guilds.values()) this.#grant(guild, { name, userId: member.id });
    return member;
  }

  /** Takes permissions from the bot in a channel. */
  deny(channel: Channel, ...names: readonly PermissionName[]): void {
    this.#overwrite(channel, { allow: "0", deny: String(bitsOf(names)) });
  }

  /** Gives the bot permissions in a channel, whatever its roles or an earlier `deny` say. */
  allow(channel: Channel, ...names: readonly PermissionName[]): void {
    this.#overwrite(channel, { allow: String(bitsOf(names)), deny: "0" });
  }

  /** Waits for the bot's answer to a message. */
  async replyTo(said: Said): Promise<Reply> {
    const { patience, rest } = this.#driver;
    const failure = () =>
      `the bot did not answer "${said.text}"\n${describeViolations(rest.violations)}`.trimEnd();
    return this.#stage.world.changes.until(() => this.answersTo(said)[0], { patience, failure });
  }

  /** All that the bot answered to a message so far. */
  answersTo(said: Said): readonly Reply[] {
    return answersTo(this.#driver, said);
  }

  /** Resolves when the bot got the message and had time to answer but did nothing; rejects with what it did. */
  async silence(said: Said): Promise<void> {
    await awaitSilence(this.#driver, said, this.#options.quiet ?? DEFAULT_QUIET);
  }

  /** The message as it stands now. */
  see(reply: Reply): Reply {
    return seeMessage(messageById(this.#stage.world, reply.messageId), reply.interaction);
  }

  /** Waits for an edit after the reply was seen. */
  async edited(reply: Reply): Promise<Reply> {
    await this.until(
      () => this.see(reply).edits.length > reply.edits.length,
      "the bot did not edit the message",
    );
    return this.see(reply);
  }

  /** Waits for a follow-up to an interaction: the first, or the one at this place. */
  async followUp({ interaction }: Reply, index = 0): Promise<Reply> {
    const { patience } = this.#driver;
    const message = await this.#stage.world.changes.until(() => interaction?.followUps[index], {
      patience,
      failure: () => "the bot did not follow up",
    });
    return seeMessage(message, interaction);
  }

  /** A message by a webhook: it has an author who is no member. */
  async webhookSays(text: string, channel: Channel = this.channel("general")): Promise<Said> {
    const { world } = this.#stage;
    const author = world.addUser({ name: "Announcements", isBot: true });
    return speak(this.#driver, { channel, author, content: text, webhookId: author.id }, undefined);
  }

  /** The loopback's time, in milliseconds since 1970. */
  now(): number {
    return this.#stage.world.clock.now();
  }

  /** Moves the loopback's clock, which the 3-second rule, token lifetimes and nonces go by. */
  passTime(milliseconds: number): void {
    this.#stage.world.clock.pass(milliseconds);
  }

  /** Makes the next requests that match go wrong. */
  fail(fault: Fault): void {
    this.#driver.rest.faults.add(fault);
  }

  clearFaults(): void {
    this.#driver.rest.faults.clear();
  }

  /** Sends an event exactly as given: hostile, unknown, incomplete. */
  dispatch(name: string, data: Json): void {
    this.#driver.gateway.dispatch(name, data);
  }

  /** Sends the last event of this name once more. */
  repeat(name: string): void {
    for (const session of this.#driver.gateway.sessions) session.repeat(name);
  }

  /** What the last event of this name held, as the bot got it. */
  lastEvent(name: string): Json {
    const [session] = this.#driver.gateway.sessions;
    if (session === undefined) throw new Error("no bot is logged in: wait for ready() first");
    return session.last(name);
  }

  /** Sends a gateway frame exactly as given, such as `{ op: 7, d: null }` to ask for a reconnect. */
  sendFrame(frame: unknown): void {
    for (const session of this.#driver.gateway.connected) session.send(frame);
  }

  /** Cuts the connections without a close frame; the sessions can be resumed. */
  dropConnection(): void {
    for (const session of this.#driver.gateway.connected) session.drop();
  }

  /** Reads nothing more from the bots, as a network does that loses everything. */
  freezeConnection(): void {
    for (const session of this.#driver.gateway.connected) session.freeze();
  }

  closeConnection(code: number): void {
    for (const session of this.#driver.gateway.connected) session.close(code);
  }

  /** Tells the bots that their sessions are invalid and cannot be resumed. */
  invalidateSessions(): void {
    this.#driver.gateway.invalidateSessions();
  }

  /** Takes no request any more that carries the bot's token, as after it was reset in the portal. */
  revokeToken(): void {
    this.#driver.rest.revokeToken();
  }

  /** Forgets the sessions silently: the next resume is refused. */
  forgetSessions(): void {
    this.#driver.gateway.forgetSessions();
  }

  /** Resolves when the bot has received everything sent so far. */
  async delivered(): Promise<void> {
    await this.#driver.gateway.barrier(this.#driver.patience);
  }

  /** Resolves when the bot has received everything sent so far, and does nothing more. */
  async calm(): Promise<void> {
    await awaitCalm(this.#driver, this.#options.quiet ?? DEFAULT_QUIET);
  }

  /** The violations so far, which then count as dealt with. */
  takeViolations(): readonly Violation[] {
    return this.#driver.rest.violations.splice(0);
  }

  expectNoViolations(): void {
    const violations = this.takeViolations();
    if (violations.length > 0) throw new Error(`the bot broke rules:\n${describeViolations(violations)}`);
  }

  /** Ends everything, then fails if the bot broke a rule that no test took note of. */
  async close(): Promise<void> {
    const { gateway, rest } = this.#driver;
    await gateway.close();
    const closed = new Promise((resolve) => {
      rest.server.close(resolve);
    });
    rest.server.closeAllConnections();
    await closed;
    this.expectNoViolations();
  }

  /** A channel has one overwrite for the bot: what is new in it goes before what was there. */
  #overwrite(channel: Channel, { allow, deny }: Pick<Overwrite, "allow" | "deny">): void {
    const { world } = this.#stage;
    const { id } = world.bot;
    const former = channel.overwrites.find((each) => each.id === id) ?? { allow: "0", deny: "0" };
    const overwrite: Overwrite = {
      id,
      type: 1,
      allow: String((BigInt(former.allow) & ~BigInt(deny)) | BigInt(allow)),
      deny: String((BigInt(former.deny) & ~BigInt(allow)) | BigInt(deny)),
    };
    channel.overwrites = [...channel.overwrites.filter((each) => each.id !== id), overwrite];
    world.publish({ name: "CHANNEL_UPDATE", data: wireChannel(world, channel), guildId: channel.guildId });
  }

  #publishRole(name: string, { role, guild }: { readonly role: Role; readonly guild: Guild }): void {
    const data = { guild_id: guild.id, role: wireRole(role) };
    this.#stage.world.publish({ name, data, guildId: guild.id });
  }

  #grant(guild: Guild, { name, userId }: { readonly name: string; readonly userId: string }): void {
    const permissions = this.#permissions.get(name) ?? [];
    if (permissions.length === 0) return;
    const role = grant(this.#stage.world, { guild, userId, name, permissions });
    this.#publishRole("GUILD_ROLE_CREATE", { role, guild });
  }
}

export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const world = new World({ name: "Rolecall", flags: applicationFlags(options) });
  const rest = new RestServer(TOKEN);
  await new Promise<void>((resolve) => {
    rest.server.listen(0, "127.0.0.1", resolve);
  });
  const { maxConcurrency, heartbeatInterval = 41_250 } = options;
  const gateway = new Gateway(rest.server, world, { token: TOKEN, heartbeatInterval, maxConcurrency });
  const stage: Backstage = {
    world,
    interactions: new Interactions(world, options.callbackLimit),
    commands: new CommandRegistry(world),
    filesUrl: originOf(rest),
    gatewayUrl: () => gateway.url,
    shards: options.shards ?? 1,
    maxConcurrency: maxConcurrency ?? 16,
  };
  rest.open(stage);
  const home = addGuild(world, { name: "Home", channels: ["general", "career-questions"] });
  return new LoopbackDiscord({ stage, gateway, rest, home, patience: options.patience ?? 3_000 }, options);
}

function originOf({ server }: RestServer): string {
  return `http://127.0.0.1:${portOf(server)}`;
}

function applicationFlags({ messageContent = false, guildMembers = false }: LoopbackOptions): number {
  const content = messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0;
  return content | (guildMembers ? ApplicationFlags.GatewayGuildMembersLimited : 0);
}
