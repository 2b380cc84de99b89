import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/app.ts";
import { createFolderWorker } from "../../src/folder-worker.ts";
import { createReloader, type Reloaded, type Reloader } from "../../src/reload.ts";
import type { Member } from "../support/member.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { knowledgeFolder, type KnowledgeFolder } from "./support/knowledge-folder.ts";
import { readWords } from "./support/read-reply.ts";
import { add, ask, file, newServer, QUESTION } from "./support/server-documents.ts";
import { built } from "../support/built.ts";

/** The worker compiles what it loads. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** One for all tests: compiling its program takes seconds. */
const worker = createFolderWorker(built("read-knowledge"));

const PIPELINES = "pipeline-careers.md";
const SKILLS = "What skills does a DevSecOps engineer need?";
const NO_SUCH_ROLE =
  '`About:` has "Nobody at all", a role the glossary lacks; the nearest are "Data scientist"';
const NOT_RELOADED = "the knowledge could not be reloaded; what was loaded stays";

let discord: LoopbackDiscord;
let folder: KnowledgeFolder;
let reloader: Reloader;
let bot: StartedBot;

beforeAll(async () => {
  discord = await startLoopbackDiscord({ patience: 30_000 });
});

afterAll(async () => {
  await discord.close();
  await worker.stop();
});

beforeEach(async () => {
  folder = knowledgeFolder();
  const app = await createApp({ knowledgeFolder: folder.path, today: freshDay });
  const { path } = folder;
  reloader = createReloader({ folder: path, app, prepare: (order) => worker.run(order), today: freshDay });
  bot = await startBot(discord, { reloader });
  await discord.commandsRegistered();
});

afterEach(async () => {
  await bot.stop();
  folder.remove();
});

const MINUTE = 60_000;
const PATIENCE = { timeout: 20_000, interval: 50 };

/** Asks when what was answered is not pointed to any more. */
const askAgain = async (member: Member, question: string): Promise<string> => {
  discord.passTime(2 * MINUTE);
  return await ask(member, question);
};

const skills = (): Promise<string> => ask(discord.member("ada"), SKILLS);

const reloads = async (): Promise<readonly string[]> =>
  (await bot.metrics()).split("\n").filter((line) => line.startsWith("rolecall_knowledge_reloads_total{"));

describe("after a reload", () => {
  test("a question is answered from the documents as they are now, and the log says so", async () => {
    expect(await skills()).toContain("Python, Jenkins and patience.");
    folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
    await reloader.reload();
    expect(await skills()).toContain("Python, Kubernetes and nerves.");
    expect(logged(bot, "reloaded the knowledge")).toMatchObject([
      { level: "info", documents: 2, snippets: 5 },
    ]);
    expect(await reloads()).toEqual(['rolecall_knowledge_reloads_total{outcome="reloaded"} 1']);
  });

  test("a name that the documents have by now completes what is typed", async () => {
    const ada = discord.member("ada");
    folder.replace("glossary.md", "| CISSP |", "| CISSP |  | ISC2 |\n| Lantern badge |");
    folder.replace(PIPELINES, "CEH is advised", "CEH and the Lantern badge are advised");
    expect(await ada.types("cert", "name", "lan")).toEqual([]);
    await reloader.reload();
    const badge = { name: "Lantern badge", value: "Lantern badge" };
    expect(await ada.types("cert", "name", "lan")).toEqual([badge]);
  });

  test("what was said before it is followed up", async () => {
    const ada = discord.member("ada");
    const said = await ada.says("What is a DevSecOps engineer?", { mentionBot: true });
    const answer = await discord.replyTo(said);
    folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
    await reloader.reload();
    const next = await ada.says("and what skills?", { replyTo: answer });
    expect((await discord.replyTo(next)).text).toContain("Python, Kubernetes and nerves.");
  });

  test("buttons and menus of earlier answers show what the documents say now", async () => {
    const ada = discord.member("ada");
    const card = await ada.uses("role", { name: "devsecops" });
    const answer = await ada.uses("ask", { question: SKILLS });
    folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
    await reloader.reload();
    expect(readWords(await ada.chooses(card, "Show one topic whole", ["Skills"]))).toContain(
      "Python, Kubernetes and nerves.",
    );
    expect((await ada.clicks(answer, "Helpful")).ephemeral).toBe(true);
  });

  test("a document that was removed is answered from no more", async () => {
    const ada = discord.member("ada");
    expect(await ask(ada, "How much does a DevOps engineer earn?")).toContain("11,159.75");
    folder.remove("city-salaries.md");
    await reloader.reload();
    expect(await ask(ada, "How much does a DevOps engineer earn?")).not.toContain("11,159.75");
    expect(await skills()).toContain("Python, Jenkins and patience.");
  });
});

