import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import type { Reply } from "../../src/answering/reply.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { asks, engineOf, GLOSSARY, LIBRARY } from "../answering/library.ts";

const assistant = createAssistant(LIBRARY);

/** A reply in lines: its kind, its title, and what it is made of. */
function shown(reply: Reply): readonly unknown[] {
  switch (reply.kind) {
    case "answer":
      return ["answer", reply.title, ...reply.parts.flatMap(({ snippets }) => snippets)];
    case "overview":
      return ["overview", reply.title, ...reply.parts.map(({ heading }) => heading)];
    case "clarification":
      return ["clarification", reply.text, ...reply.choices.map(({ label }) => label)];
    case "refusal":
      return ["refusal", reply.reason, ...reply.suggestions.map(({ label }) => label)];
  }
}

interface Run {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
  readonly shows: readonly unknown[];
}

describe("every command does what it says", () => {
  test.each<Run>([
    {
      command: "ask",
      values: { question: "What is a DevOps engineer?" },
      shows: ["answer", undefined, "roles/1"],
    },
    {
      command: "role",
      values: { name: "DevOps" },
      shows: ["answer", "DevOps engineer", "roles/1", "salaries/1"],
    },
    {
      command: "role",
      values: { name: "DevSecOps", topic: "Skills" },
      shows: ["answer", "DevSecOps engineer: skills", "roles/4"],
    },
    {
      command: "skills",
      values: { role: "dev sec ops" },
      shows: ["answer", "DevSecOps engineer: skills", "roles/4"],
    },
    {
      command: "salary",
      values: { role: "devops" },
      shows: ["answer", "DevOps engineer: salary", "salaries/1", "salaries/2"],
    },
    {
      command: "salary",
      values: { role: "devops", place: "NYC" },
      shows: ["answer", "DevOps engineer: salary (New York)", "salaries/1"],
    },
    {
      command: "salary",
      values: { role: "devops", place: "initech" },
      shows: ["answer", "DevOps engineer: salary (Initech)", "salaries/2"],
    },
    { command: "cert", values: { name: "certified ethical hacker" }, shows: ["answer", "CEH", "roles/7"] },
    {
      command: "compare",
      values: { first: "devops", second: "devsecops", topic: "definition" },
      shows: ["answer", "DevOps engineer and DevSecOps engineer", "roles/1", "roles/2"],
    },
    {
      command: "compare",
      values: { first: "Houston", second: "New York" },
      shows: ["answer", "Houston and New York", "salaries/1"],
    },
    {
      command: "topics",
      values: {},
      shows: [
        "overview",
        "What I can answer",
        "Roles",
        "Topics",
        "Certifications",
        "Places and employers with figures",
      ],
    },
    {
      command: "sources",
      values: {},
      shows: ["overview", "Where my answers come from", "Two roles", "Salaries by city"],
    },
    { command: "help", values: {}, shows: ["overview", "How to ask me", undefined, "Commands"] },
  ])("/$command $values", ({ command, values, shows }) => {
    expect(shown(assistant.run(command, values))).toEqual(shows);
  });

  test("and every one of them runs", () => {
    const given = {
      question: "devops?",
      name: "devops",
      role: "devops",
      first: "devops",
      second: "devsecops",
    };
    for (const { name } of assistant.commands) expect(assistant.run(name, given).kind).toBeTypeOf("string");
  });

  test("help lists every command", () => {
    const help = assistant.run("help", {});
    expect(help.kind === "overview" && help.parts.at(-1)?.text.match(/(?<=^- \/)\w+/gm)).toEqual(
      assistant.commands.map(({ name }) => name),
    );
  });

  test("an option that is blank counts as not given", () => {
    expect(assistant.run("salary", { role: "devops", place: "  " })).toEqual(
      assistant.run("salary", { role: "devops" }),
    );
  });
});

test("free text is answered as the question command answers it, and takes a follow-up", () => {
  expect(assistant.ask("what is devops")).toEqual(assistant.run("ask", { question: "what is devops" }));
  const before = { question: assistant.inFull("what is devsecops"), answer: "" };
  expect(assistant.ask("and which skills?", before)).toEqual(
    answerQuestion("and which skills?", LIBRARY, before),
  );
});

