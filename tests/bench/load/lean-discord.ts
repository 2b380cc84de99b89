import process from "node:process";
import type { AddressInfo } from "node:net";
import type { Opening, Rush, Rushed } from "./ask.ts";
import { openGateway, type LeanGateway } from "./lean-gateway.ts";
import { createRest } from "./lean-rest.ts";
import { newId, writeInteraction } from "./payloads.ts";

// A Discord in a process of its own that only sends events and takes times: one that checks what it is sent costs more
// than the bot that is measured.

/** Milliseconds after which Discord drops an interaction; the answer still counts as a response. */
const IN_TIME = 3_000;
/** Milliseconds after which no answer is awaited any more. */
const PATIENCE = 60_000;

// The bench that started it may be ended at any time.
process.once("disconnect", () => process.exit());
process.once("message", (opening: Opening) => open(opening));

function open(opening: Opening): void {
  const waiting = new Map<string, (at: number) => void>();
  const rest = createRest({
    onResponse: (id) => {
      waiting.get(id)?.(performance.now());
      waiting.delete(id);
    },
    onRegistered: () => tell({ kind: "registered" }),
    gateway: () => ({ url: `ws://127.0.0.1:${portOf(rest.address())}`, shards: opening.shards }),
  });
  const gateway = openGateway(rest, opening, () => tell({ kind: "ready" }));
  rest.listen(0, "127.0.0.1", () => tell({ kind: "open", port: portOf(rest.address()) }));
  process.on("message", (rush: Rush) => {
    void drive(rush, { gateway, waiting }).then((rushed) => tell({ kind: "rushed", ...rushed }));
  });
}

const tell = (what: object): void => void process.send?.(what);

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === "object" ? address.port : 0;

interface Stage {
  readonly gateway: LeanGateway;
  /** Told of the time at which an interaction was responded to. */
  readonly waiting: Map<string, (at: number) => void>;
}

/** Keeps as many asks in flight as there may be; resolves when all are answered or lost. */
async function drive({ asks, inFlight, perSecond }: Rush, stage: Stage): Promise<Rushed> {
  const responses: number[] = [];
  let lost = 0;
  let next = 0;
  const begin = performance.now();
  const member = async (): Promise<void> => {
    for (let at = next++; at < asks.length; at = next++) {
      const ask = asks[at];
      if (ask === undefined) return;
      if (perSecond !== undefined) await until(begin + (at * 1_000) / perSecond);
      const taken = await askOnce(ask, stage);
      if (taken === undefined || taken > IN_TIME) lost += 1;
      if (taken !== undefined) responses.push(taken);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, member));
  return { seconds: (performance.now() - begin) / 1_000, responses, lost };
}

const until = (time: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));

function askOnce(
  ask: Parameters<typeof writeInteraction>[0],
  { gateway, waiting }: Stage,
): Promise<number | undefined> {
  const id = newId();
  const payload = writeInteraction(ask, id);
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => {
      waiting.delete(id);
      resolve(undefined);
    }, PATIENCE);
    const begin = performance.now();
    waiting.set(id, (at) => {
      clearTimeout(giveUp);
      resolve(at - begin);
    });
    gateway.dispatch(ask.server, "INTERACTION_CREATE", payload);
  });
}
