import { Events, GatewayCloseCodes, RESTEvents, type Client } from "discord.js";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { DiscordRefusal, REFUSED_TOKEN } from "./discord-refusal.ts";

/** Logs and counts how the connection fares, without ids of members and without message text. */
export function logConnection(client: Client, log: Log, metrics: Metrics): void {
  client.on(Events.ClientReady, ({ guilds }) => log.info({ guilds: guilds.cache.size }, "ready"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "reconnecting"));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "resumed"));
  client.on(Events.ShardReconnecting, () => metrics.reconnected());
  const known = new Set<number>();
  client.on(Events.ShardReady, (shard) => {
    if (known.has(shard)) metrics.sessionLost();
    known.add(shard);
  });
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, "the connection failed"));
  client.on(Events.Error, (err) => log.error({ err }, "the client failed"));
  client.on(Events.Warn, (warning) => log.warn({ warning }, "the client warns"));
  client.rest.on(RESTEvents.RateLimited, ({ method, route, global, retryAfter }) =>
    log.info({ method, route, global, retryAfter }, "a request waits, so that Discord need not refuse it"),
  );
}

/** Calls back when Discord ends the connection for good; only the operator can mend the cause. */
export function onDisconnect(client: Client, end: (error: DiscordRefusal) => void): void {
  client.on(Events.ShardDisconnect, ({ code }) => end(new DiscordRefusal(causeOf(code))));
}

const REFUSED_INTENT =
  "Discord refuses the Message Content intent since its switch was turned off: start Rolecall again, and it does without, or turn the switch on at https://discord.com/developers/applications.";

const NO_SUCH_SHARD =
  "Discord knows no such shard: give SHARDS and SHARD_COUNT the same values in every process of this bot, with shards numbered from 0, or leave both out.";
const MORE_SHARDS =
  "Discord demands more shards, for the bot is in too many servers for so few: leave SHARDS and SHARD_COUNT out, and Rolecall takes as many as Discord recommends at each start, or give all processes a higher SHARD_COUNT.";
const TOO_OLD =
  "Discord no longer serves the version of its API that this version of Rolecall speaks: start a newer one.";
const NO_SUCH_INTENT =
  "Discord no longer knows one of the intents that this version of Rolecall asks for: start a newer one.";

const CAUSES = new Map<number, string>([
  [GatewayCloseCodes.AuthenticationFailed, REFUSED_TOKEN],
  [GatewayCloseCodes.InvalidShard, NO_SUCH_SHARD],
  [GatewayCloseCodes.ShardingRequired, MORE_SHARDS],
  [GatewayCloseCodes.InvalidAPIVersion, TOO_OLD],
  [GatewayCloseCodes.InvalidIntents, NO_SUCH_INTENT],
  [GatewayCloseCodes.DisallowedIntents, REFUSED_INTENT],
]);

function causeOf(code: number): string {
  const unknown = `Discord ended the connection for good with code ${code}; https://docs.discord.com/developers/topics/opcodes-and-status-codes says why.`;
  return CAUSES.get(code) ?? unknown;
}
