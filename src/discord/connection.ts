import { Events, GatewayCloseCodes, RESTEvents, type Client } from "discord.js";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { DiscordRefusal, REFUSED_TOKEN } from "./discord-refusal.ts";

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#http: answers from here on are errors. */
const ERROR = 400;

/** Logs and counts how the connection fares, without ids of members and without message text. */
export function logConnection(client: Client, log: Log, metrics: Metrics): void {
  client.on(Events.ClientReady, ({ guilds }) => log.info({ guilds: guilds.cache.size }, "ready"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "reconnecting"));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "resumed"));
  client.on(Events.ShardReconnecting, () => metrics.reconnected());
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, "the connection failed"));
  client.on(Events.Error, (err) => log.error({ err }, "the client failed"));
  client.on(Events.Warn, (warning) => log.warn({ warning }, "the client warns"));
  client.rest.on(RESTEvents.RateLimited, ({ method, route, global, retryAfter }) => {
    metrics.limited(global);
    log.warn({ method, route, global, retryAfter }, "Discord asks to wait");
  });
  client.rest.on(RESTEvents.Response, (_, { status }) => {
    if (status >= ERROR) metrics.restFailed(status);
  });
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log.warn({ count }, "Discord refuses many requests"),
  );
}

/** Calls back when Discord ends the connection for good; only the operator can mend the cause. */
export function onDisconnect(client: Client, end: (error: DiscordRefusal) => void): void {
  client.on(Events.ShardDisconnect, ({ code }) => end(new DiscordRefusal(causeOf(code))));
  client.on(Events.Invalidated, () => end(new DiscordRefusal(REFUSED_TOKEN)));
}

const REFUSED_INTENT =
  "Discord refuses the Message Content intent since its switch was turned off: start Rolecall again, and it does without, or turn the switch on at https://discord.com/developers/applications.";

const CAUSES = new Map<number, string>([
  [GatewayCloseCodes.AuthenticationFailed, REFUSED_TOKEN],
  [GatewayCloseCodes.DisallowedIntents, REFUSED_INTENT],
]);

function causeOf(code: number): string {
  const unknown = `Discord ended the connection for good with code ${code}; https://docs.discord.com/developers/topics/opcodes-and-status-codes says why.`;
  return CAUSES.get(code) ?? unknown;
}
