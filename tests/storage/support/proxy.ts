import { connect, createServer, type Socket } from "node:net";
import { portOf } from "../../support/port.ts";

/** A way to a server on this machine that can fail. */
export interface Proxy {
  readonly port: number;
  /** Lets nothing more through in either direction, without closing anything. */
  readonly hang: () => void;
  /** Breaks all connections and refuses new ones. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly stop: () => Promise<void>;
}

type State = "open" | "hanging" | "cut";

export async function startProxy(target: number): Promise<Proxy> {
  let state: State = "open";
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };
  const server = createServer((incoming) => {
    keep(incoming);
    if (state === "cut") return void incoming.destroy();
    const outgoing = keep(connect(target, "127.0.0.1"));
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      from.on("data", (bytes) => {
        if (state === "open") to.write(bytes);
      });
      from.once("close", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: portOf(server),
    hang: () => {
      state = "hanging";
    },
    cut: () => {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      state = "open";
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
