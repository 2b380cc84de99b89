import { seededRandom, type Random } from "./scale-words.ts";

/** What messages are made of; every list in an order that is the same in each run. */
export interface Pieces {
  /** Names and aliases of the glossary. */
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
  /** Words of the documents, the most frequent first. */
  readonly words: readonly string[];
  /** Questions and answers of the documents. */
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  /** What members ask. */
  readonly asked: readonly string[];
  /** Words that nobody knows. */
  readonly strange: readonly string[];
}

/** https://docs.discord.com/developers/resources/message: the most that a member can write, in characters. */
const MESSAGE_LENGTH = 2_000;

/** Random mixtures of all pieces, for what nobody thought of. */
const MIXTURES = 40;
const MIXED_PIECES = 400;

/** Messages of the longest length, each of another shape, by the name of the shape. */
export function writeShapes(pieces: Pieces): Readonly<Record<string, string>> {
  const texts = {
    ...wordShapes(pieces),
    ...nameShapes(pieces),
    ...questionShapes(pieces),
    ...MARK_SHAPES,
    ...mixtures(pieces),
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text)]));
}

const filled = (text: string): string =>
  `${text} `.repeat(Math.ceil(MESSAGE_LENGTH / (text.length + 1))).slice(0, MESSAGE_LENGTH);

const joined = (some: readonly string[], between = " "): string =>
  some.slice(0, MESSAGE_LENGTH).join(between);

const each = (some: readonly string[], write: (one: string) => string): string =>
  joined(some.slice(0, MESSAGE_LENGTH).map(write));

