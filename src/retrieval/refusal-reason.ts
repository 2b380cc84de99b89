/** Why no answer is given. */
export type RefusalReason =
  /** Nothing in the message asks. */
  | "not-a-question"
  /** The message is not in a language of the documents. */
  | "other-language"
  /** A role, certification, place or other name that no document mentions. */
  | "entity-not-covered"
  /** What is asked about it (visas, notice periods…) is in no document. */
  | "topic-not-covered"
  /** A section is near, but too much of the question is not in it. */
  | "too-little-covered"
  /** No section shares a word with the question. */
  | "nothing-found";
