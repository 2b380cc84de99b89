import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { CHROMIUM_ARGUMENTS } from "./chromium.ts";

export interface Look {
  readonly theme: "dark" | "light";
  readonly width: "phone" | "desktop";
}

const LOOKS: readonly Look[] = [
  { theme: "dark", width: "phone" },
  { theme: "light", width: "phone" },
  { theme: "dark", width: "desktop" },
  { theme: "light", width: "desktop" },
];

/** A small phone, and the column of a chat on a desktop. */
const PIXELS = { phone: 375, desktop: 900 } as const;

/** Takes a picture of every scene in every look: `phone-dark/role-card.png`. Returns the files. */
export async function takePictures({
  page,
  folder,
  executable,
}: {
  readonly page: string;
  readonly folder: string;
  readonly executable: string;
}): Promise<readonly string[]> {
  const browser = await chromium.launch({ executablePath: executable, args: [...CHROMIUM_ARGUMENTS] });
  try {
    const taken: string[] = [];
    for (const look of LOOKS) taken.push(...(await takeLook(browser, { page, folder, look })));
    return taken;
  } finally {
    await browser.close();
  }
}

async function takeLook(
  browser: Browser,
  { page, folder, look }: { readonly page: string; readonly folder: string; readonly look: Look },
): Promise<readonly string[]> {
  const tab = await browser.newPage({
    viewport: { width: PIXELS[look.width], height: 812 },
    deviceScaleFactor: look.width === "phone" ? 1.5 : 1,
  });
  const into = join(folder, `${look.width}-${look.theme}`);
  mkdirSync(into, { recursive: true });
  await tab.goto(`${pathToFileURL(page).href}?theme=${look.theme}&width=${look.width}`);
  await tab.evaluate("document.fonts.ready");
  const taken: string[] = [];
  for (const section of await tab.locator("main section").all()) {
    const path = join(into, `${(await section.getAttribute("id")) ?? "unnamed"}.png`);
    await section.locator("discord-messages").screenshot({ path });
    taken.push(path);
  }
  await tab.close();
  return taken;
}
