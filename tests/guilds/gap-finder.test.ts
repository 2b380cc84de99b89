import { describe, expect, test } from "vitest";
import { createAssistant, type Values } from "../../src/guilds/assistant.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";

const assistant = createAssistant(await loadEngine(SHIPPED_FOLDER));
const DEVOPS = "DevOps engineer";

const missed = (command: string, values: Values) =>
  assistant.gaps
    .inReply(assistant.run(command, values), { command, values })
    .map(({ entity, topic, reason }) => [entity, topic, reason]);

describe("what a command asks in vain", () => {
  test.each<[string, Values, string, string]>([
    ["role", { name: "Data scientist" }, "role:data-scientist", "unknown"],
    ["role", { name: DEVOPS, topic: "Visas" }, "role:devops-engineer", "visa"],
    ["skills", { role: "Data scientist" }, "role:data-scientist", "skills"],
    ["salary", { role: "Data scientist" }, "role:data-scientist", "salary"],
    ["salary", { role: DEVOPS, place: "Germany" }, "place:germany", "salary"],
    ["path", { role: "Data scientist" }, "role:data-scientist", "becoming"],
    ["cert", { name: "PMP" }, "certification:pmp", "certifications"],
    ["cert", { name: "zzgrmbl" }, "unknown", "certifications"],
    ["compare", { first: DEVOPS, second: "Data scientist" }, "role:data-scientist", "unknown"],
  ])("/%s %j is counted as %s and %s", (...[command, values, ...subject]) => {
    expect(missed(command, values)).toEqual([[...subject, "entity-not-covered"]]);
  });

  test("free text is counted by what it asks, for each part that is not answered", () => {
    const question = "What does a DevSecOps engineer do? And how do I get a work permit in Spain?";
    expect(missed("ask", { question })).toEqual([["place:spain", "visa", "entity-not-covered"]]);
  });
});

describe("nothing is counted", () => {
  test.each<[string, Values]>([
    ["ask", { question: "hello" }],
    ["ask", { question: "thanks a lot!" }],
    ["ask", { question: "What is CISA?" }],
    ["ask", { question: "What does a DevSecOps engineer do?" }],
    ["role", { name: DEVOPS }],
    ["salary", { role: DEVOPS }],
    ["path", { role: DEVOPS }],
    ["cert", { name: "CISSP" }],
    ["topics", {}],
    ["sources", {}],
    ["help", {}],
  ])("for /%s %j", (command, values) => {
    expect(missed(command, values)).toEqual([]);
  });
});

describe("what a complaint is about", () => {
  test("is what the snippets behind its keys are about", () => {
    const reply = assistant.ask("What does a DevSecOps engineer do?");
    expect(assistant.gaps.ofSnippets(assistant.keysOf(reply))).toEqual({
      entity: "role:devsecops-engineer",
      topic: "responsibilities",
    });
  });

  test("is unknown where the documents have none of the snippets any more", () => {
    expect(assistant.gaps.ofSnippets(["no-such-key"])).toEqual({ entity: "unknown", topic: "unknown" });
  });
});

test("a gap is named in the language of whoever looks at it", () => {
  const subject = { entity: "role:devops-engineer", topic: "salary" };
  expect(assistant.gaps.namesOf(subject)).toEqual({ entity: DEVOPS, topic: "Salary" });
  expect(assistant.in("es-ES").gaps.namesOf(subject)).toEqual({ entity: DEVOPS, topic: "Salario" });
});
