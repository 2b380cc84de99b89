import { describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { freshDay } from "../support/fresh-day.ts";
import { COMMANDS } from "../../src/guilds/commands.ts";
import type { Reply } from "../../src/answering/reply.ts";
import { SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { findChromium } from "./chromium.ts";
import { renderComponents } from "./components.ts";
import { renderConversation } from "./conversation.ts";
import { renderMarkdown } from "./markdown.ts";
import { buildPage } from "./page.ts";
import { SCENES } from "./scenes.ts";

/** Written so that the compiler asks for a kind that is new. */
const KINDS: Readonly<Record<Reply["kind"], true>> = {
  answer: true,
  clarification: true,
  refusal: true,
  overview: true,
};

const { assistant } = await createApp({ knowledgeFolder: SHIPPED_FOLDER, today: freshDay });

describe("the scenes", () => {
  test.each(SCENES)("$name can be shown", (scene) => {
    expect(renderConversation(scene, scene.show(assistant))).toContain("<discord-message ");
  });

  test.each(Object.keys(KINDS))("show a reply of the kind %s", (kind) => {
    expect(SCENES.map(({ show }) => show(assistant).reply?.kind)).toContain(kind);
  });

  test.each(COMMANDS.map(({ name }) => name))("show /%s", (command) => {
    expect(SCENES.map(({ asked }) => (asked.by === "command" ? asked.command : ""))).toContain(command);
  });

  test("have names of their own, fit for a file and an address", () => {
    const names = SCENES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name))).toEqual([]);
  });

  test.each([
    ["answer-list", "answer"],
    ["answer-and-miss", "answer"],
    ["clarification", "clarification"],
    ["nearest-names", "clarification"],
    ["refusal-name", "refusal"],
    ["help", "overview"],
  ])("still show what their name says: %s is a reply of the kind %s", (name, kind) => {
    expect(SCENES.find((scene) => scene.name === name)?.show(assistant).reply?.kind).toBe(kind);
  });
});

describe("the page", () => {
  test("holds every scene and needs no network", async () => {
    const page = await buildPage(assistant, SCENES);
    const shown = [...page.matchAll(/<section id="([^"]+)"/gu)].map((match) => match[1]);
    expect(shown).toEqual(SCENES.map(({ name }) => name));
    expect(page.match(/<(?:script|link|img)[^>]+(?:src|href)="https?:/gu)).toBeNull();
  });
});

describe("Discord's Markdown", () => {
  test.each([
    ["### Pay", '<discord-header level="3">Pay</discord-header>'],
    ["-# small", "<discord-subscript>small</discord-subscript>"],
    [String.raw`a\*b\* & <c>`, "a*b* &amp; &lt;c&gt;"],
    [
      "**b** *i* __u__ ~~s~~ `c`",
      "<discord-bold>b</discord-bold> <discord-italic>i</discord-italic> <discord-underlined>u</discord-underlined> <s>s</s> <discord-code>c</discord-code>",
    ],
    [
      "[A › B](<https://a.example/x_y>)",
      '<discord-link href="https://a.example/x_y" target="_blank" rel="noreferrer">A › B</discord-link>',
    ],
    ["<t:1700000000:R>", "<discord-time>Tue, 14 Nov 2023 22:13</discord-time>"],
    ["```\na  b\n```\nc", "<discord-code multiline>a  b</discord-code>c"],
  ])("%s", (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  test("a list ends where its lines end, and small print may follow at once", () => {
    expect(renderMarkdown("They:\n- test\n  - twice\n- mend\n-# Source")).toBe(
      "They:<br><discord-unordered-list><discord-list-item>test<discord-unordered-list><discord-list-item>twice" +
        "</discord-list-item></discord-unordered-list></discord-list-item><discord-list-item>mend</discord-list-item>" +
        "</discord-unordered-list><discord-subscript>Source</discord-subscript>",
    );
  });

  test("bullets and numbers are lists of their own, and numbers begin where the text does", () => {
    expect(renderMarkdown("- a\n3. b")).toBe(
      "<discord-unordered-list><discord-list-item>a</discord-list-item></discord-unordered-list>" +
        '<discord-ordered-list start="3"><discord-list-item>b</discord-list-item></discord-ordered-list>',
    );
  });
});

describe("the components", () => {
  test("a kind of component that the page does not know is shown as it is", () => {
    const future = { type: 99, note: "new" };
    const shown = renderComponents([future], {}).join("");
    expect(shown).toContain("&quot;note&quot;: &quot;new&quot;");
  });

  test("a picture that a message brings along is found by its name", () => {
    const gallery = {
      type: 12,
      items: [{ media: { url: "attachment://pay.png" }, description: "Pay" }],
    } as const;
    const files = { "pay.png": "data:image/png;base64,AA" };
    expect(renderComponents([{ ...gallery, items: [...gallery.items] }], files).join("")).toBe(
      '<div class="media-gallery"><img src="data:image/png;base64,AA" alt="Pay"></div>',
    );
  });
});

test("pictures without a browser end with what to do", () => {
  expect(() => findChromium("/nowhere/chromium")).toThrow(
    "There is no browser at /nowhere/chromium. Install one (Debian: apt-get install chromium) or name one in the variable CHROMIUM",
  );
});
