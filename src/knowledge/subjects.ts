import type { Entity, EntityKind, Glossary } from "./glossary.ts";
import { buildNameFinder } from "./names.ts";
import type { Subjects } from "./reading.ts";
import { foldText } from "./words.ts";

/** The subjects of an article that leaves them to its headings. */
export const NO_SUBJECTS: Subjects = {
  ofArticle: undefined,
  inHeading: () => undefined,
  isNamed: () => true,
};

/** Snippets say by themselves which roles they are about, and a place is where something is rather than the subject. */
const NO_SUBJECT: ReadonlySet<EntityKind> = new Set(["role", "place", "degree"]);

/** What an article is about: the one thing that its title names, else the one certification that it introduces. */
export function findSubjects(title: string, glossary: Glossary, introduced: readonly Entity[]): Subjects {
  const names = buildNameFinder(glossary);
  const thingsIn = (text: string): readonly Entity[] => [
    ...new Set(
      names
        .find(text)
        .map(({ entity }) => entity)
        .filter(({ kind }) => !NO_SUBJECT.has(kind)),
    ),
  ];
  const certifications = introduced.filter(({ kind }) => kind === "certification");
  const inTitle = thingsIn(title);
  return {
    ofArticle: onlyName(inTitle.length > 0 ? inTitle : certifications),
    inHeading: (heading) => onlyName(thingsIn(heading)),
    isNamed: (thing, text) =>
      ` ${foldText(text)} `.includes(` ${foldText(thing)} `) ||
      thingsIn(text).some(({ name }) => name === thing),
  };
}

const onlyName = ([first, ...others]: readonly Entity[]): string | undefined =>
  others.length === 0 ? first?.name : undefined;
