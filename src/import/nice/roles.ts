import type { Named } from "../occupations.ts";

/** A work role of the NICE Framework that a member's role comes nearest to. */
export interface NiceRole extends Named {
  /** Id of the work role, as `PD-WRL-001`. */
  readonly id: string;
  /** Ids of the tasks to list, those that tell most of the role; none where the release links tasks of other roles. */
  readonly tasks: readonly string[];
  /** Ids of the skills to list, likewise. */
  readonly skills: readonly string[];
}

/** The work roles in the order of the document. */
export const NICE_ROLES: readonly NiceRole[] = [
  {
    id: "PD-WRL-001",
    plural: "SOC analysts",
    roles: ["SOC analyst"],
    names: ["soc analyst", "security operations analyst", "tier 1 analyst"],
    tasks: ["T1112", "T1299", "T1350", "T1348", "T1241", "T1242", "T1386", "T1290"],
    skills: ["S0156", "S0572", "S0627", "S0566", "S0859", "S0866", "S0874", "S0593"],
  },
  {
    id: "PD-WRL-003",
    plural: "incident responders",
    roles: ["Incident responder"],
    names: ["incident responder", "incident handler", "incident response analyst"],
    tasks: ["T1250", "T1252", "T1260", "T1315", "T1370", "T1489", "T1332", "T1485"],
    skills: ["S0806", "S0805", "S0572", "S0547", "S0549", "S0607", "S0589", "S0866"],
  },
  {
    id: "PD-WRL-007",
    plural: "penetration testers and vulnerability analysts",
    roles: ["Penetration tester", "Vulnerability analyst"],
    names: ["penetration tester", "vulnerability analyst", "ethical hacker"],
    tasks: ["T1091", "T1118", "T1619", "T1119", "T1079", "T1620", "T1279", "T1229"],
    skills: ["S0543", "S0544", "S0588", "S0591", "S0656", "S0641", "S0597", "S0686"],
  },
  {
    id: "DD-WRL-001",
    plural: "security architects",
    roles: ["Security architect"],
    names: ["security architect", "cybersecurity architect", "infosec architect"],
    tasks: ["T1264", "T1508", "T1027", "T0542", "T1426", "T1125", "T1126", "T1263"],
    skills: ["S0141", "S0418", "S0428", "S0569", "S0578", "S0659", "S0683", "S0822"],
  },
  {
    id: "DD-WRL-003",
    plural: "software developers",
    roles: ["Software engineer"],
    names: ["software developer", "software engineer", "programmer"],
    tasks: ["T1135", "T0077", "T1073", "T1116", "T1261", "T1320", "T1513", "T1422"],
    skills: ["S0597", "S0172", "S0560", "S0565", "S0670", "S0883", "S0417", "S0175"],
  },
  {
    id: "DD-WRL-004",
    plural: "security engineers",
    roles: ["Security engineer"],
    names: ["security engineer", "cybersecurity engineer", "infosec engineer"],
    tasks: ["T0122", "T1519", "T1563", "T1161", "T1078", "T1160", "T1586", "T1148"],
    skills: ["S0418", "S0419", "S0569", "S0574", "S0543", "S0578", "S0686", "S0391"],
  },
  {
    id: "DD-WRL-005",
    plural: "application security engineers",
    roles: ["Application security engineer"],
    names: ["appsec engineer", "application security engineer", "secure code reviewer"],
    tasks: ["T1106", "T1073", "T1052", "T1319", "T1359", "T1269", "T1197", "T1625"],
    skills: ["S0883", "S0616", "S0655", "S0544", "S0658", "S0825", "S0878", "S0175"],
  },
  {
    id: "IO-WRL-004",
    plural: "network engineers",
    roles: ["Network engineer"],
    names: ["network engineer", "network technician", "networking engineer"],
    tasks: ["T0081", "T1100", "T0126", "T0153", "T1248", "T1050", "T1144", "T1314"],
    skills: ["S0035", "S0682", "S0077", "S0584", "S0815", "S0451", "S0575", "S0583"],
  },
  {
    id: "IO-WRL-005",
    plural: "system administrators",
    roles: ["System administrator"],
    names: ["sysadmin", "system administrator", "server admin"],
    tasks: ["T1500", "T1501", "T1502", "T1569", "T1228", "T1277", "T1512", "T1130"],
    skills: ["S0678", "S0741", "S0561", "S0844", "S0677", "S0582", "S0587", "S0473"],
  },
  {
    id: "OG-WRL-002",
    plural: "GRC analysts",
    roles: ["GRC analyst"],
    names: ["grc analyst", "grc specialist", "grc consultant"],
    tasks: ["T1543", "T1492", "T1358", "T1357", "T1394", "T1396", "T1605", "T1518"],
    skills: ["S0406", "S0687", "S0729", "S0713", "S0821"],
  },
  {
    id: "OG-WRL-012",
    plural: "security auditors",
    roles: ["Security auditor"],
    names: ["security auditor", "security control assessor", "security controls auditor"],
    tasks: [],
    skills: [],
  },
];
