import { loadQuestions } from "../evaluation/golden-question.ts";
import { inventWord } from "./scale-words.ts";

/** The golden questions, without what is known of their answers. */
export const QUESTIONS: readonly string[] = questionsOf("members", "development");
/** Others, for measuring what nobody has asked before. */
export const UNASKED_QUESTIONS: readonly string[] = questionsOf("newcomers", "held-out");

function questionsOf(...sets: readonly string[]): string[] {
  return sets.flatMap((set) =>
    loadQuestions(new URL(`../evaluation/questions/${set}.jsonl`, import.meta.url)).map(
      ({ question }) => question,
    ),
  );
}

const MESSAGE_LENGTH = 2_000;

/** Messages of 2,000 characters, the most that a member can write, each of which is hard on another stage. */
export const LONG_MESSAGES: Readonly<Record<string, string>> = {
  "many questions": filled(QUESTIONS.join(" ")),
  "all words misspelled": filled(QUESTIONS.join(" ").replaceAll(/[aeiou]/g, otherVowel)),
  "one sentence": filled(QUESTIONS.join(" ").replaceAll(/[.?!,;:]/g, "")),
  "one long token": filled("devsecops"),
  "one stop word": filled("the "),
  "one common word": filled("engineer "),
  "common words": filled("what is the pay and how do i get the work that they do as a "),
  "unknown words": filledBy((number) => `${inventWord(number * 7_919)}qx`),
  "rare words": filledBy((number) => inventWord(number * 101)),
  "questions of one rare word": filledBy((number) => `why ${inventWord(number * 101)}?`),
  "names only": filled("CISSP CEH Security+ OSCP Kubernetes Jenkins Terraform Houston Texas "),
  "an emoji wall": filled("🔥"),
  "question marks": filled("why? "),
  punctuation: filled("?!., "),
  "mixed scripts": filled("что платят девопс 什么是 devops ما هو الراتب "),
};

function filled(text: string): string {
  return text.repeat(Math.ceil(MESSAGE_LENGTH / text.length)).slice(0, MESSAGE_LENGTH);
}

function filledBy(word: (number: number) => string): string {
  return filled(Array.from({ length: MESSAGE_LENGTH / 5 }, (_, number) => word(number)).join(" "));
}

function otherVowel(vowel: string): string {
  const vowels = "aeiou";
  return vowels[(vowels.indexOf(vowel) + 1) % vowels.length] ?? vowel;
}
