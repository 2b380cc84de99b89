import { expect, test } from "vitest";
import { withoutCourtesies } from "../../src/query/courtesies.ts";

const words = (text: string): string => text.replace(/[^\p{L}\p{N}'+#]+/gu, " ").trim();

test.each([
  { said: "hey folks, hope everyones having a good week! is ceh worth it", left: "is ceh worth it" },
  { said: "Hello! First time posting here. do i need ceh Thanks in advance!", left: "do i need ceh" },
  { said: "sorry if this was asked before. wats sast", left: "wats sast" },
  { said: "what pays more Any help appreciated, have a nice day all", left: "what pays more" },
  { said: "quick one before standup: what is sast", left: "what is sast" },
  { said: "are you a real person or just a script?", left: "" },
  { said: "r u a bot? what is sast", left: "what is sast" },
  { said: "are you a bot and what is sast", left: "and what is sast" },
  { said: "are you a junior when you start?", left: "are you a junior when you start" },
  { said: "Why is DevOps in high demand?", left: "Why is DevOps in high demand" },
  { said: "how do i get new people into devops", left: "how do i get new people into devops" },
])("of “$said” is left “$left”", ({ said, left }) => {
  expect(words(withoutCourtesies(said))).toBe(left);
});

test("what is left ends a sentence, so that nothing runs into the question", () => {
  expect(withoutCourtesies("what is sast thanks guys")).toMatch(/^what is sast \./);
});
