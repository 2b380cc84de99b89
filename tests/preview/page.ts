import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Assistant } from "../../src/guilds/assistant.ts";
import { describeAsked, renderConversation } from "./conversation.ts";
import { element, escapeHtml } from "./html.ts";
import type { Scene } from "./scene.ts";

/** The page with every scene: one file that needs no network. */
export async function buildPage(assistant: Assistant, scenes: readonly Scene[]): Promise<string> {
  const sections = scenes.map((scene) => renderScene(scene, assistant)).join("\n");
  const script = (await bundleScript()).replaceAll("</script", "<\\/script");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Rolecall: every kind of answer</title>
<style>${fontFace()}\n${readFileSync(new URL("style.css", import.meta.url), "utf8")}</style>
</head>
<body>
<nav>${renderSwitches()}${renderContents(scenes)}</nav>
<main></main>
<template>
${sections}
</template>
<script>${script}</script>
</body>
</html>
`;
}

function renderScene(scene: Scene, assistant: Assistant): string {
  const heading = element(
    "h2",
    {},
    scene.name,
    " ",
    element("small", {}, escapeHtml(describeAsked(scene.asked))),
  );
  return element("section", { id: scene.name }, heading, renderConversation(scene, scene.show(assistant)));
}

/** What the page's script reads from the address, and these set. */
function renderSwitches(): string {
  const switches = [
    ["theme", "dark"],
    ["theme", "light"],
    ["width", "desktop"],
    ["width", "phone"],
  ] as const;
  const buttons = switches.map(([name, value]) =>
    element("button", { "data-name": name, "data-value": value }, value),
  );
  return element("p", {}, ...buttons);
}

function renderContents(scenes: readonly Scene[]): string {
  return element("p", {}, scenes.map(({ name }) => element("a", { href: `#${name}` }, name)).join(" "));
}

async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("in-browser.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

/** Discord's own font is not free; this is the next one in its list, so that lines break alike everywhere. */
function fontFace(): string {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve("@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2");
  const data = readFileSync(path).toString("base64");
  return `@font-face { font-family: "Noto Sans"; font-weight: 100 900; src: url(data:font/woff2;base64,${data}); }`;
}
