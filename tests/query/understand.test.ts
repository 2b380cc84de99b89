import { describe, expect, test } from "vitest";
import type { Query, QueryPart } from "../../src/query/query.ts";
import { LIBRARY } from "../answering/library.ts";

const understand = (message: string, question = ""): Query =>
  LIBRARY.reader.understand(message, { question, answer: "" });
const partsOf = (message: string, previous?: string): readonly QueryPart[] =>
  understand(message, previous).parts;
const rolesOf = (message: string, previous?: string): string[][] =>
  partsOf(message, previous).map(({ roles }) => roles.map(({ id }) => id));
const labelsOf = (message: string): string[][] =>
  partsOf(message).map(({ units }) => units.map(({ label }) => label));

describe("the language of a message", () => {
  test.each([
    { text: "¿Cuánto gana un ingeniero de seguridad en España?", language: "spa" },
    { text: "Combien gagne un ingénieur en sécurité informatique?", language: "fra" },
    { text: "Wie viel verdient ein Sicherheitsingenieur in Deutschland?", language: "deu" },
    { text: "Сколько зарабатывает инженер по безопасности?", language: "rus" },
    {
      text: "セキュリティエンジニアの給料はいくらですか、そしてその仕事を始めるためにはどのような資格が必要になりますか",
      language: "jpn",
    },
  ])("is told: $language", ({ text, language }) => {
    expect(understand(text)).toEqual({ language, parts: [] });
  });

  test.each([
    "What does a DevSecOps engineer do?",
    "wat skils doo i ned for devsecops",
    "waht certifcations shoud a devsecops enginer get",
    "salary houston",
    "CEH CISSP",
    "pls halp lol devsecops sallary??",
  ])("is English, slips and all: %s", (text) => {
    expect(understand(text).language).toBeUndefined();
  });
});

describe("the roles of a question", () => {
  test.each([
    { from: "itself", message: "What does DevSecOps pay?", roles: [["role:devsecops-engineer"]] },
    {
      from: "what is told before it",
      message: "I want to be a DevOps engineer. Which skills are needed?",
      roles: [["role:devops-engineer"]],
    },
    {
      from: "the question before it in the message",
      message: "What is a DevOps engineer? Which programming languages are needed?",
      roles: [["role:devops-engineer"], ["role:devops-engineer"]],
    },
    {
      from: "a name written as one word",
      message: "What does a devopsengineer earn?",
      roles: [["role:devops-engineer"]],
    },
    {
      from: "a name written as one word with a slip in it",
      message: "What does a devsecopsenginer earn?",
      roles: [["role:devsecops-engineer"]],
    },
    { from: "nowhere", message: "Which skills are needed?", roles: [[]] },
    { from: "no name that documents lack", message: "What does a data scientist earn?", roles: [[]] },
    {
      from: "both sides",
      message: "devops vs devsecops?",
      roles: [["role:devops-engineer", "role:devsecops-engineer"]],
    },
  ])("come from $from", ({ message, roles }) => {
    expect(rolesOf(message)).toEqual(roles);
  });

  test("come from the question asked before", () => {
    expect(rolesOf("And which certifications?", "What is a DevSecOps engineer?")).toEqual([
      ["role:devsecops-engineer"],
    ]);
  });

  test("are its own rather than those of the question asked before", () => {
    expect(rolesOf("What does a DevOps engineer earn?", "What is a DevSecOps engineer?")).toEqual([
      ["role:devops-engineer"],
    ]);
  });

  test("are named only where the question itself names them", () => {
    const named = partsOf("What is a DevOps engineer? Which programming languages are needed?").map(
      ({ namesRole }) => namesRole,
    );
    expect(named).toEqual([true, false]);
  });
});

describe("the parts of a message", () => {
  test("a question that says nothing by itself belongs to the one before", () => {
    expect(labelsOf("Is the CEH advised for DevSecOps? Or can I do it?")).toEqual([
      ["CEH", "DevSecOps", "advised"],
    ]);
  });

  test("a question about what was told takes it in", () => {
    expect(labelsOf("I take the CEH tomorrow. What would be on it?")).toEqual([["CEH", "take", "tomorrow"]]);
  });

  test("a question with a pronoun and little else takes in a short story", () => {
    expect(labelsOf("All those Python scripts. Are they kept?")[0]).toContain("Python");
    expect(labelsOf("All those Python scripts. Are they kept in Houston?")[0]).not.toContain("Python");
  });

  test("the other questions of a message are told beside each", () => {
    const [, second] = partsOf("Do I need Python? And which salary does Houston pay?");
    expect(second?.context.map(({ label }) => label)).toContain("Python");
  });

  test("one role set beside a pronoun is set beside the role before", () => {
    expect(rolesOf("Is DevSecOps hard? And does it pay more than DevOps?")[1]?.toSorted()).toEqual([
      "role:devops-engineer",
      "role:devsecops-engineer",
    ]);
  });

  test("at most three questions are read", () => {
    const message = "What is DevOps? What is DevSecOps? What is the CEH? What is the CISSP?";
    expect(labelsOf(message)).toEqual([["DevOps"], ["DevSecOps"], ["CEH"]]);
  });

  test("nothing is asked where only names and no question stand", () => {
    expect(partsOf("DevSecOps salary").map(({ isAsked }) => isAsked)).toEqual([false]);
  });

  test.each(["", "   ", "🙂", "hello there", "<@123>", "```\nwhat is devops?\n```"])(
    "are none where nothing is said: %j",
    (message) => {
      expect(understand(message)).toEqual({ language: undefined, parts: [] });
    },
  );

  test("what stands behind two thousand characters is not read", () => {
    expect(labelsOf(`${"so ".repeat(700)} what is the CEH?`)).toEqual([]);
  });
});

describe("what a question asks about", () => {
  test.each([
    {
      what: "the longest name wins",
      message: "What is a certified ethical hacker?",
      labels: ["certified ethical hacker"],
    },
    { what: "talk says nothing", message: "hey guys pls what is the CEH lol thanks", labels: ["CEH"] },
    {
      what: "a misspelt name is the name",
      message: "what skills for devsecosp",
      labels: ["devsecops", "skills"],
    },
    { what: "letters held down are let go", message: "what is devopsssss", labels: ["devops"] },
    { what: "slang is words", message: "wat is devops", labels: ["devops"] },
    { what: "a name with a sign is that name", message: "Do I need C++?", labels: ["C++"] },
  ])("$what: $message", ({ message, labels }) => {
    expect(labelsOf(message)).toEqual([labels]);
  });

  test("a phrase for a topic that no document is about stands as a whole", () => {
    const units = partsOf("What is the notice period in Germany?")[0]?.units.map(({ label, topics }) => ({
      label,
      topics: topics.map(({ id }) => id),
    }));
    expect(units).toEqual([
      { label: "Germany", topics: [] },
      { label: "notice period", topics: ["notice"] },
    ]);
  });

  test("a name that no document has is still that name", () => {
    const ids = partsOf("What does a data scientist earn in Germany?")[0]?.units.flatMap(({ entities }) =>
      entities.map(({ id }) => id),
    );
    expect(ids).toEqual(["role:data-scientist", "place:germany"]);
  });

  test("topics come from words and from the form, each once", () => {
    expect(partsOf("How much salary does DevOps earn?")[0]?.topics).toEqual(["salary"]);
    expect(partsOf("How do I become a DevSecOps engineer without certificates?")[0]?.topics).toEqual([
      "becoming",
      "certifications",
    ]);
  });
});
