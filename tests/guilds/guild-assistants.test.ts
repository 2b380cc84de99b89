import { describe, expect, test, vi } from "vitest";
import type { OwnKnowledge } from "../../src/answering/extend-engine.ts";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import type { Calibrations } from "../../src/guilds/calibrations.ts";
import type { Base } from "../../src/guilds/base.ts";
import { createGuildAssistants, type GuildAssistantsOptions } from "../../src/guilds/guild-assistants.ts";
import type { Watch } from "../../src/guilds/watch.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import type { DecisionPolicy } from "../../src/retrieval/decision.ts";

const base = await loadEngine(SHIPPED_FOLDER);
const shared = createAssistant(base);
const BASE = { engine: base, assistant: shared };

const NOTHING: OwnKnowledge = { documents: [], entities: [] };
const QUESTION = "Where does the Zorblax club meet?";
const MUCH = 1e9;
/** A machine under load may take a while. */
const PATIENCE = { timeout: 20_000, interval: 5 };

vi.setConfig({ testTimeout: 30_000 });

function clubMeeting(place: string): OwnKnowledge {
  const text = `# Our club\n\n## Where the Zorblax club meets\n\nThe Zorblax club meets in ${place} on Mondays.\n`;
  const source = { path: "club.md", id: "own-club" };
  return { documents: [parseDocument(text, source, base.knowledge.glossary)], entities: [] };
}

/** The assistants of servers whose documents are what `load` gives, and how often it was asked. */
function assistants(
  load: (guildId: string) => OwnKnowledge | Promise<OwnKnowledge>,
  more: Partial<GuildAssistantsOptions> = {},
) {
  const loaded: string[] = [];
  const failures: string[] = [];
  const guilds = createGuildAssistants({
    base: () => BASE,
    mostBytes: MUCH,
    onFailure: (_, guildId) => failures.push(guildId),
    load: async (guildId) => {
      loaded.push(guildId);
      return load(guildId);
    },
    ...more,
  });
  return { guilds, loaded, failures };
}

/** Hears how the engines fare. */
function listening() {
  const looks: string[] = [];
  const builds: string[] = [];
  const watch: Watch = {
    looked: (cache, outcome) => looks.push(`${cache} ${outcome}`),
    built: (outcome, seconds) => builds.push(seconds > 0 ? outcome : "in no time"),
  };
  return { looks, builds, watch };
}

const answer = (assistant: Assistant): string => JSON.stringify(assistant.ask(QUESTION));

test("a server is answered from its own documents, another is not", async () => {
  const { guilds } = assistants((id) => (id === "club" ? clubMeeting("Lisbon") : NOTHING));
  expect(answer(await guilds.assistantOf("club", "1"))).toContain("Lisbon");
  expect(answer(await guilds.assistantOf("other", "1"))).not.toContain("Lisbon");
});

test("servers without documents share one assistant", async () => {
  const { guilds } = assistants(() => NOTHING);
  expect(await guilds.assistantOf("one", "1")).toBe(shared);
  expect(await guilds.assistantOf("two", "1")).toBe(shared);
});

test("an assistant that is asked for twice at once is built once, and is there at once afterwards", async () => {
  const { guilds, loaded } = assistants(() => clubMeeting("Lisbon"));
  const [first, second] = await Promise.all([
    guilds.assistantOf("club", "1"),
    guilds.assistantOf("club", "1"),
  ]);
  expect(second).toBe(first);
  expect(guilds.assistantOf("club", "1")).toBe(first);
  expect(loaded).toEqual(["club"]);
});

test("the old assistant answers until the one of a new revision is built", async () => {
  let place = "Lisbon";
  const { guilds, loaded } = assistants(() => clubMeeting(place));
  const old = await guilds.assistantOf("club", "1");
  place = "Porto";
  expect(guilds.assistantOf("club", "2")).toBe(old);
  expect(guilds.assistantOf("club", "2")).toBe(old);
  await vi.waitFor(() => expect(guilds.assistantOf("club", "2")).not.toBe(old), PATIENCE);
  expect(answer(await guilds.assistantOf("club", "2"))).toContain("Porto");
  expect(loaded).toEqual(["club", "club"]);
});

