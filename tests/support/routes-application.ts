import { asJson, asList, type Json } from "./json.ts";
import { withoutLocalizations } from "./localizations.ts";
import { invalidBody, refusal } from "./rest-error.ts";
import { bodyOf } from "./rest-request.ts";
import { ok, type Backstage, type Route, type RouteCall } from "./route.ts";

const READ_APPLICATION = ({ stage }: RouteCall) => ok(wireApplication(stage));

export const APPLICATION_ROUTES: readonly Route[] = [
  { method: "GET", path: "/gateway/bot", handle: ({ stage }) => ok(gatewayInformation(stage)) },
  { method: "GET", path: "/applications/@me", handle: READ_APPLICATION },
  { method: "PATCH", path: "/applications/@me", handle: editApplication },
  { method: "GET", path: "/oauth2/applications/@me", handle: READ_APPLICATION },
  { method: "GET", path: "/applications/:application/emojis", handle: () => ok({ items: [] }) },
  { method: "GET", path: "/applications/:application/commands", handle: listCommands },
  { method: "PUT", path: "/applications/:application/commands", handle: overwriteCommands },
  { method: "GET", path: "/applications/:application/guilds/:guild/commands", handle: listGuildCommands },
  {
    method: "PUT",
    path: "/applications/:application/guilds/:guild/commands",
    handle: overwriteGuildCommands,
  },
];

function gatewayInformation({ gatewayUrl, shards, maxConcurrency }: Backstage): Json {
  return {
    url: gatewayUrl(),
    shards,
    session_start_limit: {
      total: 1_000,
      remaining: 1_000,
      reset_after: 14_400_000,
      max_concurrency: maxConcurrency,
    },
  };
}

function wireApplication({ world: { application, bot, guilds } }: Backstage): Json {
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    team: null,
    owner: bot,
    flags: application.flags,
    approximate_guild_count: guilds.size,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {}, 1: {} },
    ...application.details,
  };
}

function editApplication({ request, stage }: RouteCall) {
  const { flags: _, ...details } = bodyOf(request);
  const { application } = stage.world;
  application.details = { ...application.details, ...details };
  return ok(wireApplication(stage));
}

function listCommands(call: RouteCall) {
  demandOwnApplication(call);
  return ok(asAskedFor(call, call.stage.commands.list(undefined)));
}

function overwriteCommands(call: RouteCall) {
  demandOwnApplication(call);
  return ok(call.stage.commands.overwrite(undefined, commandList(call)));
}

function listGuildCommands(call: RouteCall) {
  return ok(asAskedFor(call, call.stage.commands.list(guildParam(call))));
}

/** https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands */
function asAskedFor({ request }: RouteCall, commands: readonly Json[]): readonly Json[] {
  return request.query.get("with_localizations") === "true" ? commands : commands.map(withoutLocalizations);
}

function overwriteGuildCommands(call: RouteCall) {
  return ok(call.stage.commands.overwrite(guildParam(call), commandList(call)));
}

function commandList({ request }: RouteCall): readonly Json[] {
  if (!Array.isArray(request.body)) throw invalidBody([{ path: [], message: "must be a list of commands" }]);
  return asList(request.body).map(asJson);
}

function demandOwnApplication({ param, stage }: RouteCall): void {
  if (param("application") !== stage.world.application.id) throw refusal("unknownApplication");
}

function guildParam(call: RouteCall): string {
  demandOwnApplication(call);
  const guild = call.stage.world.guilds.get(call.param("guild"));
  if (guild === undefined || !guild.hasBot) throw refusal("missingAccess");
  return guild.id;
}