describe("a server with documents of its own", () => {
  test("is answered from both before and after", async () => {
    const { mara, ben } = newServer(discord);
    await add(mara, file());
    expect(await ask(ben)).toContain("dusk");
    expect(await ask(ben, SKILLS)).toContain("Python, Jenkins and patience.");
    folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
    await reloader.reload();
    // The first question is answered by what was there, while the rest is built.
    expect(await ask(ben, SKILLS)).toContain("Python, Jenkins and patience.");
    await expect.poll(() => askAgain(ben, SKILLS), PATIENCE).toContain("Python, Kubernetes and nerves.");
    expect(await askAgain(ben, QUESTION)).toContain("dusk");
  });

  test("has them read again with the words of a new glossary", async () => {
    const { mara, ben } = newServer(discord);
    const text = "# Crew\n\n## Pay\n\nA lantern keeper earns 900 EUR a month as of March 2026.\n";
    await add(mara, file(text));
    folder.replace("glossary.md", "| Data scientist", "| Lantern keeper | lampwright |\n| Data scientist");
    await reloader.reload();
    await expect
      .poll(() => askAgain(ben, "What does a lampwright earn?"), PATIENCE)
      .toContain("A lantern keeper earns 900 EUR");
  });
});

describe("documents that cannot be used", () => {
  test("leave what was loaded, and the log names file, line and what to do", async () => {
    folder.replace(PIPELINES, "> About: DevSecOps engineer · Topics: skills", "> About: Nobody at all");
    await reloader.reload();
    expect(await skills()).toContain("Python, Jenkins and patience.");
    const [line] = logged(bot, NOT_RELOADED);
    expect(line).toMatchObject({
      level: "error",
      problems: [{ path: `${folder.path}/${PIPELINES}`, line: 38, message: NO_SUCH_ROLE }],
    });
    expect(await reloads()).toEqual(['rolecall_knowledge_reloads_total{outcome="broken"} 1']);
    folder.replace(PIPELINES, "> About: Nobody at all", "> About: DevSecOps engineer · Topics: skills");
    folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
    await reloader.reload();
    expect(await skills()).toContain("Python, Kubernetes and nerves.");
  });

  test("are none: a folder that is empty, or that has vanished, leaves what was loaded", async () => {
    folder.remove(PIPELINES);
    folder.remove("city-salaries.md");
    await reloader.reload();
    folder.remove();
    await reloader.reload();
    expect(logged(bot, NOT_RELOADED)).toMatchObject([
      { problems: [{ path: folder.path, message: "the folder holds no documents; add Markdown files" }] },
      {
        problems: [
          {
            path: folder.path,
            message: "there is no such folder; name the folder that holds the documents",
          },
        ],
      },
    ]);
    expect(await skills()).toContain("Python, Jenkins and patience.");
    folder = knowledgeFolder();
  });
});

test("a reload where nothing has changed does nothing and says so", async () => {
  const before = reloader.now();
  await reloader.reload();
  expect(reloader.now()).toBe(before);
  expect(logged(bot, "the knowledge has not changed; nothing was reloaded")).toHaveLength(1);
});

test("several reloads at once are done one after the other, and the last state wins", async () => {
  folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
  const first = reloader.reload();
  folder.replace(PIPELINES, "Kubernetes and nerves", "Terraform and tea");
  const outcomes = await Promise.all([first, reloader.reload(), reloader.reload()]);
  expect(outcomes.map(({ kind }) => kind)).toContain("reloaded");
  expect(await skills()).toContain("Python, Terraform and tea.");
  expect(logged(bot, NOT_RELOADED)).toEqual([]);
});

/** The skills that an answer lists, or the whole answer. */
const listed = async (): Promise<string> => {
  const answer = await askAgain(discord.member("ada"), SKILLS);
  return /Python, \w+ and \w+\./.exec(answer)?.[0] ?? answer;
};

test("every question that is asked while documents are loaded is answered, from the old ones or the new", async () => {
  folder.replace(PIPELINES, "Jenkins and patience", "Kubernetes and nerves");
  const outcomes: Reloaded[] = [];
  reloader.follow((outcome) => outcomes.push(outcome));
  const answers = new Set([await listed()]);
  void reloader.reload();
  // One member asks, reads and asks again.
  // oxlint-disable-next-line no-await-in-loop
  while (outcomes.length === 0) answers.add(await listed());
  answers.add(await listed());
  expect(answers).toEqual(new Set(["Python, Jenkins and patience.", "Python, Kubernetes and nerves."]));
});
