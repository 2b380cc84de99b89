import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIBRARY } from "../answering/library.ts";

const { reader } = LIBRARY;

/** What is asked by the last of some messages, each of which goes on from the one before. */
function asked(...messages: readonly string[]): string {
  return messages.reduce((question, message) => reader.inFull(message, { question, answer: "" }), "");
}

describe("the question before is asked again", () => {
  const question = "how much does a devops engineer earn in Houston?";

  test.each([
    { said: "and in Dallas?", full: "how much does a devops engineer earn in Dallas?" },
    { said: "Dallas", full: "how much does a devops engineer earn in Dallas?" },
    { said: "ok, and what about new york then?", full: "how much does a devops engineer earn in new york?" },
    { said: "how about a devsecops role?", full: "how much does a devsecops earn in Houston?" },
    { said: "and for devsecops?", full: "how much does a devsecops earn in Houston?" },
    { said: "the other one?", full: "how much does a DevSecOps engineer earn in Houston?" },
    { said: "at Initech?", full: "how much does a devops engineer earn in Houston Initech" },
  ])("of another name: $said", ({ said, full }) => {
    expect(asked(question, said)).toBe(full);
  });

  test.each([
    { said: "why?", full: "why how much does a devops engineer earn in Houston?" },
    { said: "how come", full: "how come how much does a devops engineer earn in Houston?" },
    { said: "and remote?", full: "how much does a devops engineer earn in Houston remote?" },
    { said: "why so little?", full: "why so little how much does a devops engineer earn in Houston?" },
  ])("with more to it: $said", ({ said, full }) => {
    expect(asked(question, said)).toBe(full);
  });

  test("of what is defined", () => {
    expect(asked("what is continuous integration", "and continuous delivery?")).toBe(
      "what is continuous delivery?",
    );
  });

  test("where it was something to do", () => {
    expect(asked("how do i become a devops engineer?", "is that hard?")).toBe(
      "is that hard how do i become a devops engineer?",
    );
  });
});

describe("a question takes over", () => {
  test.each([
    {
      what: "the role",
      before: "what is devsecops?",
      said: "and the skills?",
      full: "and the skills? devsecops",
    },
    {
      what: "the role, for they",
      before: "what is devsecops?",
      said: "how much do they earn?",
      full: "how much do devsecops earn?",
    },
    {
      what: "the role that it lacks beside its own place",
      before: "what is devops?",
      said: "salary in Houston?",
      full: "salary in Houston? devops",
    },
    {
      what: "the certificate, for it",
      before: "tell me about the CEH",
      said: "how much does it cost?",
      full: "how much does CEH cost?",
    },
    {
      what: "the certificate, for the exam",
      before: "tell me about the CEH",
      said: "how hard is the exam?",
      full: "how hard is the exam? CEH",
    },
    {
      what: "the role rather than the certificate when certificates are asked for",
      before: "is the CEH advised for devsecops?",
      said: "which certifications help?",
      full: "which certifications help? devsecops",
    },
    {
      what: "both roles",
      before: "devops vs devsecops?",
      said: "what skills do both need?",
      full: "what skills do devops and devsecops need?",
    },
    {
      what: "the place, as long as figures are asked for",
      before: "what does a devops engineer earn in Houston?",
      said: "and the salary after tax?",
      full: "and the salary after tax? Houston devops engineer",
    },
    {
      what: "the place, for there",
      before: "what does a devops engineer earn in Houston?",
      said: "what skills do they need there?",
      full: "what skills do devops engineer need Houston?",
    },
    {
      what: "a name that no document has",
      before: "what does a data scientist do?",
      said: "and the salary?",
      full: "and the salary? data scientist",
    },
  ])("$what: $said", ({ before, said, full }) => {
    expect(asked(before, said)).toBe(full);
  });

  test("what the answer names, where the question named nothing", () => {
    const before = { question: "which certificate comes first?", answer: "Start with the CEH." };
    expect(reader.inFull("who issues it?", before)).toBe("who issues CEH?");
  });

  test("nothing of an answer that names several", () => {
    const before = { question: "where is pay best?", answer: "In Houston and in Dallas." };
    expect(reader.inFull("what is rent there?", before)).toBe("what is rent there?");
  });
});

describe("a question that lacks nothing stays as it is", () => {
  test.each([
    "what is continuous integration?",
    "what is the salary of a devsecops engineer?",
    "which city has the lowest rent?",
    "what is the notice period in Germany?",
    "what does a plumber earn?",
    "Is C++ a language, and who uses it?",
    "why does collaboration with other teams matter for security?",
    "are there jobs?",
    "can you tell me a joke",
    "how are you?",
  ])("%s", (question) => {
    const [before, said] = ["How much does a DevOps engineer earn in Houston?", question];
    expect(reader.understand(said, { question: before, answer: "" })).toEqual(reader.understand(said));
  });

  test("another topic takes over no place", () => {
    expect(asked("what does a devops engineer earn in Houston?", "and the skills?")).toBe(
      "and the skills? devops engineer",
    );
  });

  test("a message that tells what it is about asks about that", () => {
    const said = "I am a data scientist. Which skills are needed?";
    expect(reader.understand(said, { question: "what is devops?", answer: "" })).toEqual(
      reader.understand(said),
    );
  });
});

describe("in a longer talk", () => {
  test("each question goes on from all before it", () => {
    const talk = ["what does a devops engineer earn in Houston?", "and in Dallas?", "what about devsecops?"];
    expect(asked(...talk)).toBe("what does a devsecops earn in Dallas?");
  });

  test("thanks do not end it", () => {
    expect(asked("what is devsecops?", "thanks!", "how much do they earn?")).toBe(
      "how much do devsecops earn?",
    );
  });

  test("of several questions in one message the last is gone on from", () => {
    expect(asked("What is DevOps? What does it pay in Houston?", "and in Dallas?")).toBe(
      "What does DevOps pay in Dallas?",
    );
  });

  test("no talk, however long, ends it", () => {
    const word = fc.constantFrom(
      "and",
      "what about",
      "it",
      "there",
      "devops",
      "Houston",
      "CEH",
      "why",
      "salary",
      "?",
    );
    const message = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), (talk) => {
        expect(asked(...talk).length).toBeLessThan(2_000);
      }),
    );
  });
});