test("what was built for a revision that has changed meanwhile is not kept", async () => {
  const loads: ((own: OwnKnowledge) => void)[] = [];
  const { guilds } = assistants(() => new Promise((resolve) => loads.push(resolve)));
  const first = guilds.assistantOf("club", "1");
  const second = guilds.assistantOf("club", "2");
  loads[1]?.(clubMeeting("Porto"));
  await second;
  loads[0]?.(clubMeeting("Lisbon"));
  await first;
  expect(answer(await guilds.assistantOf("club", "2"))).toContain("Porto");
  expect(loads).toHaveLength(2);
});

test("documents that cannot be loaded are reported once and leave the shared assistant, until they can", async () => {
  let isAway = true;
  const { guilds, loaded, failures } = assistants(
    () => {
      if (isAway) throw new Error("the database is away");
      return clubMeeting("Lisbon");
    },
    { retryAfter: 1 },
  );
  expect(await guilds.assistantOf("club", "1")).toBe(shared);
  await vi.waitFor(async () => {
    expect(await guilds.assistantOf("club", "1")).toBe(shared);
    expect(loaded.length).toBeGreaterThan(2);
  }, PATIENCE);
  expect(failures).toEqual(["club"]);
  isAway = false;
  await vi.waitFor(async () => {
    expect(answer(await guilds.assistantOf("club", "1"))).toContain("Lisbon");
  }, PATIENCE);
});

test("documents that cannot be built upon are reported", async () => {
  const { guilds, failures } = assistants(() => ({ documents: base.knowledge.documents, entities: [] }));
  expect(await guilds.assistantOf("club", "1")).toBe(shared);
  expect(failures).toEqual(["club"]);
});

test("assistants that were not asked for the longest go where all would hold too much", async () => {
  const { guilds, loaded } = assistants(() => clubMeeting("Lisbon"), { mostBytes: 900_000 });
  for (const id of ["one", "two", "one", "three", "one", "two"]) await guilds.assistantOf(id, "1");
  expect(loaded).toEqual(["one", "two", "three", "two"]);
});

test("an assistant that is larger than all may be is kept by itself", async () => {
  const { guilds, loaded } = assistants(() => clubMeeting("Lisbon"), { mostBytes: 1 });
  for (const id of ["one", "one", "two"]) await guilds.assistantOf(id, "1");
  expect(loaded).toEqual(["one", "two"]);
});

test("a server that is forgotten is loaded again", async () => {
  const { guilds, loaded } = assistants(() => clubMeeting("Lisbon"));
  await guilds.assistantOf("club", "1");
  guilds.forget("club");
  await guilds.assistantOf("club", "1");
  expect(loaded).toEqual(["club", "club"]);
});

test("each look for an engine and each build is told, and never of which server", async () => {
  const { looks, builds, watch } = listening();
  const { guilds } = assistants(() => clubMeeting("Lisbon"), { watch });
  await guilds.assistantOf("club", "1");
  await guilds.assistantOf("club", "1");
  await guilds.newestOf("club", "2");
  expect(looks).toEqual(["engines miss", "engines hit", "engines stale"]);
  expect(builds).toEqual(["built", "built"]);
});

test("a build that failed is told as one", async () => {
  const { builds, watch } = listening();
  const { guilds } = assistants(() => Promise.reject(new Error("the database is away")), { watch });
  await guilds.assistantOf("club", "1");
  expect(builds).toEqual(["failed"]);
});

test("what is held grows with each server and shrinks when one is forgotten", async () => {
  const { guilds } = assistants(() => clubMeeting("Lisbon"));
  expect(guilds.held()).toEqual({ engines: 0, bytes: 0 });
  await guilds.assistantOf("one", "1");
  const { bytes } = guilds.held();
  await guilds.assistantOf("two", "1");
  expect(guilds.held()).toEqual({ engines: 2, bytes: 2 * bytes });
  guilds.forget("one");
  expect(guilds.held()).toEqual({ engines: 1, bytes });
});

