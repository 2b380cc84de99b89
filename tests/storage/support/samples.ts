import type { CountedGap, StoredDocument } from "../../../src/guilds/store.ts";

export const GUILD = "100000000000000001";
export const OTHER_GUILD = "100000000000000002";

export const QUOTA = { documents: 50, snippets: 5_000 };

export function document(id: string, fields: Partial<StoredDocument> = {}): StoredDocument {
  return {
    id,
    fileName: `${id}.md`,
    title: `Title of ${id}`,
    url: undefined,
    published: "2026-11",
    added: "2026-11-22",
    sections: 2,
    snippets: 10,
    text: `# ${id}\n\nText.\n`,
    given: {},
    reading: { by: "a reader", json: '{"document":{}}' },
    ...fields,
  };
}

export function gap(fields: Partial<CountedGap> = {}): CountedGap {
  return {
    guildId: GUILD,
    week: "2026-W47",
    entity: "devops-engineer",
    topic: "visa",
    reason: "topic-not-covered",
    count: 1,
    ...fields,
  };
}

/** Documents that the writer which is killed writes in turn, and the text of a number. */
export const DOCUMENTS = 40;
export const textOf = (number: number): string => `${number} `.repeat(2_000);
