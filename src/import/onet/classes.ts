import { OCCUPATIONS, type Named } from "../occupations.ts";

/** An occupation of O*NET that a document is written about. */
export interface OnetClass {
  /** Code of O*NET-SOC, as `15-1299.04`. */
  readonly code: string;
  readonly occupation: Named;
  /** Task IDs to list, where O*NET has not rated which tasks are core or rates those of other jobs; else the first core tasks. */
  readonly tasks?: readonly string[];
}

/** The occupations that Rolecall's roles are, or are counted with. */
export const CLASSES: readonly OnetClass[] = [
  { code: "15-1212.00", occupation: known("15-1212") },
  {
    code: "15-1299.04",
    occupation: {
      plural: "penetration testers",
      roles: ["Penetration tester"],
      names: ["penetration tester", "pentester", "ethical hacker"],
    },
    tasks: ["21749", "21758", "21763", "21750", "21754", "21765", "21753", "21760"],
  },
  {
    code: "15-1299.05",
    occupation: {
      plural: "information security engineers",
      roles: ["Security engineer"],
      names: ["security engineer", "cybersecurity engineer", "infosec engineer"],
    },
    tasks: ["21771", "21773", "21769", "21782", "21770", "21767", "21774", "21783"],
  },
  {
    code: "15-1252.00",
    occupation: known("15-1252"),
    tasks: ["21662", "21667", "21670", "21669", "21664", "21665", "21668", "21673"],
  },
  { code: "15-1244.00", occupation: known("15-1244") },
  { code: "15-1241.00", occupation: known("15-1241") },
  {
    code: "13-1041.00",
    occupation: known("13-1041"),
    tasks: ["21458", "21461", "21459", "21460", "21447", "21449", "21450"],
  },
];

function known(code: string): Named {
  const occupation = OCCUPATIONS.find((each) => each.code === code);
  if (!occupation) throw new Error(`${code} is none of the occupations`);
  return occupation;
}
