import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { nextMessage } from "./child-message.ts";

export interface ChildOptions {
  /** Of Node; garbage can be collected on purpose when left out. */
  readonly options?: readonly string[];
  /** Milliseconds after which it is ended. */
  readonly patience?: number;
}

/** A measurement in a process of its own: two in one would share their memory and their compiled code. */
export interface ChildProgram {
  /** Runs the program on a task and gives what it sends back. Rejects when it ends before that, or takes too long. */
  run(task: object, options?: ChildOptions): Promise<unknown>;
}

/** Builds what runs measurements. `name` is a file of this folder without its ending. */
export async function buildChild(name: string): Promise<ChildProgram> {
  const outfile = await bundleChild(name);
  return {
    run: async (task, { options = ["--expose-gc"], patience } = {}) => {
      const child = fork(outfile, {
        execArgv: [...options],
        ...(patience !== undefined && { timeout: patience }),
        killSignal: "SIGKILL",
        // What it prints when it runs out of memory is nothing that a table shows.
        stdio: ["ignore", "inherit", patience === undefined ? "inherit" : "ignore", "ipc"],
      });
      const answer = nextMessage(child);
      child.send(task);
      return await answer.finally(() => child.kill());
    },
  };
}

/** Gives the file that the program was built into: as deep in the project as its source, so that it finds the same files. */
export async function bundleChild(name: string): Promise<string> {
  // Built as the bot is: the loader that runs TypeScript slows functions down.
  const outfile = fileURLToPath(new URL(`../../dist/bench/${name}.js`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return outfile;
}