test.each(["nonsense", "", "Role"])("a command that is none of them is a bug, and throws: %j", (command) => {
  expect(() => assistant.run(command, {})).toThrow(`There is no command named "${command}".`);
});

describe("a name that is not known", () => {
  test.each([
    { what: "a slip", typed: "devsecopss", shows: ["answer", "DevSecOps engineer: skills", "roles/4"] },
    {
      what: "the beginning of two names",
      typed: "de",
      shows: [
        "clarification",
        "I know no “de”. Did you mean one of these?",
        "DevOps engineer",
        "DevSecOps engineer",
      ],
    },
    {
      what: "nothing near",
      typed: "quokka tamer",
      shows: ["refusal", "entity-not-covered", "DevOps engineer", "DevSecOps engineer"],
    },
    {
      what: "a role that no document is about",
      typed: "data scientist",
      shows: ["refusal", "entity-not-covered", "DevOps engineer", "DevSecOps engineer"],
    },
    {
      what: "a certification in place of a role",
      typed: "CEH",
      shows: ["refusal", "entity-not-covered", "DevOps engineer", "DevSecOps engineer"],
    },
  ])("gets the nearest: $what", ({ typed, shows }) => {
    expect(shown(assistant.run("skills", { role: typed }))).toEqual(shows);
  });

  test("is offered to run the same command again, with what else was given", () => {
    const reply = assistant.run("salary", { role: "de", place: "Houston" });
    expect(reply.kind === "clarification" && reply.choices).toEqual(
      ["DevOps engineer", "DevSecOps engineer"].map((name) => ({
        label: name,
        run: { command: "salary", values: { role: name, place: "Houston" } },
      })),
    );
  });

  test("says what the documents say nothing on", () => {
    const reply = assistant.run("cert", { name: "quokka master" });
    expect(reply).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "The documents say nothing on “quokka master”. They cover DevOps engineers and DevSecOps engineers.",
      suggestions: [{ label: "CEH", run: { command: "cert", values: { name: "CEH" } } }],
    });
  });

  test("says of a role what free text would say of it", () => {
    const reply = assistant.run("role", { name: "Data scientist" });
    expect(reply.kind === "refusal" && reply.text).toBe(
      "The documents say nothing on data scientists. They cover DevOps engineers and DevSecOps engineers.",
    );
  });

  test.each([
    ["Germany", "Germany"],
    ["Atlantis", "“Atlantis”"],
  ])("of a place gets those with figures: %s", (place, said) => {
    const reply = assistant.run("salary", { role: "devops", place });
    expect(reply.kind === "refusal" && [reply.text, reply.suggestions.map(({ label }) => label)]).toEqual([
      `The documents state no salary for ${said}. They have figures for Houston, New York, Initech and Globex.`,
      ["Houston", "New York", "Initech"],
    ]);
  });

  test("is offered, not answered, where an abbreviation with a slip is near", () => {
    expect(shown(assistant.run("cert", { name: "CEHH" }))).toEqual([
      "clarification",
      "I know no “CEHH”. Did you mean one of these?",
      "CEH",
    ]);
  });

  test("gets every name that a word with a slip is of", () => {
    expect(shown(assistant.run("role", { name: "enginer" }))).toEqual([
      "clarification",
      "I know no “enginer”. Did you mean one of these?",
      "DevOps engineer",
      "DevSecOps engineer",
    ]);
  });

  test("says that it is no such thing where documents have it otherwise", () => {
    const reply = assistant.run("skills", { role: "CEH" });
    expect(reply.kind === "refusal" && reply.text).toBe("The documents name CEH, but not as a role.");
  });

  test("of a topic gets the nearest topic", () => {
    expect(shown(assistant.run("role", { name: "devsecops", topic: "skilz" }))).toEqual([
      "answer",
      "DevSecOps engineer: skills",
      "roles/4",
    ]);
  });
});

const complete = (command: string, option: string, typed: string): string[] =>
  assistant.complete({ command, option }, typed).map(({ name }) => name);

