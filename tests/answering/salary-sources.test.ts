import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/answering/engine.ts";
import type { Answer, Reply } from "../../src/answering/reply.ts";
import { composeSalary } from "../../src/answering/salary-card.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { engineOf, GLOSSARY, ROLES } from "./library.ts";

const roleNamed = (sought: string) => {
  const role = GLOSSARY.entities.find(({ name }) => name === sought);
  if (!role) throw new Error(`The glossary lacks "${sought}".`);
  return role;
};

const DEVOPS = roleNamed("DevOps engineer");
const DEVSECOPS = roleNamed("DevSecOps engineer");

const bureau = (year: number, median: string): string => `---
title: Wages of ${year}
publisher: Bureau
published: ${year}-05
reference: true
---

## Wages

#### How much did DevOps engineers earn in ${year}?

> About: DevOps engineer · Topics: salary
>
> Figures: role DevOps engineers; place Texas; period year; date May ${year}
>
> - devops pay ${year}

By its count the median in Texas was ${median} USD.

| Kind | USD a year |
|---|---|
| Salary (median) | ${median} |
`;

const SURVEY = `---
title: Answers of 2020 to 2022
publisher: Survey Press
published: 2022-08
reference: true
---

## whole file

#### What do DevOps engineers earn, by the survey?

> About: DevOps engineer · Topics: salary
>
> Figures: place Texas; period year; date 2020 to 2022
>
> - devops survey

Survey by Survey Press of people who stated their pay. Few people: take it as a sample.

| Job title | Kind | USD a year | Note |
|---|---|---|---|
| DevOps Engineer | Salary (median) | 90,000 | 43 answers |
| DevOps Engineer | Salary (middle half) | 70,000–99,000 | 43 answers |
| Dev Ops | Salary (median) | 85,000 | 8 answers |
`;

const COUNTED = `---
title: Whom we count
publisher: Bureau of Classes
published: 2024-05
reference: true
---

## Classes

#### Does the bureau publish what DevSecOps engineers earn?

> About: DevSecOps engineer · Topics: salary
>
> - devsecops bureau salary

It has no figure of its own for DevSecOps engineers and counts them with software developers.
`;

const FILES = {
  "roles.md": ROLES,
  "2023.md": bureau(2023, "120,360"),
  "2024.md": bureau(2024, "124,910"),
  "survey.md": SURVEY,
  "counted.md": COUNTED,
};

const ENGINE = engineOf(FILES);

function answered(reply: Reply): Answer {
  if (reply.kind !== "answer") throw new Error(`No answer: ${JSON.stringify(reply)}`);
  return reply;
}

const salary = (asked: Parameters<typeof composeSalary>[0], engine: Engine = ENGINE): Answer =>
  answered(composeSalary(asked, engine));

const sourcesOf = ({ parts }: Answer): readonly (readonly [string | undefined, readonly string[]])[] =>
  parts.map(({ heading, citations }) => [heading, citations.map(({ title }) => title)]);

describe("pay of several publishers", () => {
  test("is a part each, the latest first, which cites that publisher alone", () => {
    expect(sourcesOf(salary({ role: DEVOPS }))).toEqual([
      ["Bureau", ["Wages of 2024"]],
      [undefined, ["Wages of 2023"]],
      ["Survey Press", ["Answers of 2020 to 2022"]],
    ]);
  });

  test("says of a survey what it is and how many answered, a line for each job title", () => {
    expect(salary({ role: DEVOPS }).parts[2]?.text).toBe(
      [
        "Survey by Survey Press of people who stated their pay. Few people: take it as a sample.",
        "",
        "**Texas** — salary per year, USD, 2020 to 2022",
        "- DevOps Engineer (43 answers): median 90,000, middle half 70,000–99,000",
        "- Dev Ops (8 answers): median 85,000",
      ].join("\n"),
    );
  });

  test("does not repeat in words what a table says", () => {
    expect(salary({ role: DEVOPS }).parts[0].text).toBe(
      "**Texas** — DevOps engineers, per year, May 2024\n- Salary (median): 124,910 USD",
    );
  });

  test("has no heading where one publisher is all there is", () => {
    const engine = engineOf({ "roles.md": ROLES, "2024.md": bureau(2024, "124,910") });
    expect(sourcesOf(salary({ role: DEVOPS }, engine))).toEqual([[undefined, ["Wages of 2024"]]]);
  });

  test("says beside the figures of others with whom an office counts the role", () => {
    const survey = SURVEY.replaceAll("DevOps", "DevSecOps").replaceAll("Dev Ops", "DevSecOps Lead");
    const answer = salary({ role: DEVSECOPS }, engineOf({ ...FILES, "own.md": survey }));
    expect(sourcesOf(answer)).toEqual([
      ["Bureau of Classes, May 2024", ["Whom we count"]],
      ["Survey Press", ["Answers of 2020 to 2022"]],
    ]);
    expect(answer.parts[0].text).toContain("counts them with software developers");
  });
});

