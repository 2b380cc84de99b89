import { ImportError } from "../import-error.ts";
import type { OnetClass } from "./classes.ts";
import type { OnetOccupation, Tasks } from "./occupation.ts";
import { readEducation, readSkills, readZone } from "./read-ratings.ts";
import { dateOf, type Cells, type Tables } from "./tables.ts";

/** As many tasks as an answer lists. */
const MOST = 8;

/** Reads one occupation. Throws ImportError where the release lacks it, a task that is to be listed, or its job zone. */
export function readOccupation(wanted: OnetClass, tables: Tables): OnetOccupation {
  const { code } = wanted;
  const [data] = tables("Occupation Data", code);
  if (!data) {
    throw new ImportError(
      `Occupation Data: there is no occupation ${code}; if the release gave it another code, change it in src/import/onet/classes.ts`,
    );
  }
  return {
    title: data.text("Title"),
    description: /^.*?\.(?=\s|$)/.exec(data.text("Description"))?.[0] ?? data.text("Description"),
    tasks: readTasks(wanted, tables),
    technologies: tables("Technology Skills", code)
      .filter((row) => row.text("In Demand") === "Y")
      .map((row) => row.text("Example")),
    skills: readSkills(code, tables),
    education: readEducation(code, tables),
    zone: readZone(code, tables),
    related: readRelated(code, tables),
    titles: tables("Alternate Titles", code).flatMap((row) => [
      row.text("Alternate Title"),
      row.text("Short Title"),
    ]),
  };
}

function readTasks({ code, tasks: chosen }: OnetClass, tables: Tables): Tasks | undefined {
  const all = tables("Task Statements", code);
  const core = all.filter((row) => row.text("Task Type") === "Core");
  const picked = chosen?.map((id) => taskOf(id, code, all)) ?? core.slice(0, MOST);
  const [first] = picked;
  if (!first) return undefined;
  return {
    statements: picked.map((row) => row.text("Task")),
    of: chosen ? all.length : core.length,
    core: !chosen,
    date: dateOf(first),
  };
}

function taskOf(id: string, code: string, all: readonly Cells[]): Cells {
  const task = all.find((row) => row.text("Task ID") === id);
  if (task) return task;
  throw new ImportError(
    `Task Statements: ${code} has no task ${id}; choose another in src/import/onet/classes.ts`,
  );
}

// Releases as text hold only the codes.
function readRelated(code: string, tables: Tables): readonly string[] {
  const titleOf = (row: Cells): string =>
    row.text("Related Title") ||
    (tables("Occupation Data", row.text("Related O*NET-SOC Code"))[0]?.text("Title") ?? "");
  return tables("Related Occupations", code)
    .filter((row) => row.text("Relatedness Tier") === "Primary-Short")
    .toSorted((one, other) => one.number("Index") - other.number("Index"))
    .map(titleOf)
    .filter((title) => title !== "");
}
