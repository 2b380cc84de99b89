import { existsSync } from "node:fs";

/** Where Debian, Ubuntu, Fedora, Arch and macOS put it. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What a headless browser needs to start in a container and to leave the network alone. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser that was named, else an installed one. Throws with what to do when there is none. */
export function findChromium(named: string | undefined): string {
  const path = (named === undefined ? PLACES : [named]).find((place) => existsSync(place));
  if (path !== undefined) return path;
  const problem = named === undefined ? "No Chromium is installed" : `There is no browser at ${named}`;
  throw new Error(
    `${problem}. Install one (Debian: apt-get install chromium) or name one in the variable CHROMIUM, such as CHROMIUM=/opt/chrome npm run preview -- --pictures`,
  );
}
