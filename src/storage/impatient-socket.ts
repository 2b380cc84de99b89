import { Socket } from "node:net";

/**
 * A socket to PostgreSQL that ends when nothing was sent or received for so many milliseconds.
 * https://github.com/brianc/node-postgres/issues/3399: a connection that was given up while it was silent answers nothing more.
 */
export function impatientSocket(silence: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silence, () => socket.destroy(new Error("PostgreSQL does not answer")));
}
