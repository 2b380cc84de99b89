import { isatty } from "node:tty";

/** Milliseconds in which nothing more has happened to a folder: an editor saves in several writes, git in many. */
const QUIET = 300;

/** Hears signals from now on, before there is anything to reload; gives how to say what to do for them. */
export function hearHangups(): (act: () => void) => void {
  const hadTerminal = isatty(STANDARD_INPUT);
  let act: (() => void) | undefined;
  let waits = false;
  // https://nodejs.org/api/process.html#signal-events: also sent when the window closes that the process runs in.
  process.on("SIGHUP", () => {
    if (process.platform === "win32" || (hadTerminal && !isatty(STANDARD_INPUT)))
      return void process.kill(process.pid, "SIGTERM");
    if (act === undefined) waits = true;
    else act();
  });
  return (then) => {
    act = then;
    if (waits) then();
  };
}

const STANDARD_INPUT = 0;

/** What an editor writes beside them is none. */
const DOCUMENT = /(?<![\\/]\.[^\\/]*)\.(?:md|markdown|txt)$/i;

/** Tells of the documents and is none. */
const README = /(?:^|[\\/])readme\.[^\\/]*$/i;

/** A folder that is watched. */
export interface FolderWatch {
  stop(): Promise<void>;
}

/** Calls back when documents in a folder have changed and nothing more happens to them for a moment. */
export async function watchFolder(folder: string, onChange: () => void): Promise<FolderWatch> {
  // Only who writes documents watches them.
  const { watch } = await import("chokidar");
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { ignoreInitial: true, depth: 0 });
  watcher.on("all", (_, path) => {
    if (!DOCUMENT.test(path) || README.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  });
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
  });
  return {
    stop: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
