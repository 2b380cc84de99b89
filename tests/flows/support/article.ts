import { readFileSync } from "node:fs";
import type { Upload } from "../../support/upload.ts";

const ARTICLE = new URL("uploads/tidewater-guide.md", import.meta.url);

/** An article that nobody prepared, under a name as people give it. */
export const ARTICLE_FILE: Upload = { name: "Guide FINAL (2).md", content: readFileSync(ARTICLE) };

/** The document's id, which Discord's completion puts into the option. */
export const ARTICLE_ID = "tidewater-guild-guide-for-members";
