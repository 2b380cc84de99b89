import { StoreError, type Store } from "../../../src/guilds/store.ts";

/** A store whose database can be made to fail, or to keep its answers back. */
export interface Unreliable {
  readonly store: Store;
  /** Calls so far, by method. */
  readonly calls: ReadonlyMap<string, number>;
  /** Every call from now on fails, until it is mended. */
  fail(): void;
  /** Calls from now on do what they should, but do not return before it is mended. */
  hang(): void;
  /** Calls from now on pass; those that hang go on hanging. */
  pass(): void;
  /** Calls from now on pass, and those that hang return. */
  mend(): void;
}

/** Puts a switch between a store and who uses it. */
export function unreliable(store: Store): Unreliable {
  let mode: "passes" | "fails" | "hangs" = "passes";
  let gate = closedGate();
  const calls = new Map<string, number>();
  const through = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    calls.set(name, (calls.get(name) ?? 0) + 1);
    if (mode === "fails") throw new StoreError("the database failed");
    const held = mode === "hangs" ? gate.opened : undefined;
    const result = await act();
    await held;
    return result;
  };
  return {
    calls,
    fail: () => (mode = "fails"),
    hang: () => (mode = "hangs"),
    pass: () => (mode = "passes"),
    mend: () => {
      mode = "passes";
      gate.open();
      gate = closedGate();
    },
    store: {
      readState: (...args) => through("readState", () => store.readState(...args)),
      changeSettings: (...args) => through("changeSettings", () => store.changeSettings(...args)),
      readDocuments: (...args) => through("readDocuments", () => store.readDocuments(...args)),
      listDocuments: (...args) => through("listDocuments", () => store.listDocuments(...args)),
      readDocument: (...args) => through("readDocument", () => store.readDocument(...args)),
      keepDocument: (...args) => through("keepDocument", () => store.keepDocument(...args)),
      keepReading: (...args) => through("keepReading", () => store.keepReading(...args)),
      removeDocument: (...args) => through("removeDocument", () => store.removeDocument(...args)),
      readCalibration: (...args) => through("readCalibration", () => store.readCalibration(...args)),
      keepCalibration: (...args) => through("keepCalibration", () => store.keepCalibration(...args)),
      countGaps: (...args) => through("countGaps", () => store.countGaps(...args)),
      readGaps: (...args) => through("readGaps", () => store.readGaps(...args)),
      purgeGaps: (...args) => through("purgeGaps", () => store.purgeGaps(...args)),
      forget: (...args) => through("forget", () => store.forget(...args)),
      noteDepartures: (...args) => through("noteDepartures", () => store.noteDepartures(...args)),
      listGuilds: () => through("listGuilds", () => store.listGuilds()),
      watch: (watcher) => store.watch(watcher),
      stop: () => store.stop(),
    },
  };
}

function closedGate(): { readonly opened: Promise<unknown>; readonly open: () => void } {
  const gate = new EventTarget();
  const opened = new Promise((resolve) => gate.addEventListener("open", resolve));
  return { opened, open: () => gate.dispatchEvent(new Event("open")) };
}
