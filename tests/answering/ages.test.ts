import { ButtonStyle, ComponentType } from "discord.js";
import { describe, expect, test } from "vitest";
import type { BaseEngine } from "../../src/answering/engine.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { renderReply } from "../../src/discord/render/reply.ts";
import { renderReply as renderForTerminal } from "../../src/terminal/render.ts";
import type { Screen } from "../../src/terminal/screen.ts";
import { readPage } from "../discord/support/read-page.ts";
import { engineOf, LIBRARY, SALARIES, UNRELATED } from "./library.ts";

/** What a member reads on Discord on a day. */
function ask(question: string, today: string, { engine = LIBRARY, locale = "en-US" } = {}): string {
  const assistant = createAssistant(engine, { today: () => today }).in(locale);
  return readPage(renderReply(assistant.ask(question), assistant.wording));
}

const sourcesIn = (page: string): string[] => page.split("\n").filter((line) => line.startsWith("-# "));

const DEFINITION = "What is a DevSecOps engineer?";
const SALARY = "How much does a DevOps engineer earn by city?";
const bySource = (origin: string): string =>
  `-# Source: [Two roles › What they do](<https://press.example/roles#what-they-do>) — Example Press, ${origin}`;

describe("an answer older than its topic allows", () => {
  test("says so beside the date of its source", () => {
    expect(ask(DEFINITION, "2026-11-22").split("\n").slice(0, 2)).toEqual([
      "A DevSecOps engineer builds security into the pipelines.",
      bySource("June 2022 (over 4 years old)"),
    ]);
  });

  test("says so in Spanish", () => {
    expect(sourcesIn(ask(DEFINITION, "2026-11-22", { locale: "es-ES" }))[0]).toBe(
      "-# Fuente: [Two roles › What they do](<https://press.example/roles#what-they-do>) — Example Press, junio de 2022 (de hace más de 4 años)",
    );
  });

  test("says so in the terminal", () => {
    const assistant = createAssistant(LIBRARY, { today: () => "2026-11-22" });
    const screen: Screen = { width: 200, paint: (_, text) => text };
    expect(renderForTerminal(assistant.ask(DEFINITION), screen).split("\n")[1]).toBe(
      "Source: Two roles › What they do — Example Press, June 2022 (over 4 years old)",
    );
  });

  test.each([
    [DEFINITION, "2025-06-06", "June 2022"],
    [DEFINITION, "2025-06-07", "June 2022 (over 3 years old)"],
  ])("after 36 months: %s on %s", (question, today, origin) => {
    expect(sourcesIn(ask(question, today))[0]).toBe(bySource(origin));
  });

  test.each([
    ["2024-07-30", "January 2023"],
    ["2024-07-31", "January 2023 (over 18 months old)"],
    ["2025-01-31", "January 2023 (over 2 years old)"],
  ])("after 18 months where it is of pay: on %s", (today, origin) => {
    expect(sourcesIn(ask(SALARY, today))[0]).toBe(
      `-# Source: [Salaries by city › By city](<https://figures.example/salaries#by-city>) — Figures Weekly, ${origin}`,
    );
  });

  test("says nothing where no clock runs", () => {
    const assistant = createAssistant(LIBRARY);
    expect(sourcesIn(readPage(renderReply(assistant.ask(DEFINITION), assistant.wording)))[0]).toBe(
      bySource("June 2022"),
    );
  });
});

const dated = (published: string, rest = ""): BaseEngine =>
  engineOf({ "bread.md": UNRELATED.replace("published: 2019", `published: ${published}${rest}`) });

