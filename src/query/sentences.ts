import { EVERYDAY_WORDS } from "./everyday-words.ts";
import { tokenize } from "./tokenize.ts";

/** A message divided into what asks and what is told around it. */
export interface Asking {
  /** The parts that ask, in order; empty when nothing asks. */
  readonly asks: readonly string[];
  /** Everything else, in order. */
  readonly told: readonly string[];
}

/** A sentence with more words than this is a story in one breath: only its asking clauses are the question. */
const LONG_SENTENCE_WORDS = 16;

/** Ends of sentences, except after usual abbreviations. */
const SENTENCE_END = /(?<=[.!?…;])(?<!\b(?:e\.g|i\.e|sr|jr|vs|etc|no)\.)\s+|(?<=\?)(?=\p{L})|\n+/giu;
/** Where a second question begins inside a sentence. */
const SECOND_ASK =
  /[,;]?\s+(?:and|also|plus|&)\s+(?:also\s+)?(?=(?:what|whats|which|who|how|why|when|where|do|does|did|is|are|can|could|should|would|will)\b)/giu;
const CLAUSE_END = /,\s+|\s+-\s+|:\s+|\s+(?=(?:but|so|because)\s)/giu;

/** Finds the sentences and clauses that ask. Takes normalised text. */
export function findAsking(text: string): Asking {
  const sentences = text
    .split(SENTENCE_END)
    .flatMap((part) => part.split(SECOND_ASK))
    .filter((sentence) => tokenize(sentence).length > 0);
  const asks: string[] = [];
  const told: string[] = [];
  for (const sentence of sentences) {
    if (!asksSomething(sentence)) told.push(sentence);
    else if (tokenize(sentence).length <= LONG_SENTENCE_WORDS) asks.push(sentence);
    else divideLongSentence(sentence, { asks, told });
  }
  // A bare fragment asks only where nothing else does: "devops salary houston".
  return asks.length > 0 ? { asks, told } : divideFragments(told);
}

function divideFragments(sentences: readonly string[]): Asking {
  return {
    asks: sentences.filter((sentence) => isFragment(sentence)),
    told: sentences.filter((sentence) => !isFragment(sentence)),
  };
}

function divideLongSentence(sentence: string, into: { asks: string[]; told: string[] }): void {
  const clauses = sentence.split(CLAUSE_END).filter((clause) => tokenize(clause).length > 0);
  const asking = clauses.filter((clause) => asksSomething(clause));
  if (asking.length === 0 || asking.length === clauses.length) into.asks.push(sentence);
  else {
    into.asks.push(asking.join(", "));
    into.told.push(...clauses.filter((clause) => !asking.includes(clause)));
  }
}

const AUXILIARY =
  "do|does|did|is|are|was|were|am|can|could|should|shud|would|will|shall|may|might|must|has|have|had|isnt|arent|doesnt|dont|cant|wont";
const ASKING_START = new RegExp(
  `^(?:${AUXILIARY}|what|whats|which|who|whos|whom|whose|when|where|wheres|why|how|hows)\\b`,
  "i",
);
const INVERTED = new RegExp(
  `\\b(?:${AUXILIARY})\\s+(?:i|you|u|we|they|it|he|she|there|this|that|these|those|my|the|a|an|any|anyone|devops|devsecops)\\b`,
  "i",
);
const PHRASES = new RegExp(
  [
    "any(?:one|body)\\s+(?:know|knows|here|have|got|with|tell)",
    "any\\s+(?:idea|ideas|tips|advice|suggestions?|recommendations?|clue|use|good|thoughts)",
    "(?:wondering|wonder|curious|unsure|confused|clueless)\\b",
    "(?:tell|teach|explain|show|guide|advise|enlighten|remind)\\s+(?:me|us)",
    "(?:explain|compare|describe|define|list|summari[sz]e|name|eli5)\\b",
    "(?:want|need|like|love|trying|hoping)\\s+to\\s+(?:know|understand|learn|become|get|be|go|switch|move|find|start|break|see|work)",
    "(?:what|which|whats)\\s+(?:is|are|was|s|do|does|would|should|kind|sort|type|about|the|if|makes)",
    "how\\s+(?:to|do|does|did|is|are|can|could|should|would|much|many|long|often|big|hard|far|come|important|well|good|different|flexible|about|i|you|they|we)",
    "(?:or|and)\\s+(?:not|no|nah|naw)\\W*$",
    "(?:difference|diff)\\s+between",
    "\\bvs\\b|\\bversus\\b",
    "worth\\s+(?:it|the|a|my|getting|doing)",
    "(?<!\\b(?:know|knew|see|about|thats|is|say|said|matter|love|hate)\\s)\\b(?:what|which)\\s+(?:other|else|certs?|skills?|tools?|one|ones|to)\\b",
    "dose\\s+(?:it|a|the|this|that)\\b",
    "\\b(?:please|eli5|tldr)\\b|in\\s+(?:a\\s+nutshell|short|plain english)",
  ].join("|"),
  "i",
);

/** Words that make a plain statement of a short fragment. */
const STATING = /\b(?:i|im|ive|we|my|our|is|are|was|were|am|got|has|had|lol|lmao|bot|you|u|ur|your|me)\b/i;
const FRAGMENT_WORDS = 9;

/** True when a sentence or clause asks, by its mark or its form. */
function asksSomething(sentence: string): boolean {
  const plain = sentence.replace(/'/g, "");
  if (/\?/.test(plain)) return true;
  const bare = withoutOpening(plain);
  return ASKING_START.test(bare) || INVERTED.test(plain) || PHRASES.test(plain);
}

// "so hey guys what does…" asks with "what": greetings and fillers before it do not count.
function withoutOpening(sentence: string): string {
  const opening = tokenize(sentence).find(
    ({ word }) =>
      !EVERYDAY_WORDS.has(word) && !["so", "and", "but", "or", "also", "then", "just"].includes(word),
  );
  return opening ? sentence.slice(opening.start) : "";
}

function isFragment(whole: string): boolean {
  const sentence = withoutOpening(whole.replace(/'/g, ""));
  const words = tokenize(sentence);
  return (
    words.length > 0 && words.length <= FRAGMENT_WORDS && !STATING.test(sentence) && !/!\s*$/.test(sentence)
  );
}
