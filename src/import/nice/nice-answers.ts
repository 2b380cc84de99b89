import { ImportError } from "../import-error.ts";
import { writeSnippet, type WrittenSection, type WrittenSnippet } from "../snippet.ts";
import { askRole, askSkills, askTasks } from "./nice-questions.ts";
import type { WorkRole } from "./read-work-roles.ts";
import type { NiceRole } from "./roles.ts";

/** What a section is written from. */
export interface NiceSource {
  readonly role: NiceRole;
  /** The same in the release. */
  readonly found: WorkRole;
}

/** The section of a work role. Throws ImportError for tasks and skills that the release lacks. */
export function writeRole(source: NiceSource): WrittenSection {
  const { role, found } = source;
  const snippets: readonly Omit<WrittenSnippet, "about">[] = [
    { ...askRole(role), topics: ["definition"], answer: sayRole(source) },
    { ...askTasks(role), topics: ["responsibilities"], answer: listOf("tasks", source) },
    { ...askSkills(role), topics: ["skills"], answer: listOf("skills", source) },
  ];
  return {
    heading: [role.id, ...found.titles.slice(0, 1)].join(" "),
    snippets: snippets
      .filter(({ answer }) => answer !== "")
      .map((snippet) => writeSnippet({ ...snippet, about: role.roles })),
  };
}

function sayRole({ role: { id, plural }, found }: NiceSource): string {
  const [first = found.description] = found.description.match(/^.*?\.(?=\s|$)/) ?? [];
  const named = found.titles.map((title) => `"${title}"`).join(" and ");
  const described = `The US government's NICE Framework describes ${id}, the work role nearest to ${plural}, so: "${first}"`;
  return named === ""
    ? described
    : `${described} The US Office of Personnel Management calls its people ${named}.`;
}

/** The chosen tasks or skills as a quoted list under how many there are in all; nothing where none are chosen. */
function listOf(kind: "tasks" | "skills", { role, found }: NiceSource): string {
  if (role[kind].length === 0) return "";
  const lines = role[kind].map((id) => {
    const text = found[kind].get(id);
    if (text !== undefined) return `- "${text.replace(/^Skill in /, "")}"`;
    throw new ImportError(`${role.id} has no ${id} any more; choose another in src/import/nice/roles.ts`);
  });
  return `Among the ${found[kind].size} ${kind} of ${role.id}, the NICE work role nearest to ${role.plural}:\n\n${lines.join("\n")}`;
}
