import { writeTable, type WrittenSnippet } from "../snippet.ts";
import type { Named } from "../occupations.ts";
import type { Education, JobZone, OnetOccupation, Rated, Tasks } from "./occupation.ts";
import {
  askDescription,
  askEducation,
  askRelated,
  askSkills,
  askTasks,
  askTechnologies,
  askZone,
} from "./onet-questions.ts";

type Snippet = Omit<WrittenSnippet, "about">;

/** The heading of reviewed snippets on job titles, which stand in the database alone: the page prints a few under another. */
export const TITLES = "Alternate Titles";

/** What a document says under each heading; headings but that of the titles as the page of its address has them. */
export const answersOf = (
  named: Named,
  occupation: OnetOccupation,
): readonly (readonly [heading: string, snippet: Snippet | undefined])[] => [
  [occupation.title, writeDescription(named, occupation.description)],
  [TITLES, undefined],
  ["Tasks", occupation.tasks && writeTasks(named, occupation.tasks)],
  ["Technology Skills", writeTechnologies(named, occupation.technologies)],
  ["Skills", occupation.skills && writeSkills(named, occupation.skills)],
  ["Education", occupation.education && writeEducation(named, occupation.education)],
  ["Job Zone", writeZone(named, occupation.zone)],
  ["Related Occupations", writeRelated(named, occupation.related)],
];

const writeDescription = (named: Named, description: string): Snippet => ({
  ...askDescription(named),
  topics: ["definition"],
  answer: `O*NET, the occupation database of the US Department of Labor, describes ${named.plural} so: "${description}"`,
});

const writeTasks = (named: Named, { statements, of, core, date }: Tasks): Snippet => ({
  ...askTasks(named),
  topics: ["responsibilities"],
  answer: [
    `Among the ${of} ${core ? "core " : ""}tasks of ${named.plural} (O*NET, ${date}):`,
    statements.map((task) => `- "${task.replace(/\.$/, "")}"`).join("\n"),
  ].join("\n\n"),
});

const writeTechnologies = (named: Named, technologies: readonly string[]): Snippet | undefined =>
  technologies.length === 0
    ? undefined
    : {
        ...askTechnologies(named),
        topics: ["tools", "skills"],
        answer: `O*NET marks these technologies as in demand for ${named.plural}: ${technologies.join(", ")}.`,
      };

const writeSkills = (named: Named, { rows, date }: Rated): Snippet => ({
  ...askSkills(named),
  topics: ["skills"],
  answer: [
    `The skills that O*NET rates as most important for ${named.plural} (${date}):`,
    writeTable(
      ["Skill", "Importance, 1 to 5"],
      rows.map(([name, importance]) => [name, importance.toFixed(2)]),
    ),
  ].join("\n\n"),
});

const writeEducation = (named: Named, { rows, people, source, date }: Education): Snippet => ({
  ...askEducation(named),
  topics: ["education"],
  answer: [
    `${people} ${source} told O*NET what education ${named.plural} need (${date}; shares rounded):`,
    writeTable(
      ["Required education", "Share"],
      rows.map(([level, percent]) => [level, `${Math.round(percent)} %`]),
    ),
  ].join("\n\n"),
});

const writeZone = (named: Named, zone: JobZone): Snippet => ({
  ...askZone(named),
  topics: ["background", "education"],
  answer: `O*NET puts ${named.plural} in "${zone.name}" (${zone.date}${zone.preliminary ? ", a preliminary rating" : ""}). It says of this zone: "${zone.education}" And: "${zone.training}"`,
});

const writeRelated = (named: Named, related: readonly string[]): Snippet | undefined =>
  related.length === 0
    ? undefined
    : {
        ...askRelated(named),
        topics: ["comparison"],
        answer: `O*NET finds these occupations most like ${named.plural}: ${related.join("; ")}. Being alike does not make one the next step from another.`,
      };
