import { LRUCache } from "lru-cache";

/** What members said of an answer, for each of its snippets. */
export interface VoteCount {
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface Vote {
  /** Who votes on what: a second vote with the same voter replaces the first. Kept in memory only. */
  readonly voter: string;
  readonly isHelpful: boolean;
  /** Ids of the snippets that the answer shows. */
  readonly snippets: readonly string[];
}

/** Counts votes on snippets. They never change an answer: popular is not the same as right. */
export interface Votes {
  /** False when the voter said the same before. */
  cast(vote: Vote): boolean;
  countOf(snippet: string): VoteCount;
}

/** Voters remembered, the latest; who voted before them could vote again. */
const VOTERS = 10_000;

const NONE: VoteCount = { helpful: 0, unhelpful: 0 };

/** Counts votes in memory. */
export function createVotes(): Votes {
  const counts = new Map<string, VoteCount>();
  const voters = new LRUCache<string, boolean>({ max: VOTERS });
  const countOf = (snippet: string): VoteCount => counts.get(snippet) ?? NONE;
  const add = (snippet: string, isHelpful: boolean, by: number): void => {
    const { helpful, unhelpful } = countOf(snippet);
    counts.set(
      snippet,
      isHelpful ? { helpful: helpful + by, unhelpful } : { helpful, unhelpful: unhelpful + by },
    );
  };
  return {
    countOf,
    cast: ({ voter, isHelpful, snippets }) => {
      const before = voters.get(voter);
      if (before === isHelpful) return false;
      voters.set(voter, isHelpful);
      for (const snippet of snippets) {
        if (before !== undefined) add(snippet, before, -1);
        add(snippet, isHelpful, 1);
      }
      return true;
    },
  };
}
