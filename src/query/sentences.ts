import { withoutCourtesies } from "./courtesies.ts";
import { tokenize } from "./tokenize.ts";

/** A message divided into what asks and what is told around it. */
export interface Asking {
  /** The sentences that ask, in order. */
  readonly asks: readonly string[];
  /** Everything else, in order. */
  readonly told: readonly string[];
}

/** A sentence with more words than this is a story in one breath: only its asking clauses are the question. */
const LONG_SENTENCE_WORDS = 12;

/** Ends of sentences, except after usual abbreviations and the numbers of a list. */
const SENTENCE_END = /(?<=[.!?…;])(?<!\b(?:e\.g|i\.e|sr|jr|vs|etc|no)\.)\s+|(?<=\?)(?=\p{L})|\n+/giu;
/** Where a second question begins inside a sentence. */
const SECOND_ASK =
  /[,;]?\s+(?:and|also|plus|&)\s+(?:also\s+)?(?=(?:what|whats|which|who|how|why|when|where|do|does|did|is|are|can|could|should|would|will)\b)/giu;
/** Who asks: "noob here, what…", "dad of two here - is…". */
const WHO_ASKS = /(?<=^\W*(?:[\p{L}\d']+\s+){1,4}here)\s*[,;:-]\s+/iu;
const LIST_ITEM = /\s*\b\d\)\s+/g;
const CLAUSE_END = /,\s+|\s+-\s+|:\s+|\s+(?=(?:but|so|because)\s)/giu;

/**
 * Finds the sentences that ask. Takes normalised text. Where some ask outright, by their mark or their first word,
 * those that only sound like asking are told: a story is full of them.
 */
export function findAsking(text: string): Asking {
  const sentences = divide(withoutCourtesies(text));
  const outright = sentences.filter((sentence) => asksOutright(sentence));
  const asking = new Set(outright.length > 0 ? outright : sentences.filter(soundsLikeAsking));
  const asks: string[] = [];
  const told: string[] = [];
  for (const sentence of sentences) {
    if (!asking.has(sentence)) told.push(sentence);
    else if (tokenize(sentence).length <= LONG_SENTENCE_WORDS) asks.push(sentence);
    else divideLongSentence(sentence, { asks, told });
  }
  return { asks, told };
}

function divide(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .flatMap((sentence) => sentence.split(LIST_ITEM))
    .flatMap((sentence) => sentence.split(WHO_ASKS))
    .flatMap((sentence) => sentence.split(SECOND_ASK))
    .map((sentence) => sentence.replace(/^[\s.,;:!-]+/, ""))
    .filter((sentence) => tokenize(sentence).length > 0);
}

function divideLongSentence(sentence: string, into: { asks: string[]; told: string[] }): void {
  const clauses = sentence.split(CLAUSE_END).filter((clause) => tokenize(clause).length > 0);
  const asking = clauses.filter((clause) => asksOutright(clause) || soundsLikeAsking(clause));
  if (asking.length === 0 || asking.length === clauses.length) into.asks.push(sentence);
  else {
    into.asks.push(asking.join(", "));
    into.told.push(...clauses.filter((clause) => !asking.includes(clause)));
  }
}

const AUXILIARY =
  "do|does|did|is|are|was|were|am|can|could|should|would|will|shall|may|might|must|has|have|had|isnt|arent|doesnt|dont|cant|wont";
const QUESTION_WORD = "wtf|what|whats|which|who|whos|whom|whose|when|where|wheres|why|how|hows";
/** What may stand before the first word that counts: "ok so hey guys, what does…". */
const OPENING =
  "(?:(?:so|anyway|anyways|however|now|and|but|or|also|then|just|well|ok|okay|hey|hi|hello|yo|guys|folks|all|everyone|bro|dude|sir|please|thanks|lol|um|honestly|basically|quick|dumb|stupid|noob|simple|random|question|one|q|tbh|my|is|this|only)\\W+)*";
const OUTRIGHT = new RegExp(
  `^\\W*${OPENING}(?:${QUESTION_WORD}|${AUXILIARY}|any(?:one|body) (?:know|knows|here|have|got|with|tell)|any (?:idea|ideas|tips|advice|suggestions?|clue))\\b`,
  "i",
);
/** A question behind a clause: "besides pipelines, which tools…", "i keep hearing sca, who uses it". */
const BEHIND_CLAUSE = new RegExp(`[,;:(]\\s*(?:and|so|but|or|then)?\\s*(?:${QUESTION_WORD})\\s+\\p{L}`, "iu");
const INVERTED = new RegExp(
  `(?:[,;:(-]\\s*|\\b(?:and|but|or|so|then|also|lol|guys|bro)\\s+)(?:${AUXILIARY})\\s+(?:i|you|we|they|it|he|she|there|this|that|these|those|such|anyone|devops|devsecops)\\b`,
  "i",
);
const SOUNDS = new RegExp(
  [
    "any(?:one|body)\\s+(?:know|knows|here|have|got|with|tell|still|asking)",
    "any\\s+(?:idea|ideas|tips|advice|suggestions?|recommendations?|clue|use|good|thoughts)",
    "\\b(?:wondering|wonder|curious|unsure|confused|clueless)\\b",
    "\\b(?:tell|teach|explain|show|guide|advise|enlighten|remind)\\s+(?:me|us)\\b",
    "\\b(?:explain|compare|describe|define|list|summari[sz]e|eli5|tldr|boil)\\b",
    "(?:want|need|like|love|trying|hoping)\\s+to\\s+(?:know|understand|learn|become|get|be|go|switch|move|find|start|break|see|work)",
    `\\b(?:${QUESTION_WORD})\\s+(?:is|are|was|s|do|does|would|should|kind|kinds|sort|type|about|the|if|makes|to|i|you|they|we|one|ones|other|else|certs?|certifications?|skills?|tools?|roles?|jobs?|languages?)\\b`,
    "\\bhow\\s+(?:much|many|long|often|big|hard|far|come|important|well|good|different|flexible)\\b",
    "\\bor\\s+(?:not|no|nah|naw|just|only|else)\\b|\\bor\\b.*\\b(?:first|instead|else|either)\\b",
    "\\b(?:big|small|same|better|worse|higher|lower|first|more|less|needed|required|enough|useful|worth)\\b[^,]*\\bor\\b",
    "\\b(?:difference|diff)\\s+between\\b",
    "\\bvs?\\b|\\bversus\\b",
    "\\bworth\\s+(?:it|the|a|my|getting|doing)\\b",
    "\\bdose\\s+(?:it|a|the|this|that)\\b",
    "\\bplease\\b|\\bin\\s+(?:a\\s+nutshell|short|plain english|one line)\\b",
  ].join("|"),
  "i",
);

/** A question word anywhere, except behind words that tell: "she knows what", "that's why", "no matter how". */
const WITHIN = new RegExp(
  `(?<!\\b(?:that|thats|this|its|is|was|no|matter|or|and|of|about|on|know|knew|knows|see|saw|say|says|said|told|tell|forgot|remember|understand|explain|explained|to|like|love|the|people|guy|guys|folks|one|ones|someone|everyone|those|anyone|reason|way)\\s)\\b(?:${QUESTION_WORD})\\b`,
  "i",
);
/** A verb before its subject in mid-sentence: "ceh does it show up", "pci is that for me"; not "the thing is that". */
const TURNED = new RegExp(
  `(?<!\\b(?:thing|problem|point|fact|truth|issue|reason|idea|dream|goal|plan|what|who|which|that|this|it|and|so|all|i|we|they|you|he|she|there)\\s)\\b(?:${AUXILIARY})\\s+(?:i|you|u|we|they|it|there|this|that|those|these|he|she|any(?:one|body)|some(?:one|body)|people|companies|employers|engineers?|firms|devops|devsecops)\\s+\\p{L}`,
  "iu",
);
/** Longer sentences tell stories. */
const WITHIN_WORDS = 16;

const withoutApostrophes = (sentence: string): string => sentence.replace(/'/g, "");

/** True for a sentence that asks by its mark, its first word, or an inverted clause. */
function asksOutright(sentence: string): boolean {
  const plain = withoutApostrophes(sentence);
  return plain.includes("?") || OUTRIGHT.test(plain) || BEHIND_CLAUSE.test(plain) || INVERTED.test(plain);
}

function soundsLikeAsking(sentence: string): boolean {
  const plain = withoutApostrophes(sentence);
  return (
    SOUNDS.test(plain) ||
    (tokenize(plain).length <= WITHIN_WORDS && (WITHIN.test(plain) || TURNED.test(plain)))
  );
}
