import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createApp, type App } from "../src/app.ts";
import { prepareFolder, type PreparedFolder } from "../src/prepare-folder.ts";
import { createReloader } from "../src/reload.ts";
import { knowledgeFolder, type KnowledgeFolder } from "./flows/support/knowledge-folder.ts";
import { freshDay } from "./support/fresh-day.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: KnowledgeFolder;
let app: App;

beforeEach(async () => {
  folder = knowledgeFolder();
  app = await createApp({ knowledgeFolder: folder.path, today: freshDay });
});

afterEach(() => folder.remove());

const QUESTION = "What skills does a DevSecOps engineer need?";
const PIPELINES = "pipeline-careers.md";
const change = (): void => folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");

/** A reloader whose work is done here, and how often it was begun. */
function reloaderHere(prepare: () => Promise<PreparedFolder> = async () => prepareFolder(order())) {
  const begun: number[] = [];
  const reloader = createReloader({
    folder: folder.path,
    app,
    today: freshDay,
    prepare: async (asked) => {
      known = asked.known;
      begun.push(begun.length);
      return await prepare();
    },
  });
  return { reloader, begun };
}

let known: string | undefined;
const order = () => ({ folder: folder.path, known });

test("what is opened replies as a start over the same folder does", async () => {
  const { reloader } = reloaderHere();
  change();
  expect(await reloader.reload()).toMatchObject({ kind: "reloaded", documents: 2, snippets: 5 });
  const started = await createApp({ knowledgeFolder: folder.path, today: freshDay });
  const { assistant } = reloader.now();
  for (const question of [QUESTION, "what does devops pay in Dallas?", "is a dog a good pet?"])
    expect(assistant.ask(question)).toEqual(started.assistant.ask(question));
  expect(assistant.contents).toEqual(started.assistant.contents);
  expect(reloader.now().fingerprint).toBe(started.fingerprint);
});

test("a second reload of the same files does nothing", async () => {
  const { reloader } = reloaderHere();
  change();
  await reloader.reload();
  const after = reloader.now();
  expect(await reloader.reload()).toEqual({ kind: "unchanged" });
  expect(reloader.now()).toBe(after);
});

test("a README beside the documents changes nothing", async () => {
  const { reloader } = reloaderHere();
  folder.write("README.md", "# What the documents hold\n");
  expect(await reloader.reload()).toEqual({ kind: "unchanged" });
});

test("reloads are never done side by side, and those that wait are done as one", async () => {
  const gates: (() => void)[] = [];
  const { reloader, begun } = reloaderHere(async () => {
    await new Promise<void>((resolve) => gates.push(resolve));
    return { kind: "unchanged" };
  });
  const all = [reloader.reload(), reloader.reload()];
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  all.push(reloader.reload(), reloader.reload());
  await new Promise(setImmediate);
  expect(begun).toHaveLength(1);
  gates[0]?.();
  await vi.waitFor(() => expect(begun).toHaveLength(2));
  gates[1]?.();
  await Promise.all(all);
  expect(begun).toHaveLength(2);
});

test("a worker that fails leaves what was loaded, and the next reload is done", async () => {
  let fails = true;
  const { reloader } = reloaderHere(async () => {
    if (fails) throw new Error("the worker ended");
    return prepareFolder(order());
  });
  change();
  expect(await reloader.reload()).toMatchObject({ kind: "failed", cause: { message: "the worker ended" } });
  expect(reloader.now()).toBe(app);
  fails = false;
  expect(await reloader.reload()).toMatchObject({ kind: "reloaded" });
});

test("a file in the place of the folder is a problem that says so", () => {
  const { path } = folder;
  expect(prepareFolder({ folder: `${path}/${PIPELINES}`, known: undefined })).toEqual({
    kind: "broken",
    problems: [
      {
        path: `${path}/${PIPELINES}`,
        line: 1,
        message: "there is no such folder; name the folder that holds the documents",
      },
    ],
  });
});
