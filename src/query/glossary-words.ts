import type { Glossary } from "../knowledge/glossary.ts";
import { buildAnalyzer, listGroups, type GroupWords } from "./analyzer.ts";
import { listNames, wordsOf, type NameWords } from "./entities.ts";
import { listSlang, type Spelled } from "./slang.ts";
import { listTopicTerms } from "./topics.ts";

/** The words of a glossary's phrases as they are compared: cutting all its phrases into words takes long. */
export interface GlossaryWords extends NameWords {
  readonly groups: readonly GroupWords[];
  readonly slang: readonly Spelled[];
  /** Of the topics' phrases in the glossary's order, as terms. */
  readonly topics: readonly string[];
  /** Every word of groups and topics. */
  readonly otherWords: readonly string[];
}

/** Cuts a glossary's phrases into words. */
export function listGlossaryWords(glossary: Glossary): GlossaryWords {
  const groups = listGroups(glossary);
  const others = [...glossary.wordGroups.flat(), ...glossary.topics.flatMap((topic) => topic.words)];
  return {
    ...listNames(glossary),
    groups,
    slang: listSlang(glossary),
    topics: listTopicTerms(glossary, buildAnalyzer(glossary, groups)),
    otherWords: [...new Set(others.flatMap(wordsOf))],
  };
}