describe("pay of a year", () => {
  test("is what is dated in it, and other years are offered", () => {
    const { title, parts, related } = salary({ role: DEVOPS, year: "2023" });
    expect(title).toBe("DevOps engineer: salary (2023)");
    expect(parts.map(({ text }) => text)).toEqual([
      "**Texas** — DevOps engineers, per year, May 2023\n- Salary (median): 120,360 USD",
    ]);
    expect(related.map(({ run }) => run.values["year"])).toEqual(["2024", "2022"]);
  });

  test("is also what is dated over several years", () => {
    expect(sourcesOf(salary({ role: DEVOPS, year: "2021" }))).toEqual([
      [undefined, ["Answers of 2020 to 2022"]],
    ]);
  });

  test("that figures of several years are of together is offered once, and not beside another of them", () => {
    expect(salary({ role: DEVOPS, year: "2021" }).related.map(({ run }) => run.values["year"])).toEqual([
      "2023",
      "2024",
    ]);
  });

  test("that no figure is dated in is refused with the years that there are, the nearest to choose", () => {
    expect(composeSalary({ role: DEVOPS, year: "2030" }, ENGINE)).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "The documents state no pay of DevOps engineers for 2030. They have figures of 2020, 2021, 2022, 2023 and 2024.",
      suggestions: ["2024", "2023", "2022"].map((year) => ({
        label: `DevOps engineer: salary, ${year}`,
        run: { command: "salary", values: { role: "DevOps engineer", year } },
      })),
    });
  });

  test("of a role without figures is what an office says in that year of whom it counts it with", () => {
    expect(sourcesOf(salary({ role: DEVSECOPS, year: "2024" }))).toEqual([[undefined, ["Whom we count"]]]);
    expect(composeSalary({ role: DEVSECOPS, year: "2023" }, ENGINE)).toMatchObject({
      text: "The documents state no pay of DevSecOps engineers.",
    });
  });

  test.each(["20x", "20245", "-3", "last year", "２０２"])("is no year: %s", (year) => {
    expect(composeSalary({ role: DEVOPS, year }, ENGINE)).toMatchObject({
      kind: "refusal",
      text: `“${year}” is no year. Write four digits, such as 2024.`,
      suggestions: [{ run: { values: { year: "2024" } } }, {}, {}],
    });
  });
});

const assistant = createAssistant(ENGINE);

const completions = (option: string, role: string): readonly string[] =>
  assistant.complete({ command: "salary", option }, "", { role }).map(({ value }) => value);

describe("/salary", () => {
  test("takes a year for a year where a place is expected", () => {
    const typed = assistant.run("salary", { role: "devops", place: "2023" });
    expect(typed).toEqual(assistant.run("salary", { role: "devops", year: "2023" }));
    expect(typed.kind).toBe("answer");
  });

  test("completes places and years that have figures of the role", () => {
    expect(completions("place", "DevOps engineer")).toEqual(["Texas"]);
    expect(completions("year", "DevOps engineer")).toEqual(["2024", "2023", "2022", "2021", "2020"]);
    expect(completions("place", "DevSecOps engineer")).toEqual([]);
    expect(completions("year", "DevSecOps engineer")).toEqual([]);
  });
});
