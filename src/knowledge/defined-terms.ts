import { isAcronymOf } from "./acronyms.ts";

/** A term where a text says what it is. */
export interface DefinedTerm {
  /** As printed, the spelling that the text gives first at the front; at least one. */
  readonly names: readonly [string, ...string[]];
  /** The words that say what it is; empty where only an abbreviation is spelled out. */
  readonly about: string;
  /** True for a text that says "X is the person who …", "X means …": more than a term with a dash behind it. */
  readonly isStated: boolean;
}

/** A definition stands at the start of a sentence; what is longer is read up to here. */
const READ_LENGTH = 300;

const QUOTE = `["“”'‘’]?`;
/** No punctuation, so that the pattern ends at the first. */
const TERM = String.raw`${QUOTE}([\p{L}\p{N}][^\n.,;:()"“”!?–—=|<>]{1,58}?)${QUOTE}`;
const BRACKETS = String.raw`(?:\s\(([^()]{2,70})\))?`;
const KIND_NOUN = String.raw`(?:\s(certification|certificate|exam|programme|program|team|role|project|course|group|badge))?`;
const DETERMINED = String.raw`(?:an?|the|our|one of|another|what we call|made of|run by|issued by|awarded by|offered by|organi[sz]ed by)\s`;
const PEOPLE = String.raw`(?:\p{Ll}+\s){0,2}(?:people|students|members|volunteers|engineers|colleagues|mentors|employees)\s(?:who|that|from|of)\b`;

const STATED = new RegExp(
  String.raw`^(?:(?:the|an?|our)\s)?${TERM}${BRACKETS}${KIND_NOUN}(?:,\s[^,]{3,60},)?\s(?:(?:is|are)\s(?=${DETERMINED}|${PEOPLE})|(?:means|refers to)\s)(.{3,})$`,
  "iu",
);
const SHORT_FOR = new RegExp(
  String.raw`^(?:the\s)?${TERM}\s(?:stands for|is short for|is an acronym for|is an abbreviation of)\s(.{3,})$`,
  "iu",
);
const DASHED = new RegExp(
  String.raw`^(?:[-*•]\s)?(?:(?:the|an?)\s)?${TERM}${BRACKETS}(?:\s[–—=-]+|:)\s+(.{3,})$`,
  "iu",
);

const TITLE = String.raw`((?:\p{Lu}[\p{L}\p{N}'’&-]*)(?:\s(?:of\s|and\s|the\s)?\p{Lu}[\p{L}\p{N}'’&-]*){1,4})`;
const APPOSED = new RegExp(String.raw`(?:^|\s)(?:[Tt]he|[Oo]ur)\s${TITLE},\s(?:an?|the|our)\s(.{3,})$`, "u");

/** The name with a remark behind it: "ask on the Tide Board, our page for homework". */
export function readRemark(sentence: string): DefinedTerm | undefined {
  const [, term, about] = APPOSED.exec(sentence.slice(0, READ_LENGTH)) ?? [];
  return term === undefined || about === undefined ? undefined : { names: [term], about, isStated: true };
}

/** What no term starts with: pronouns, questions, judgements ("A good mentor is somebody who …"). */
const NO_TERM =
  /^(?:this|that|these|those|it|its|there|here|what|who|when|where|why|how|which|you|your|we|i|he|she|they|their|my|his|her|each|every|some|any|most|many|all|both|one|another|other|first|second|next|last|if|in|on|at|for|with|to|by|as|and|but|or|so|not|no|yes|please|note|also|being|having|good|great|bad|best|better|perfect|ideal|typical|average|successful|strong|new|modern|real|true|big|small|only|main|key|common|usual|q|a|tip|warning|example|hint|ps|edit|update|todo|faq)\b/i;

/** Reads what the sentence or line of a text defines at its start: "X is a …", "X stands for …", "X – the …". */
export function readDefinition(sentence: string): DefinedTerm | undefined {
  const text = sentence.slice(0, READ_LENGTH);
  const defined = readShortFor(text) ?? readStated(text) ?? readDashed(text);
  return defined === undefined || NO_TERM.test(defined.names[0]) ? undefined : defined;
}

/** True for words that say what something is, rather than something about it. */
export function isExplained({ about, isStated }: DefinedTerm): boolean {
  return isStated || EXPLAINS.test(about);
}

const EXPLAINS = new RegExp(String.raw`^(?:(?:an?|the|our)\s|${PEOPLE})`, "iu");

function readShortFor(text: string): DefinedTerm | undefined {
  const [, term, rest] = SHORT_FOR.exec(text) ?? [];
  if (term === undefined || rest === undefined) return undefined;
  const long = /^(?:the\s)?([^,.;:()–—]{3,70})/u.exec(rest)?.[1]?.trim();
  const about = rest.slice(long?.length ?? 0).replace(/^[\s,–—:]+/u, "");
  return { names: long === undefined ? [term] : [term, long], about, isStated: true };
}

function readStated(text: string): DefinedTerm | undefined {
  const [, term, inBrackets, kindNoun = "", rest] = STATED.exec(text) ?? [];
  if (term === undefined || rest === undefined) return undefined;
  const about = kindNoun === "" ? rest : `a ${kindNoun}, ${rest}`;
  return { names: [term, ...otherName(term, inBrackets)], about, isStated: true };
}

function readDashed(text: string): DefinedTerm | undefined {
  const [, term, inBrackets, rest] = DASHED.exec(text) ?? [];
  if (term === undefined || rest === undefined) return undefined;
  const long = /^([^,.;:()–—]{3,70})/u.exec(rest)?.[1]?.trim() ?? "";
  if (isAcronymOf(term, long)) {
    return { names: [term, long], about: rest.slice(long.length).replace(/^[\s,]+/, ""), isStated: true };
  }
  return { names: [term, ...otherName(term, inBrackets)], about: rest, isStated: false };
}

function otherName(term: string, inBrackets: string | undefined): readonly string[] {
  if (inBrackets === undefined) return [];
  const isOther = isAcronymOf(inBrackets, term) || isAcronymOf(term, inBrackets);
  return isOther ? [inBrackets] : [];
}