describe("thresholds that were chosen before", () => {
  const kept = new Map<string, DecisionPolicy>();
  const calibrations: Calibrations = {
    read: async (guildId, { revision }) => kept.get(`${guildId} ${revision}`),
    keep: async (guildId, { revision }, policy) => void kept.set(`${guildId} ${revision}`, policy),
  };

  test("are kept for the revision that they were chosen for", async () => {
    kept.clear();
    const { guilds } = assistants(() => clubMeeting("Lisbon"), { calibrations });
    await guilds.assistantOf("club", "1");
    expect([...kept.keys()]).toEqual(["club 1"]);
  });

  test("are not chosen again", async () => {
    kept.clear();
    const nothingIsSure = { answerFrom: 2, clarifyFrom: 2 };
    kept.set("club 1", nothingIsSure);
    const { guilds } = assistants(() => clubMeeting("Lisbon"), { calibrations });
    expect((await guilds.assistantOf("club", "1")).ask(QUESTION).kind).toBe("refusal");
    expect(kept.get("club 1")).toBe(nothingIsSure);
    expect(answer(await guilds.newestOf("club", "2"))).toContain("Lisbon");
  });
});

/** The same documents, loaded another time. */
const other = (): Base => ({ engine: base, assistant: createAssistant(base) });

describe("when the built-in documents are replaced", () => {
  test("the old assistant answers until the one over the new ones is built", async () => {
    let current = other();
    const { guilds, loaded } = assistants(() => clubMeeting("Lisbon"), { base: () => current });
    const old = await guilds.assistantOf("club", "1");
    current = other();
    expect(guilds.assistantOf("club", "1")).toBe(old);
    await vi.waitFor(() => expect(guilds.assistantOf("club", "1")).not.toBe(old), PATIENCE);
    expect(answer(await guilds.assistantOf("club", "1"))).toContain("Lisbon");
    expect(loaded).toEqual(["club", "club"]);
  });

  test("a server without documents gets the new shared assistant", async () => {
    let current = other();
    const { guilds } = assistants(() => NOTHING, { base: () => current });
    expect(await guilds.assistantOf("one", "1")).toBe(current.assistant);
    current = other();
    await vi.waitFor(() => expect(guilds.assistantOf("one", "1")).toBe(current.assistant), PATIENCE);
  });

  test("what was built for a base that has been replaced meanwhile is built again", async () => {
    let current = other();
    const read: Base[] = [];
    const { guilds } = assistants(() => NOTHING, {
      base: () => current,
      load: async (_, over) => {
        read.push(over);
        return NOTHING;
      },
    });
    const [first, second] = [current, other()];
    const building = guilds.assistantOf("one", "1");
    current = second;
    expect(await building).toBe(first.assistant);
    await vi.waitFor(() => expect(guilds.assistantOf("one", "1")).toBe(second.assistant), PATIENCE);
    expect(read).toEqual([first, second]);
  });

  test("a server whose documents cannot be loaded just then keeps the answers that it had", async () => {
    let current = other();
    let isAway = false;
    const { guilds, failures } = assistants(
      () => {
        if (isAway) throw new Error("the database is away");
        return clubMeeting("Lisbon");
      },
      { base: () => current },
    );
    const old = await guilds.assistantOf("club", "1");
    isAway = true;
    current = other();
    expect(await guilds.newestOf("club", "1")).toBe(old);
    expect(failures).toEqual(["club"]);
  });

  test("a server that nobody asked since the time before is built anew", async () => {
    let current = other();
    const { guilds, loaded } = assistants(() => clubMeeting("Lisbon"), { base: () => current });
    for (const id of ["one", "two"]) await guilds.assistantOf(id, "1");
    current = other();
    await guilds.newestOf("one", "1");
    current = other();
    await guilds.newestOf("one", "1");
    // Nothing is there at once that would keep the first documents in memory.
    expect(guilds.assistantOf("two", "1")).toBeInstanceOf(Promise);
    expect(loaded).toEqual(["one", "two", "one", "one", "two"]);
  });
});