describe("what might not be old is not called old", () => {
  const QUESTION = "Why does sourdough need a hot oven?";
  const origin = (engine: BaseEngine, today: string): string =>
    sourcesIn(ask(QUESTION, today, { engine }))[0]?.split(" — ")[1] ?? "";

  test.each([
    ["2019", "2022-12-30", "Bakers Monthly, 2019"],
    ["2019", "2022-12-31", "Bakers Monthly, 2019 (over 3 years old)"],
    ["2019-03", "2022-03-30", "Bakers Monthly, March 2019"],
    ["2019-03", "2022-03-31", "Bakers Monthly, March 2019 (over 3 years old)"],
    ["not stated", "2090-01-01", "Bakers Monthly, date not stated"],
  ])("published %s, on %s", (published, today, said) => {
    expect(origin(dated(published), today)).toBe(said);
  });

  test("without a date of publication, since it was read", () => {
    const engine = dated("not stated", "\nretrieved: 2021-05-01");
    expect([origin(engine, "2024-04-30"), origin(engine, "2024-05-01")]).toEqual([
      "Bakers Monthly, date not stated",
      "Bakers Monthly, date not stated (over 3 years old)",
    ]);
  });
});

const engineWith = (published: string): BaseEngine =>
  engineOf({ "salaries.md": SALARIES.replace("published: 2023-01", `published: ${published}`) });

const salaryOrigin = (published: string, today: string): string =>
  sourcesIn(ask(SALARY, today, { engine: engineWith(published) }))[0]?.split(" — ")[1] ?? "";

describe("figures of a date of their own", () => {
  test("are old in a document that is not", () => {
    expect(salaryOrigin("2024-05-02", "2024-11-22")).toBe(
      "Figures Weekly, May 2024 (figures over 21 months old)",
    );
  });

  test("are old where the document states no date", () => {
    expect(salaryOrigin("not stated", "2025-11-22")).toBe(
      "Figures Weekly, date not stated (figures over 2 years old)",
    );
  });

  test("keep their age where the document is older", () => {
    expect(salaryOrigin("2021", "2024-07-30")).toBe("Figures Weekly, 2021");
  });
});

describe("a reply of several parts", () => {
  const assistant = createAssistant(LIBRARY, { today: () => "2026-11-22" });
  const page = (command: string, values: Record<string, string>): string =>
    readPage(renderReply(assistant.run(command, values), assistant.wording));

  test("says the age of a document once", () => {
    const sources = sourcesIn(page("role", { name: "DevSecOps engineer" }));
    expect(sources.map((line) => line.split(", ").at(-1))).toEqual([
      "June 2022 (over 4 years old)",
      ...sources.slice(1).map(() => "June 2022"),
    ]);
    expect(sources.length).toBeGreaterThan(2);
  });

  test("says it of every document", () => {
    const sources = sourcesIn(page("compare", { first: "DevOps engineer", second: "DevSecOps engineer" }));
    expect(sources.filter((line) => line.includes("years old)"))).toHaveLength(2);
  });

  test("says it of figures in order", () => {
    const reply = createAssistant(
      engineOf({ "salaries.md": SALARIES.replace("| New York |", "| Dallas | 9,000 | 900 |\n| New York |") }),
      { today: () => "2026-11-22" },
    ).ask("which city pays devops engineers the most");
    expect(readPage(renderReply(reply, assistant.wording))).toContain(
      "— Figures Weekly, January 2023 (over 3 years old)",
    );
  });

  test("says it below a card that is cut to a phone's first screen", () => {
    const reply = assistant.run("role", { name: "DevSecOps engineer" });
    if (reply.kind !== "answer") throw new Error(reply.kind);
    const [first, ...others] = reply.parts.map((part) => ({ ...part, text: `${part.text} `.repeat(20) }));
    if (!first) throw new Error("The card is empty.");
    const more = { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: "more" } as const;
    const cut = renderReply({ ...reply, parts: [first, ...others] }, assistant.wording, { more });
    expect(sourcesIn(readPage(cut)).map((line) => line.split(" — ")[1])).toEqual([
      "Example Press, June 2022 (over 4 years old)",
    ]);
  });

  test("says it in its picture", () => {
    const salaries = SALARIES.replace("| New York |", "| Dallas | 9,000 | 900 |\n| New York |");
    const reply = createAssistant(engineOf({ "salaries.md": salaries }), { today: () => "2026-11-22" }).run(
      "salary",
      { role: "DevOps engineer" },
    );
    expect(reply.kind === "answer" && reply.chart?.source).toBe(
      "Source: Salaries by city, Figures Weekly, January 2023 (over 3 years old)",
    );
  });
});
