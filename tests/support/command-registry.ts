import { ApplicationCommandUpdateRequestSchema } from "discord-api-spec/zod";
import { commandListProblems, commandType } from "./command-rules.ts";
import { asJson, asText, type Json } from "./json.ts";
import { invalidBody } from "./rest-error.ts";
import { schemaProblems } from "./schema-check.ts";
import type { World } from "./world.ts";

/** The commands of the application: global ones, and those of single guilds. */
export class CommandRegistry {
  readonly #world: World;
  readonly #byScope = new Map<string, readonly Json[]>();

  constructor(world: World) {
    this.#world = world;
  }

  /** `undefined` is the global scope. */
  list(guildId: string | undefined): readonly Json[] {
    return this.#byScope.get(guildId ?? "") ?? [];
  }

  /** Replaces all commands of a scope, or throws what Discord would answer. */
  overwrite(guildId: string | undefined, commands: readonly unknown[]): readonly Json[] {
    const schema = ApplicationCommandUpdateRequestSchema;
    const problems = commands.flatMap((command, index) =>
      schemaProblems(schema, command).map(({ path, message }) => ({
        path: [String(index), ...path],
        message,
      })),
    );
    const found = [...problems, ...commandListProblems(commands.map(asJson))];
    if (found.length > 0) throw invalidBody(found);
    const registered = commands.map((command) => this.#complete(asJson(command), guildId));
    this.#byScope.set(guildId ?? "", registered);
    this.#world.changes.notify();
    return registered;
  }

  find(
    name: string,
    { type, guildId }: { readonly type: number; readonly guildId: string | undefined },
  ): Json | undefined {
    const inScope =
      guildId === undefined ? this.list(undefined) : [...this.list(guildId), ...this.list(undefined)];
    return inScope.find((command) => command["name"] === name && commandType(command) === type);
  }

  /** A command keeps its id as long as its name and type stay. */
  #complete(command: Json, guildId: string | undefined): Json {
    const type = commandType(command);
    const former = this.list(guildId).find(
      (each) => each["name"] === command["name"] && each["type"] === type,
    );
    return {
      description: "",
      options: [],
      default_member_permissions: null,
      nsfw: false,
      contexts: null,
      integration_types: [0],
      ...command,
      type,
      id: asText(former?.["id"]) || this.#world.clock.snowflake(),
      version: this.#world.clock.snowflake(),
      application_id: this.#world.application.id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    };
  }
}
