import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeText } from "../../src/query/normalize.ts";
import { findAsking } from "../../src/query/sentences.ts";

test.each([
  "What does a DevSecOps engineer do?",
  "whats devsecops",
  "how much do they make",
  "do i need a degree",
  "is CEH worth it",
  "ceh does it show up in job ads",
  "besides pipelines, which tools do they use",
  "can I switch at 40",
  "ok so, what does a devops engineer earn",
  "anyone know what devsecops pays",
  "any tips for a beginner",
  "salary in Houston?",
  "so should I learn Python",
  "I like security but is it hard",
  "need to know the skills for devsecops",
  "explain devsecops to me",
  "tell me about the salary",
  "I was wondering about certificates",
  "devops vs devsecops",
  "which is better, CEH or CISSP",
  "looking for the difference between devops and devsecops",
  "want to become a devsecops engineer",
  "list the certifications",
  "compare houston and dallas",
  "skills required for devsecops please",
])("%s asks", (line) => {
  expect(findAsking(line)).toEqual({ asks: [line], told: [] });
});

test.each([
  "The morning was quiet",
  "I got the job!",
  "that helped",
  "We deploy on Fridays.",
  "lol same",
  "DevSecOps is great.",
  "My brother works in security.",
  "just passed my exam",
])("%s tells", (line) => {
  expect(findAsking(line)).toEqual({ asks: [], told: [line] });
});

describe("a message with several sentences", () => {
  test("is divided into what asks and what tells, each in order", () => {
    expect(findAsking("I am a nurse. How do I start? I like computers. Do I need a degree?")).toEqual({
      asks: ["How do I start?", "Do I need a degree?"],
      told: ["I am a nurse.", "I like computers."],
    });
  });

  test("tells what only sounds like asking where another sentence asks outright", () => {
    expect(findAsking("I was wondering about my future. What is DevSecOps?")).toEqual({
      asks: ["What is DevSecOps?"],
      told: ["I was wondering about my future."],
    });
  });

  test.each([
    {
      what: "two questions joined by and",
      text: "What is DevSecOps and how much does it pay?",
      asks: ["What is DevSecOps", "how much does it pay?"],
    },
    {
      what: "two questions without a space",
      text: "What is DevSecOps?How do I start?",
      asks: ["What is DevSecOps?", "How do I start?"],
    },
    {
      what: "a numbered list",
      text: "1) what is devops 2) how do I start 3) is it hard",
      asks: ["what is devops", "how do I start", "is it hard"],
    },
    {
      what: "a numbered list in lines",
      text: "1. what is devops?\n2. how do I start?",
      asks: ["what is devops?", "how do I start?"],
    },
    { what: "lines", text: "what is devops\nhow do i start", asks: ["what is devops", "how do i start"] },
  ])("asks each: $what", ({ text, asks }) => {
    expect(findAsking(text).asks).toEqual(asks);
  });

  test.each(["Is it e.g. Python?", "Is a sr. engineer paid more?", "Is DevOps vs. DevSecOps a thing?"])(
    "does not end at an abbreviation: %s",
    (text) => {
      expect(findAsking(text).asks).toEqual([text]);
    },
  );
});

test("of a story in one breath only the clauses that ask are the question", () => {
  const story =
    "I worked nine years at a help desk in Ohio and I really like scripting, my boss moved me to the build team, what should I learn next";
  expect(findAsking(story)).toEqual({
    asks: ["what should I learn next"],
    told: [
      "I worked nine years at a help desk in Ohio and I really like scripting",
      "my boss moved me to the build team",
    ],
  });
});

test("what has no words is neither asked nor told", () => {
  expect(findAsking("??? !!!\n…")).toEqual({ asks: [], told: [] });
});

const counted = (lines: readonly string[]): string[] => lines.join(" ").match(/\w+/g)?.toSorted() ?? [];

test("no word of a message is lost or made up", () => {
  const word = fc.constantFrom("what", "is", "devops", "I", "like", "it", "pay", "nurse");
  const mark = fc.constantFrom(" ", "? ", ". ", ", ", "\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(word, mark), { maxLength: 30 }), (pieces) => {
      const text = normalizeText(pieces.flat().join(""));
      const { asks, told } = findAsking(text);
      expect(counted([...asks, ...told])).toEqual(counted([text]));
    }),
  );
});

test.each([
  { message: "hey, should I learn Python", asks: ["should I learn Python"], told: [] },
  { message: "Good morning everyone", asks: [], told: [] },
  { message: "thanks, that helped", asks: [], told: ["that helped"] },
])("courtesies neither ask nor tell: $message", ({ message, asks, told }) => {
  expect(findAsking(message)).toEqual({ asks, told });
});
