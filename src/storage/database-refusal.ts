/** A database that the operator must mend; the message says what and how. */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
}