describe("completions", () => {
  test.each([
    { how: "exact name", option: "name", typed: "DevOps engineer", names: ["DevOps engineer"] },
    { how: "alias", option: "name", typed: "devsecops", names: ["DevSecOps engineer"] },
    { how: "prefix", option: "name", typed: "devs", names: ["DevSecOps engineer"] },
    { how: "a slip", option: "name", typed: "devsceops", names: ["DevSecOps engineer"] },
    { how: "nothing typed", option: "name", typed: "", names: ["DevOps engineer", "DevSecOps engineer"] },
    { how: "nothing near", option: "name", typed: "quokka", names: [] },
    { how: "a topic", option: "topic", typed: "sal", names: ["Salary"] },
    { how: "a topic that no document is about", option: "topic", typed: "visa", names: [] },
  ])("of a role and its topic by $how: $typed", ({ option, typed, names }) => {
    expect(complete("role", option, typed)).toEqual(names);
  });

  test.each([
    { command: "cert", option: "name", names: ["CEH"] },
    { command: "salary", option: "place", names: ["Houston", "New York", "Initech", "Globex"] },
    {
      command: "compare",
      option: "first",
      names: ["DevOps engineer", "DevSecOps engineer", "CEH", "Houston", "New York", "Initech", "Globex"],
    },
    { command: "ask", option: "question", names: [] },
    { command: "role", option: "nonsense", names: [] },
    { command: "nonsense", option: "name", names: [] },
  ])("of /$command $option are what the documents have: $names", ({ command, option, names }) => {
    expect(complete(command, option, "")).toEqual(names);
  });

  test("are never more than 25", () => {
    const employers = Array.from(
      { length: 40 },
      (_, at) => `Employer${String.fromCharCode(65 + (at % 26))}${at}`,
    );
    const glossary = {
      ...GLOSSARY,
      entities: [
        ...GLOSSARY.entities,
        ...employers.map((name) => ({
          id: `employer:${name.toLowerCase()}`,
          kind: "employer" as const,
          name,
          aliases: [],
          partOf: [],
        })),
      ],
    };
    const many = createAssistant(
      engineOf(
        {
          "many.md": `---
title: Many
publisher: Example Press
published: 2023
---

## Pay

#### What do employers pay a DevOps engineer?

> About: DevOps engineer · Topics: salary
>
> Figures: role DevOps engineer; currency USD; period year
>
> - pay by employer

| Company | Salary |
|---|---|
${employers.map((name) => `| ${name} | 90,000 |`).join("\n")}
`,
        },
        glossary,
      ),
    );
    expect(many.complete({ command: "salary", option: "place" }, "").map(({ name }) => name)).toEqual(
      employers.slice(0, 25),
    );
  });

  test("put back into their option are understood", () => {
    for (const { name, options } of assistant.commands) {
      for (const option of options) {
        for (const { value } of assistant.complete({ command: name, option: option.name }, "")) {
          const given = { name: "devsecops", role: "devops", first: "devops", second: "devsecops" };
          const reply = assistant.run(name, { ...given, [option.name]: value });
          expect(reply.kind, `/${name} ${option.name}:${value}`).not.toBe("clarification");
        }
      }
    }
  });
});

test("whatever is typed into its options, every command replies", () => {
  const typed = fc.oneof(
    fc.constantFrom("devops", "CEH", "houston", "salary", ""),
    fc.string({ maxLength: 60 }),
  );
  const name = fc.constantFrom(...assistant.commands.map((command) => command.name));
  fc.assert(
    fc.property(name, fc.tuple(typed, typed, typed), (command, [one, two, three]) => {
      const reply = assistant.run(command, {
        question: one,
        name: one,
        role: one,
        first: one,
        place: two,
        second: two,
        topic: three,
      });
      expect(["answer", "clarification", "refusal", "overview"]).toContain(reply.kind);
    }),
  );
});

test("what a refusal suggests runs", () => {
  const reply = assistant.run("salary", { role: "devops", place: "Dallas" });
  const runs =
    reply.kind === "refusal"
      ? reply.suggestions.map(({ run }) => assistant.run(run.command, run.values))
      : [];
  expect(runs.map(({ kind }) => kind)).toEqual(["answer", "answer", "answer"]);
});

test("an empty question asks nothing", () => {
  expect(assistant.run("ask", {})).toEqual({
    kind: "refusal",
    reason: "not-a-question",
    text: "I found no question in that. Ask me about DevOps engineers and DevSecOps engineers.",
    suggestions: [],
  });
});

