import type { Client, ClientEvents } from "discord.js";
import type { InFlight } from "./in-flight.ts";

/** What happens on an event, and what happens when that fails. */
export interface Listener<Event extends keyof ClientEvents> {
  readonly handle: (...args: ClientEvents[Event]) => Promise<void>;
  /** Never rejects. */
  readonly reportError: (error: unknown, ...args: ClientEvents[Event]) => Promise<void>;
  readonly inFlight: InFlight;
}

/** Listens to an event; returns how to stop. No failure of an async listener is lost, and none ends the process. */
export function listen<Event extends keyof ClientEvents>(
  client: Client,
  event: Event,
  { handle, reportError, inFlight }: Listener<Event>,
): () => void {
  const run = async (...args: ClientEvents[Event]): Promise<void> => {
    try {
      await handle(...args);
    } catch (error) {
      await reportError(error, ...args);
    }
  };
  const listener = (...args: ClientEvents[Event]): void => inFlight.track(run(...args));
  client.on(event, listener);
  return () => client.off(event, listener);
}
