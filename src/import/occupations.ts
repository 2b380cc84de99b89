/** A role or an occupation as documents and members name it. */
export interface Named {
  /** As a sentence names its members, and as the Handbook's tables do but for capitals. */
  readonly plural: string;
  /** Names of the glossary's roles that mean it, not only a part of it or something near. */
  readonly roles: readonly string[];
  /** What members call one of them, the commonest first; who has only two has the second twice. */
  readonly names: readonly [string, string, string];
}

/** An occupation of the Standard Occupational Classification that Rolecall's documents report on. */
export interface Occupation extends Named {
  /** Code in https://www.bls.gov/soc/, as `15-1212`. */
  readonly code: string;
  /** Other names by which BLS or its Handbook counts people here; they stand in brackets behind the plural. */
  readonly also?: string;
}

/** The occupations in the order of the documents. */
export const OCCUPATIONS: readonly Occupation[] = [
  {
    code: "15-1212",
    plural: "information security analysts",
    roles: ["Security analyst"],
    names: ["security analyst", "cybersecurity analyst", "infosec analyst"],
  },
  {
    code: "15-1252",
    plural: "software developers",
    roles: ["Software engineer"],
    names: ["software developer", "software engineer", "programmer"],
  },
  {
    code: "15-1253",
    plural: "software quality assurance analysts and testers",
    also: "QA engineers, software testers",
    roles: ["QA engineer", "Software tester"],
    names: ["qa engineer", "software tester", "quality assurance analyst"],
  },
  {
    code: "15-1244",
    plural: "network and computer systems administrators",
    also: "network administrators, system administrators",
    roles: ["System administrator", "Network administrator"],
    names: ["sysadmin", "network administrator", "systems administrator"],
  },
  {
    code: "15-1241",
    plural: "computer network architects",
    also: "network engineers",
    roles: ["Network architect", "Network engineer"],
    names: ["network architect", "network engineer", "network designer"],
  },
  {
    code: "15-1231",
    plural: "computer network support specialists",
    roles: ["Network support specialist"],
    names: ["network support specialist", "network support technician", "network support technician"],
  },
  {
    code: "15-1232",
    plural: "computer user support specialists",
    also: "help desk technicians",
    roles: ["IT support specialist", "Help desk technician"],
    names: ["help desk technician", "it support specialist", "tech support person"],
  },
  {
    code: "15-1211",
    plural: "computer systems analysts",
    roles: ["Systems analyst"],
    names: ["systems analyst", "computer systems analyst", "it analyst"],
  },
  {
    code: "15-1242",
    plural: "database administrators",
    roles: ["Database administrator"],
    names: ["database administrator", "dba", "database admin"],
  },
  {
    code: "15-1243",
    plural: "database architects",
    roles: ["Data architect"],
    names: ["database architect", "data architect", "data modeler"],
  },
  {
    code: "15-1254",
    plural: "web developers",
    roles: ["Web developer"],
    names: ["web developer", "web dev", "web programmer"],
  },
  {
    code: "11-3021",
    plural: "computer and information systems managers",
    also: "IT managers, CIOs, CTOs",
    roles: ["IT manager", "CIO", "CTO"],
    names: ["it manager", "it director", "cio or cto"],
  },
  {
    code: "13-1041",
    plural: "compliance officers",
    roles: ["Compliance analyst"],
    names: ["compliance officer", "compliance analyst", "compliance manager"],
  },
];

/** Classes that are no one's job, to hold the others against: code and how a sentence names it. */
export const YARDSTICKS: readonly (readonly [code: string, name: string])[] = [
  ["15-1299", "computer occupations that have no class of their own"],
  ["15-1200", "all computer occupations"],
  ["00-0000", "all occupations"],
];

/** The occupation that a text of the Handbook names, without regard to capitals. */
export function occupationNamed(title: string): Occupation | undefined {
  return OCCUPATIONS.find(({ plural }) => plural === title.toLowerCase());
}

/** An occupation's plural, and behind it in brackets the other names of the people in it. */
export function fullName({ plural, also }: Occupation): string {
  return also === undefined ? plural : `${plural} (${also})`;
}