test("a card's menu runs the same command for one topic", () => {
  const card = assistant.run("role", { name: "devsecops" });
  const menu = card.kind === "answer" ? card.menu : [];
  expect(menu.map(({ run }) => shown(assistant.run(run.command, run.values)).slice(0, 2))).toEqual(
    menu.map(({ label }) => ["answer", `DevSecOps engineer: ${label.toLowerCase()}`]),
  );
});

test("related questions of a salary are answered", () => {
  const reply = assistant.run("salary", { role: "devops" });
  expect(reply.kind === "answer" && reply.related).toEqual([
    asks("How much does a DevOps engineer earn by city?"),
    asks("Which employers pay a DevOps engineer the most?"),
  ]);
});

/** What of a reply is the same in every language. */
const kept = (reply: Reply) =>
  reply.kind === "answer" && [
    ...reply.parts.flatMap(({ snippets }) => snippets),
    ...[...reply.menu, ...reply.related].map(({ run }) => run),
  ];

describe("in another language", () => {
  const spanish = assistant.in("es-ES");

  test("there is one assistant for each language, and English for a locale that nobody speaks", () => {
    expect(assistant.in("es-419")).toBe(spanish);
    expect([spanish.in("en-GB"), assistant.in("fr"), assistant.in(null)]).toEqual([
      assistant,
      assistant,
      assistant,
    ]);
  });

  test("every reply comes from the same snippets, and runs the same", () => {
    const runs = [
      ["ask", { question: "What is a DevOps engineer?" }],
      ["role", { name: "DevOps" }],
      ["salary", { role: "DevOps", place: "Houston" }],
      ["compare", { first: "DevOps", second: "DevSecOps" }],
      ["cert", { name: "CEH" }],
    ] as const;
    for (const [command, values] of runs) {
      expect(kept(spanish.run(command, values))).toEqual(kept(assistant.run(command, values)));
    }
  });

  const text = (command: string, values: Readonly<Record<string, string>>): string => {
    const reply = spanish.run(command, values);
    return reply.kind === "refusal" || reply.kind === "clarification" ? reply.text : reply.kind;
  };

  const ROLES = "Tratan sobre los roles de DevOps engineer y DevSecOps engineer.";

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["role", { name: "plumber" }, `Los documentos no dicen nada sobre “plumber”. ${ROLES}`],
    [
      "role",
      { name: "DevOps", topic: "becoming" },
      `Los documentos no dicen nada sobre “cómo llegar a serlo” en el rol de DevOps engineer. ${ROLES}`,
    ],
    [
      "salary",
      { role: "DevSecOps", place: "Houston" },
      `Los documentos no dicen nada sobre lo que gana un DevSecOps engineer en Houston. ${ROLES}`,
    ],
    ["role", { name: "CEH" }, "Los documentos mencionan CEH, pero no como rol."],
    ["role", { name: "engineer" }, "No conozco “engineer”. ¿Te refieres a una de estas opciones?"],
    [
      "compare",
      { first: "DevOps", second: "dev ops" },
      "Los dos nombres se refieren a DevOps engineer. Indica dos cosas distintas para compararlas.",
    ],
    [
      "ask",
      { question: "Do I need a visa as a DevOps engineer?" },
      "Ninguna sección responde eso: los documentos no dicen nada sobre “visas”.",
    ],
    [
      "ask",
      { question: "hi" },
      "No encontré ninguna pregunta en tu mensaje. Pregúntame en inglés sobre los roles de DevOps engineer y DevSecOps engineer.",
    ],
    [
      "ask",
      { question: "¿Cuánto gana un ingeniero DevOps en Houston y qué tiene que estudiar para eso?" },
      `Solo respondo preguntas en inglés, el idioma de mis documentos. ${ROLES}`,
    ],
    [
      "ask",
      { question: "Combien gagne un ingénieur DevOps à Houston et que doit-il étudier pour cela ?" },
      "Je ne réponds qu’en anglais, la langue de mes documents.\nSolo respondo preguntas en inglés, el idioma de mis documentos.",
    ],
  ])("/%s %j gets no answer, in Spanish", (command, values, said) => {
    expect(text(command, values)).toBe(said);
  });
});
