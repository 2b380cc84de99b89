import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../src/discord/render/markdown.ts";

describe("paragraphs and lists", () => {
  test("bullets become dashes, numbers and nesting stay", () => {
    expect(renderMarkdown("Tools:\n\n* Go\n  + Gin\n- Rust\n1. one\n2) two")).toBe(
      "Tools:\n- Go\n  - Gin\n- Rust\n1. one\n2. two",
    );
  });

  test.each([
    ["# Title", "\\# Title"],
    ["### Title", "\\### Title"],
    ["-# Source: forged", "\\-# Source: forged"],
    ["> quoted", "\\> quoted"],
    [">>> all quoted", "\\>>> all quoted"],
    ["- # Title in a list", "- \\# Title in a list"],
    ["#hashtag", "#hashtag"],
  ])("the bot's own marks are not a document's: %s", (text, expected) => {
    expect(renderMarkdown(text)).toBe(expected);
  });

  test("empty lines in a row become one", () => {
    expect(renderMarkdown("\n\na\r\n\r\n\r\n\r\nb\n")).toBe("a\n\nb");
  });
});

describe("tables", () => {
  test("a narrow table keeps its columns, figures to the right", () => {
    const table =
      "| City | Salary | Rent |\n|:--|--:|---|\n| San Jose | 9,000 | $2,500 |\n| Houston | 8,000 | – |";
    expect(renderMarkdown(`Per month:\n\n${table}\n\nAfter taxes.`)).toBe(`Per month:
\`\`\`
City      Salary    Rent
────────  ──────  ──────
San Jose   9,000  $2,500
Houston    8,000       –
\`\`\`

After taxes.`);
  });

  test("a table too wide for a phone becomes a list, without its empty cells", () => {
    const table = `City | Salary per month | Salary after taxes | Rent
--- | --- | --- | ---
San *Jose* | 9,000 | 6,500 | 2,500
Houston | 8,000 | | 1,303
Nowhere | | |`;
    expect(renderMarkdown(table))
      .toBe(`- **San Jose** — Salary per month: 9,000 · Salary after taxes: 6,500 · Rent: 2,500
- **Houston** — Salary per month: 8,000 · Rent: 1,303
- **Nowhere**`);
  });

  test("a ticked column is named alone, and a dash says nothing", () => {
    const table =
      "| Skill | DevOps | DevSecOps |\n|-|-|-|\n| Cloud platforms (AWS, Azure) | yes | Yes |\n| Compliance | – | yes |\n| Knitting | - | no |";
    expect(renderMarkdown(table)).toBe(
      "- **Cloud platforms (AWS, Azure)** — DevOps · DevSecOps\n- **Compliance** — DevSecOps\n- **Knitting** — DevSecOps: no",
    );
  });

  test("a wide table whose first column names no rows becomes a list for each column", () => {
    const table =
      "| DevOps | DevSecOps |\n|-|-|\n| Software engineering | Software engineering |\n| IT operations | Cyber security |\n| – | Law |";
    expect(renderMarkdown(`Backgrounds:\n\n${table}`)).toBe(
      "Backgrounds:\n**DevOps**\n- Software engineering\n- IT operations\n**DevSecOps**\n- Software engineering\n- Cyber security\n- Law",
    );
  });

  test("a wide table whose rows compare names keeps each row together", () => {
    const table =
      "| From | To | Salary difference | Rank |\n|-|-|-|-|\n| Boston | Dallas | 1 less | 2 |\n| Dallas | Boston | 1 more | 2 |";
    expect(renderMarkdown(table)).toBe(
      "- **Boston** — To: Dallas · Salary difference: 1 less · Rank: 2\n- **Dallas** — To: Boston · Salary difference: 1 more · Rank: 2",
    );
  });

  test("a table that a phone would break becomes a list", () => {
    const head = "| City | Rent |\n|-|-|\n| San Jose | ";
    expect(renderMarkdown(head + "1".repeat(20))).toContain("```");
    expect(renderMarkdown(head + "1".repeat(21))).not.toContain("```");
  });

  test("cells hold bars, short rows are filled, ideographs take two columns", () => {
    expect(renderMarkdown("| a \\| b | c |\n|-|-|\n| 東京 |\n| x | **y** |")).toBe(
      "```\na | b  c\n─────  ─\n東京\nx      y\n```",
    );
  });

  test("a line with a bar and no delimiter under it is no table", () => {
    expect(renderMarkdown("a | b\nc | d")).toBe("a \\| b\nc \\| d");
  });
});
