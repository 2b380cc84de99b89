import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ImportError } from "../../src/import/import-error.ts";
import { importNice } from "../../src/import/nice/import-nice.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";

const TEXT = readFileSync(new URL("fixtures/nice-roles.json", import.meta.url), "utf8");
const GLOSSARY = parseGlossary(
  readFileSync(new URL("../../knowledge/glossary.md", import.meta.url), "utf8"),
  "glossary.md",
);
const NONE: ReadonlyMap<string, string> = new Map();
const RELEASE = { release: "1.0.0", published: "2024-03", retrieved: "2026-11-22" };

const run = (text = TEXT, written = NONE): string =>
  importNice({ files: [{ name: "nice-roles.json", text }], written, ...RELEASE })
    .map((made) => made.text)
    .join("");

const statement = z.object({ value: z.string(), text: z.string() });
const ROLES = z
  .array(
    z.object({
      id: z.string(),
      description: z.string(),
      tasks: z.array(statement),
      skills: z.array(statement),
      opm_codes: z.array(statement),
    }),
  )
  .parse(JSON.parse(TEXT));

/** A cluster as https://github.com/MISP/misp-galaxy publishes it; the uuid of an entry is its value here. */
const clusterOf = (
  type: string,
  entries: readonly { readonly value: string; readonly related?: readonly string[] }[],
): { readonly name: string; readonly text: string } => ({
  name: `nice-framework-${type}.json`,
  text: JSON.stringify({
    authors: ["NIST"],
    type: `nice-framework-${type}`,
    values: entries.map(({ value, related = [] }) => ({
      description: value,
      related: related.map((uuid) => ({ "dest-uuid": uuid, type: "involves" })),
      uuid: value,
      value,
    })),
  }),
});

describe("the work roles of the NICE Framework", () => {
  test("become a document with a section for each, under its id and job title", () => {
    const made = parseDocument(run(), { path: "nice-framework.md" }, GLOSSARY);
    expect([made.title, made.published, made.retrieved]).toEqual([
      "NICE Framework Components 1.0.0: work roles",
      "2024-03",
      "2026-11-22",
    ]);
    expect(made.sections.map(({ heading }) => heading)).toEqual([
      "PD-WRL-001 Cyber Defense Analyst",
      "PD-WRL-003 Cyber Defense Incident Responder",
      "PD-WRL-007 Vulnerability Assessment Analyst",
      "DD-WRL-001 Security Architect",
      "DD-WRL-003 Software Developer",
      "DD-WRL-004 Information Systems Security Developer",
      "DD-WRL-005 Secure Software Assessor",
      "IO-WRL-004 Network Operations Specialist",
      "IO-WRL-005 System Administrator",
      "OG-WRL-002 Cyber Policy and Strategy Planner",
      "OG-WRL-012 Security Control Assessor",
    ]);
  });

  test("are said to be the nearest, with the first sentence quoted", () => {
    expect(run()).toContain(
      `The US government's NICE Framework describes PD-WRL-007, the work role nearest to penetration testers and vulnerability analysts, so: "Responsible for assessing systems and networks to identify deviations from acceptable configurations, enclave policy, or local policy." The US Office of Personnel Management calls its people "Vulnerability Assessment Analyst".`,
    );
  });

  test("have chosen tasks and skills quoted, with how many there are in all", () => {
    expect(run()).toContain(
      'Among the 9 tasks of PD-WRL-001, the NICE work role nearest to SOC analysts:\n\n- "Validate network alerts"\n',
    );
    expect(run()).toContain('nearest to SOC analysts:\n\n- "performing packet-level analysis"\n');
  });

  test("have no tasks repeated where the release links those of other roles", () => {
    const { sections } = parseDocument(run(), { path: "nice-framework.md" }, GLOSSARY);
    expect(sections.find(({ heading }) => heading.startsWith("OG-WRL-012"))?.snippets).toHaveLength(1);
  });

  test("are read alike from one file and from clusters that point at each other", () => {
    const files = [
      clusterOf(
        "work_roles",
        ROLES.map(({ id, description, tasks, skills, opm_codes }) => ({
          value: `${description} - ${id}`,
          related: [...tasks, ...skills, ...opm_codes].map(({ value }) => value),
        })),
      ),
      clusterOf(
        "tasks",
        ROLES.flatMap(({ tasks }) => tasks),
      ),
      clusterOf(
        "skills",
        ROLES.flatMap(({ skills }) => skills),
      ),
      clusterOf(
        "opm_codes",
        ROLES.flatMap(({ opm_codes }) => opm_codes),
      ),
    ];
    expect(importNice({ files, written: NONE, ...RELEASE }).map(({ text }) => text)).toEqual([run()]);
  });

  test("stand before the snippets written under their headings", () => {
    const written = new Map([
      ["nice-framework.md", "## IO-WRL-005 System Administrator\n\n#### Why?\n\nBecause.\n"],
    ]);
    expect(run(TEXT, written)).toContain("\n\n#### Why?\n\nBecause.\n\n## OG-WRL-002");
  });
});

describe("a release of the NICE Framework is refused", () => {
  test.each([
    [
      "without a work role",
      TEXT.replace('"PD-WRL-003"', '"PD-WRL-903"'),
      "there is no work role PD-WRL-003; add the file with the work roles, or change the id in src/import/nice/roles.ts",
    ],
    [
      "without a task that is to be listed",
      TEXT.replace("alerts - T1112", "alerts - T9999"),
      "PD-WRL-001 has no T1112 any more; choose another in src/import/nice/roles.ts",
    ],
    [
      "in another layout",
      '{"roles": []}',
      "nice-roles.json: these are neither roles with id, description, tasks, skills and opm_codes nor values with uuid and value; save the file as released",
    ],
    ["that is no JSON", "<html>", /^nice-roles\.json: SyntaxError: .*; save the file as released$/],
  ])("%s", (_, text, message) => {
    expect(() => run(text)).toThrow(ImportError);
    expect(() => run(text)).toThrow(message);
  });

  test("with written snippets under a heading that it lacks", () => {
    expect(() => run(TEXT, new Map([["nice-framework.md", "## XX-WRL-001\n\n#### Why?\n"]]))).toThrow(
      'nice-framework.md has no section "XX-WRL-001" for its written snippets; rename the section',
    );
  });

  test("without its number and month", () => {
    expect(() => importNice({ files: [{ name: "nice-roles.json", text: TEXT }], written: NONE })).toThrow(
      "the files do not tell their release; add its number and month: --release 1.0.0 --published 2024-03",
    );
  });
});
