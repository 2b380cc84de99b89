import { expect, test } from "vitest";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { completeLine } from "../../src/terminal/completer.ts";
import { buildSmallEngine } from "./small-knowledge.ts";

const assistant = createAssistant(buildSmallEngine());

test.each([
  { what: "a command's name", line: "/s", completions: ["/skills ", "/salary ", "/sources"], typed: "/s" },
  { what: "a command in capitals", line: "/CE", completions: ["/cert "], typed: "/CE" },
  {
    what: "the first value",
    line: "/role ",
    completions: ["DevOps engineer ", "DevSecOps engineer "],
    typed: "",
  },
  { what: "the start of a value", line: "/role devs", completions: ["DevSecOps engineer "], typed: "devs" },
  { what: "an alias by its name", line: "/cert certified eth", completions: ["CEH"], typed: "certified eth" },
  { what: "a name that goes on", line: "/role devops ", completions: ["DevOps engineer "], typed: "devops " },
  {
    what: "the value after a whole name",
    line: "/role DevOps engineer ",
    completions: ["What it is", "Salary", "Certifications"],
    typed: "",
  },
  { what: "a second value", line: "/salary devops engineer ne", completions: ["New York "], typed: "ne" },
  { what: "a year of the figures", line: "/salary devops Houston year:2", completions: ["2023"], typed: "2" },
  {
    what: "the second of two names",
    line: "/compare devops vs devs",
    completions: ["DevSecOps engineer "],
    typed: "devs",
  },
  { what: "a value by name", line: "/role devops topic:sal", completions: ["Salary"], typed: "sal" },
  {
    what: "the last of several values by name",
    line: "/role topic:salary name:devs",
    completions: ["DevSecOps engineer"],
    typed: "devs",
  },
])("Tab completes $what", ({ line, completions, typed }) => {
  expect(completeLine(line, assistant)).toEqual([completions, typed]);
});

test("Tab after a slash lists every command", () => {
  expect(completeLine("/", assistant)[0].map((name) => name.trim())).toEqual(
    assistant.commands.map(({ name }) => `/${name}`),
  );
});

test.each(["what is devops", "", "/bla x", "/ask what", "/topics ", "/role zzzz"])(
  "Tab leaves %j alone",
  (line) => {
    expect(completeLine(line, assistant)[0]).toEqual([]);
  },
);

test.each(["/salary devops Houston,", '/role "devops', "/role devops  ", "/role topic:  sal"])(
  "what Tab replaces in %j is the end of the line",
  (line) => {
    expect(line.endsWith(completeLine(line, assistant)[1])).toBe(true);
  },
);
