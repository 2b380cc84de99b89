/** A released file that cannot be read as its publisher's layout; the message says which file and what it lacks. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
