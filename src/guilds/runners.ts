import { composeCertificationCard } from "../answering/certification-card.ts";
import { composeComparison } from "../answering/comparison.ts";
import type { Engine } from "../answering/engine.ts";
import { composeHelp, composeSources, composeTopics } from "../answering/overviews.ts";
import { composePath } from "../answering/path-card.ts";
import { readYear } from "../answering/pay-years.ts";
import type { Reply } from "../answering/reply.ts";
import { composeRoleCard, composeRoleTopic } from "../answering/role-card.ts";
import { composeSalary } from "../answering/salary-card.ts";
import type { Entity, Topic } from "../knowledge/glossary.ts";
import { commandIn, COMMANDS } from "./commands.ts";
import type { Directory, TypedName, Values } from "./directory.ts";

/** A command with what was typed into its options. */
interface Call {
  readonly command: string;
  readonly values: Values;
  readonly engine: Engine;
  readonly directory: Directory;
}

/** What runs each command but `/ask`, by its name. */
export const RUNNERS: Readonly<Record<string, (call: Call) => Reply>> = {
  role: (call) =>
    entity(call, "name", (role) =>
      topic(call, (asked) =>
        asked ? composeRoleTopic(role, asked.id, call.engine) : composeRoleCard(role, call.engine),
      ),
    ),
  skills: (call) => entity(call, "role", (role) => composeRoleTopic(role, "skills", call.engine)),
  salary: (call) => runSalary(withYear(call)),
  path: (call) => entity(call, "role", (role) => composePath(role, call.engine)),
  cert: (call) => entity(call, "name", (found) => composeCertificationCard(found, call.engine)),
  compare: (call) =>
    entity(call, "first", (first) =>
      entity(call, "second", (second) =>
        topic(call, (asked) =>
          composeComparison({ first, second, ...(asked && { topic: asked.id }) }, call.engine),
        ),
      ),
    ),
  topics: ({ engine }) => composeTopics(engine),
  sources: ({ engine }) => composeSources(engine),
  help: ({ engine }) =>
    composeHelp(
      engine,
      COMMANDS.flatMap(({ name }) => commandIn(engine.wording, name) ?? []),
    ),
};

function runSalary(call: Call): Reply {
  const { engine, values } = call;
  const year = isGiven(call, "year") ? { year: values["year"] ?? "" } : {};
  return entity(call, "role", (role) =>
    isGiven(call, "place")
      ? entity(call, "place", (subject) => composeSalary({ role, subject, ...year }, engine))
      : composeSalary({ role, ...year }, engine),
  );
}

// No place is called by a year, and whoever types one after the role means the year.
function withYear(call: Call): Call {
  const { place = "", ...values } = call.values;
  if (isGiven(call, "year") || readYear(place) === undefined) return call;
  return { ...call, values: { ...values, year: place } };
}

const isGiven = ({ values }: Call, option: string): boolean => (values[option] ?? "").trim() !== "";

function entity(call: Call, option: string, next: (found: Entity) => Reply): Reply {
  return call.directory.entity(typedName(call, option), next);
}

function topic(call: Call, next: (found: Topic | undefined) => Reply): Reply {
  return isGiven(call, "topic") ? call.directory.topic(typedName(call, "topic"), next) : next(undefined);
}

function typedName({ command, values }: Call, option: string): TypedName {
  return {
    target: { command, option },
    typed: values[option] ?? "",
    again: (value) => ({ command, values: { ...values, [option]: value } }),
  };
}
