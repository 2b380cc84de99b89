import { ImportError } from "../import-error.ts";
import type { Education, JobZone, Rated } from "./occupation.ts";
import { dateOf, type Cells, type Tables } from "./tables.ts";

/** As many skills as an answer lists. */
const MOST = 8;

/** The skills that matter most, as far as the release has rated them. */
export function readSkills(code: string, tables: Tables): Rated | undefined {
  const rated = tables("Skills", code)
    .filter((row) => row.text("Scale ID") === "IM" && row.text("Recommend Suppress") !== "Y")
    .toSorted((one, other) => other.number("Data Value") - one.number("Data Value"));
  const [first] = rated;
  if (!first) return undefined;
  const rows = rated
    .slice(0, MOST)
    .map((row) => [row.text("Element Name"), row.number("Data Value")] as const);
  return { rows, date: dateOf(first) };
}

/** The education that the work requires, as far as people were asked. Throws ImportError. */
export function readEducation(code: string, tables: Tables): Education | undefined {
  const answers = tables("Education, Training, and Experience", code).filter(
    (row) => row.text("Scale ID") === "RL" && row.text("Recommend Suppress") !== "Y",
  );
  const [first] = answers;
  if (!first) return undefined;
  const given = answers
    .filter((row) => row.number("Data Value") > 0)
    .toSorted((one, other) => other.number("Data Value") - one.number("Data Value"));
  return {
    rows: given.map((row) => [levelOf(row, tables), row.number("Data Value")]),
    people: first.number("N"),
    source:
      first.text("Domain Source") === "Incumbent" ? "people who do the work" : "experts on the occupation",
    date: dateOf(first),
  };
}

// "Post-Baccalaureate Certificate - awarded for completion of …"
function levelOf(answer: Cells, tables: Tables): string {
  const isOf = (row: Cells): boolean =>
    row.text("Scale ID") === "RL" && row.text("Category") === answer.text("Category");
  const level = tables("Education, Training, and Experience Categories").find(isOf);
  if (level) return level.text("Category Description").replace(/ - .*/, "");
  throw new ImportError(
    `Education, Training, and Experience Categories: there is no category ${answer.text("Category")} of RL; take the table of the same release`,
  );
}

/** The zone of preparation. Throws ImportError where the release has none. */
export function readZone(code: string, tables: Tables): JobZone {
  const [rated] = tables("Job Zones", code);
  const zone = tables("Job Zone Reference").find((row) => row.text("Job Zone") === rated?.text("Job Zone"));
  if (!rated || !zone) {
    throw new ImportError(`Job Zones: ${code} has no zone of Job Zone Reference; take both of one release`);
  }
  return {
    name: zone.text("Name"),
    education: zone.text("Education"),
    training: zone.text("Job Training"),
    date: dateOf(rated),
    preliminary: /preliminary/i.test(rated.text("Domain Source")),
  };
}
