/** What the bot says about itself; everything else it says comes from the documents. */

export const OUTDATED =
  "This comes from an older version of me, so I cannot tell what it should do. Ask again with `/ask` or `/help`.";

export const UNREADABLE =
  "Discord does not show me the text of this message. Mention me in it, or turn the ping of your reply on.";

export function apology(reference: string): string {
  return `Something went wrong on my side. Please try again; if it stays, tell the operator the reference ${reference}.`;
}
