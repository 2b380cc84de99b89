import { describe, expect, test } from "vitest";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { readValues, splitCommandLine, writeCommand, writeUsage } from "../../src/terminal/command-line.ts";
import { buildSmallEngine } from "./small-knowledge.ts";

const assistant = createAssistant(buildSmallEngine());

function read(line: string): Readonly<Record<string, string>> | undefined {
  const typed = splitCommandLine(line);
  const command = assistant.commands.find(({ name }) => name === typed?.name);
  return typed && command && readValues(typed.rest, command, assistant);
}

describe("values by position", () => {
  test.each([
    ["/role devops", { name: "devops" }],
    ["/role devops engineer", { name: "devops engineer" }],
    ["/role devsecops salary", { name: "devsecops", topic: "salary" }],
    ["/role DevSecOps engineer what it is", { name: "DevSecOps engineer", topic: "what it is" }],
    ["/salary devops Houston", { role: "devops", place: "Houston" }],
    ["/salary devops engineer Houston, TX", { role: "devops engineer", place: "Houston, TX" }],
    ["/salary devops engineer in new york", { role: "devops engineer", place: "new york" }],
    ["/salary devops Houston 2023", { role: "devops", place: "Houston", year: "2023" }],
    ["/salary devops engineer 2023", { role: "devops engineer", year: "2023" }],
    ["/salary devops place:Houston year:2023", { role: "devops", place: "Houston", year: "2023" }],
    ["/salary devops Atlantis", { role: "devops", place: "Atlantis" }],
    ["/compare devops vs devsecops", { first: "devops", second: "devsecops" }],
    ["/compare devops devsecops", { first: "devops", second: "devsecops" }],
    ["/compare devops, devsecops", { first: "devops", second: "devsecops" }],
    [
      "/compare devops engineer and devsecops engineer on salary",
      { first: "devops engineer", second: "devsecops engineer", topic: "salary" },
    ],
    ["/path soc analyst", { role: "soc analyst" }],
    ["/cert certified ethical hacker", { name: "certified ethical hacker" }],
    ["/role", {}],
    ["/topics please", {}],
  ])("%s", (line, values) => {
    expect(read(line)).toEqual(values);
  });
});

describe("a name that nobody knows keeps its words", () => {
  test.each([
    ["/role astronaut", { name: "astronaut" }],
    ["/role underwater welder salary", { name: "underwater welder", topic: "salary" }],
    ["/compare cobol guru vs devops", { first: "cobol guru", second: "devops" }],
    ["/compare cobol guru vs fortran guru", { first: "cobol guru", second: "fortran guru" }],
  ])("%s", (line, values) => {
    expect(read(line)).toEqual(values);
  });
});

describe("values by name, as Discord shows them", () => {
  test.each([
    ["/role name:devsecops topic:salary", { name: "devsecops", topic: "salary" }],
    ["/role topic:what it is name:DevOps engineer", { name: "DevOps engineer", topic: "what it is" }],
    ["/salary devops place:Houston, TX", { role: "devops", place: "Houston, TX" }],
    ["/salary role: devops place: Houston", { role: "devops", place: "Houston" }],
    ["/role name:devops hide:true", { name: "devops" }],
    ["/ask question:is it fun: yes or no?", { question: "is it fun: yes or no?" }],
  ])("%s", (line, values) => {
    expect(read(line)).toEqual(values);
  });
});

describe("quotes hold words together", () => {
  test.each([
    ['/compare "ceh" "devops engineer"', { first: "ceh", second: "devops engineer" }],
    ['/role name:"DevOps engineer" topic:salary', { name: "DevOps engineer", topic: "salary" }],
    ["/role “devops” salary", { name: "devops", topic: "salary" }],
    ['/role "devops', { name: "devops" }],
  ])("%s", (line, values) => {
    expect(read(line)).toEqual(values);
  });
});

test("a question is taken as it stands", () => {
  expect(read('/ask  what is "CI/CD", and why?')).toEqual({ question: 'what is "CI/CD", and why?' });
});

test("the name of a command is read in any case", () => {
  expect(splitCommandLine(" /ROLE  devops ")).toEqual({ name: "role", rest: "devops" });
});

test.each(["what is /role?", "/", "/ role", "/1", "//role"])("%s is no command line", (line) => {
  expect(splitCommandLine(line)).toBeUndefined();
});

test("a written command reads back as the same values", () => {
  const values = { name: "DevSecOps engineer", topic: "What it is" };
  const line = writeCommand({ command: "role", values });
  expect(line).toBe("/role name:DevSecOps engineer topic:What it is");
  expect(read(line)).toEqual(values);
});

test("the usage of a command tells what must be given", () => {
  expect(assistant.commands.map(writeUsage)).toEqual([
    "/ask <question>",
    "/role <name> [topic]",
    "/skills <role>",
    "/salary <role> [place] [year]",
    "/path <role>",
    "/cert <name>",
    "/compare <first> <second> [topic]",
    "/topics",
    "/sources",
    "/help",
  ]);
});

test("a line of thousands of words is read at once", () => {
  const words = "word ".repeat(1000).trim();
  expect(read(`/compare ${words}`)).toEqual({ first: words });
});