function wordShapes({ words, strange }: Pieces): Record<string, string> {
  const rare = words.toReversed();
  const long = rare.filter(({ length }) => length >= 8);
  return {
    "one frequent word": words[0] ?? "",
    "frequent words": joined(words),
    "rare words": joined(rare),
    "long rare words": joined(long),
    "rare words as questions": each(rare, (word) => `why ${word}?`),
    "rare words as commands": each(rare, (word) => `explain ${word};`),
    "rare words in capitals": joined(rare).toUpperCase(),
    "rare words with hyphens": joined(rare, "-"),
    "rare words without blanks": joined(rare, ""),
    "rare words misspelled once": each(rare, (word) => slip(word, 1)),
    "long rare words misspelled twice": each(long, (word) => slip(slip(word, 1), 4)),
    "rare words without vowels": each(rare, (word) => word.replaceAll(/[aeiou]/g, "")),
    "rare words drawn out": each(rare, (word) => word.replace(/.$/, (last) => last.repeat(4))),
    "misspelled words as questions": each(long, (word) => `why ${slip(slip(word, 1), 4)}?`),
    "strange words": joined(strange),
    "strange names": each(strange, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
    "strange words as questions": each(strange, (word) => `what is ${word}?`),
  };
}

/** Puts another letter at a place. */
const slip = (word: string, at: number): string =>
  word.slice(0, at) + (word[at] === "e" ? "i" : "e") + word.slice(at + 1);

const inTurn = (of: readonly string[], at: number): string => of[at % of.length] ?? "";

function nameShapes({ names, roles, places, topics }: Pieces): Record<string, string> {
  return {
    "one name": names[0] ?? "",
    "all names": joined(names),
    "all names, the last first": joined(names.toReversed()),
    "short names": joined(names.filter(({ length }) => length <= 4)),
    "names misspelled": each(names, (name) => slip(name, 2)),
    "names as questions": each(names, (name) => `what is ${name}?`),
    "names compared": joined(names, " vs "),
    "roles compared": each(roles, (role) => `${role} or`),
    "places in one breath": joined(places, " and "),
    "pay of roles in places": joined(
      places.map((place, at) => `salary of a ${inTurn(roles, at)} in ${place}?`),
    ),
    "all topics": joined(topics),
    "topics of roles": joined(topics.map((topic, at) => `${topic} of ${inTurn(roles, at)}`)),
    "topics as questions": each(topics, (topic) => `what about ${topic}?`),
  };
}

const plain = (text: string): string => text.replaceAll(/[^\p{L}\d\s]/gu, "");

function questionShapes({ questions, answers, asked }: Pieces): Record<string, string> {
  return {
    "questions of members": joined(asked),
    "questions of members in one sentence": each(asked, plain),
    "questions of members misspelled": joined(asked).replaceAll(/[aeiou]/g, (vowel) => slip(vowel, 0)),
    "questions of members, a line each": joined(asked, "\n"),
    "questions of members quoted": each(asked, (one) => `> ${one}\n`),
    "questions of documents": joined(questions),
    "questions of documents with and": each(questions, (one) => `${plain(one)} and`),
    "texts of documents": joined(answers),
    "texts of documents in one sentence": each(answers, plain),
    "a long story with one question": `so what should I do? ${each(answers, (text) => `${plain(text)}. `)}`,
  };
}

const MARK_SHAPES: Readonly<Record<string, string>> = {
  "one stop word": "the",
  "stop words": "what is the pay and how do i get the work that they do as a",
  "one letter": "a",
  letters: "a b c d e f g h i j k l m n o p q r s t u v w x y z",
  "one long token": "devsecops".repeat(250),
  "one letter without end": "a".repeat(MESSAGE_LENGTH),
  "question words": "what which who how why when where does is can",
  "question marks": "?".repeat(MESSAGE_LENGTH),
  "one-word questions": "why? how? what?",
  "one-word sentences": "salary. devops. skills.",
  clauses: "so, devops, and, salary, but, how, because",
  "who asks": "noob here, student here - dad here: new here;",
  "second questions": "and what and how and why and is",
  pronouns: "is it that they do this for them there or those here",
  greetings: "hey hi hello thanks please guys bro lol ok so",
  "chat spellings": "wat r u gonna b makin wtf idk tbh ppl w/ ur exp",
  apostrophes: "don't it's they'd i'm who's what're",
  abbreviations: "e.g. i.e. sr. jr. vs. etc. no.",
  "list items": "1) 2) 3) devops 4) salary",
  numbers: "1 22 333 4,444 55.5 6th 7% 8k",
  amounts: "$120,000 to 90k EUR, £45.50 per hour or 12 lakh",
  punctuation: "?!., ;: -- ... ()[]{}",
  blanks: `devops${" ".repeat(900)}salary${"\t".repeat(900)}?`,
  "line breaks": "devops\n\n\n\n",
  quotes: `> "what 'is' «devops»"\n> > `,
  "code blocks": "```js\nconst devops = 'salary';\n```",
  "open code marks": "` `` ``` ",
  markup: "**what** __is__ ||devops|| ~~pay~~ *and* _how_",
  links: "[devops](https://example.com/devops?salary=1) <https://example.org>",
  addresses: "https://",
  mentions:
    "<@123456789012345678> <#123456789012345678> </ask:123456789012345678> <:devops:123456789012345678>",
  "open mentions": "<@<#<:a</",
  emoji: "🔥🦊💰",
  "joined emoji": "👩‍💻👨‍👩‍👧‍👦🏳️‍🌈",
  "stacked accents": "d\u0301\u0302\u0303e\u0304\u0305v\u0306\u0307o\u0308p\u0309s\u030A",
  "invisible characters": "\u200Bd\u200Ce\u200Dv\u2060o\u202Ep\u00ADs",
  "characters that unfold": "ﷺ".repeat(MESSAGE_LENGTH),
  "ligatures and wide letters": "ｄｅｖｏｐｓ ﬃ ﬄ ㎏ ㍿ ½ ™ ℡",
  "halves of characters": "\uD83D devops \uDE00",
  "mixed scripts": "что платят девопс 什么是 devops ما هو الراتب",
  "without blanks": "什么是职业工资怎么成为工程师",
  Spanish: "cuanto gana un ingeniero devops en mexico y que certificaciones necesita para el puesto",
  German: "wie viel verdient ein devops ingenieur und welche zertifikate braucht man dafür eigentlich",
  superlatives: "the best paid and most important but least hard, more than others and better than most",
};

function mixtures(pieces: Pieces): Record<string, string> {
  const all = Object.values(pieces);
  return Object.fromEntries(
    Array.from({ length: MIXTURES }, (_, number) => [
      `mixture ${number}`,
      mix(all, seededRandom(number + 1)),
    ]),
  );
}

const BETWEEN = [" ", " ", " ", "? ", ". ", ", ", "\n", " and ", " or ", " vs "];

function mix(all: readonly (readonly string[])[], random: Random): string {
  const lists = all.filter(() => random() < 0.5);
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
  const letters = () => {
    const piece = pick(pick(lists) ?? []) ?? "";
    const short = piece.slice(0, 60);
    return random() < 0.3 ? slip(short, 2) : short;
  };
  return Array.from({ length: MIXED_PIECES }, () => `${letters()}${pick(BETWEEN) ?? ""}`).join("");
}
