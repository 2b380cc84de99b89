/** What was said before a question: all that a follow-up can leave out. */
export interface Before {
  /** The question before, with what it left out itself (`Reader.inFull`); empty where nobody knows it any more. */
  readonly question: string;
  /** The answer it got, as plain text; empty for none. */
  readonly answer: string;
}
