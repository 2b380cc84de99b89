import { loadQuestions } from "../evaluation/golden-question.ts";

/** The golden questions, without what is known of their answers. */
export const QUESTIONS: readonly string[] = ["members", "development"].flatMap((set) =>
  loadQuestions(new URL(`../evaluation/questions/${set}.jsonl`, import.meta.url)).map(
    ({ question }) => question,
  ),
);

const MESSAGE_LENGTH = 2_000;

/** Messages of 2,000 characters, each of which is hard on another stage. */
export const LONG_MESSAGES: Readonly<Record<string, string>> = {
  "many questions": filled(QUESTIONS.join(" ")),
  "all words misspelled": filled(QUESTIONS.join(" ").replaceAll(/[aeiou]/g, otherVowel)),
  "one sentence": filled(QUESTIONS.join(" ").replaceAll(/[.?!,;:]/g, "")),
  "one word": filled("devsecops"),
  "names only": filled("CISSP CEH Security+ OSCP Kubernetes Jenkins Terraform "),
  "an emoji wall": filled("🔥"),
  "question marks": filled("why? "),
};

function filled(text: string): string {
  return text.repeat(Math.ceil(MESSAGE_LENGTH / text.length)).slice(0, MESSAGE_LENGTH);
}

function otherVowel(vowel: string): string {
  const vowels = "aeiou";
  return vowels[(vowels.indexOf(vowel) + 1) % vowels.length] ?? vowel;
}
