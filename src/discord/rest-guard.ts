import { DefaultRestOptions, type REST, RESTEvents, type RESTOptions } from "discord.js";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { DiscordRefusal, REFUSED_TOKEN } from "./discord-refusal.ts";
import { HeldBack } from "./held-back.ts";
import type { Asked, Restraint } from "./restraint.ts";
import { createSlots } from "./slots.ts";

/** Milliseconds until a request without an answer is made again. */
export interface RestPatience {
  /** The first answer to a member's command: Discord waits three seconds for it. */
  readonly callback: number;
  readonly request: number;
}

export interface RestGuardOptions {
  readonly patience: RestPatience;
  readonly restraint: Restraint;
  readonly metrics: Pick<Metrics, "restFailed" | "limited">;
  readonly log: Log;
  /** Called when Discord does not take the token any more. */
  readonly onEnd: (error: DiscordRefusal) => void;
}

const ERROR = 400;
const UNAUTHORIZED = 401;
const TOO_MANY = 429;

/** Milliseconds after which an answer that has to wait is none any more. */
const LONGEST_WAIT = 30_000;

/** Requests in channels whose answers are not known yet: all of them may be refused. */
const CHANNELS_AT_ONCE = 40;

type Answer = Awaited<ReturnType<RESTOptions["makeRequest"]>>;
type Request = Parameters<RESTOptions["makeRequest"]>[1];

/** How requests to Discord are made: counted, in time, and not where they would only be refused. */
export function guardRest(
  guard: RestGuardOptions,
): Pick<RESTOptions, "makeRequest" | "rejectOnRateLimit" | "timeout"> {
  const inTurn = createSlots(CHANNELS_AT_ONCE);
  return {
    timeout: guard.patience.request,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT,
    makeRequest: async (url, init) => {
      const asked = { method: init.method ?? "GET", path: pathOf(url) };
      const go = (): Promise<Answer> => askGuarded({ url, asked, init, guard });
      return asked.path.startsWith("/channels/") ? await inTurn(go) : await go();
    },
  };
}

interface Guarded {
  readonly url: string;
  readonly asked: Asked;
  readonly init: Request;
  readonly guard: RestGuardOptions;
}

async function askGuarded({ url, asked, init, guard }: Guarded): Promise<Answer> {
  if (!guard.restraint.mayAsk(asked)) throw new HeldBack(asked);
  const answer = isCallback(asked) ? await hurry(url, init, guard.patience.callback) : await ask(url, init);
  guard.restraint.note(asked, answer.status);
  if (answer.status >= ERROR) noteError(answer, { asked, init, guard });
  return answer;
}

/** `https://discord.com/api/v10/channels/1/messages?…` has the path `/channels/1/messages`. */
const pathOf = (url: string): string => new URL(url).pathname.replace(/^.*?\/v\d+(?=\/)/, "");

const isCallback = ({ path }: Asked): boolean => path.endsWith("/callback");

/** A connection that the other side closed while it was idle says nothing of Discord: the request is made again. */
const CLOSED: ReadonlySet<unknown> = new Set(["UND_ERR_SOCKET", "EPIPE"]);

/** discord.js makes a request again after errors with this code. */
class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
  readonly code = "ECONNRESET";
}

async function ask(url: string, init: Request): Promise<Answer> {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && CLOSED.has(error.code))) throw error;
    throw new ConnectionLost("the connection to Discord was closed", { cause: error });
  }
}

/** Asks for some milliseconds at most, fewer than discord.js itself waits: a second attempt may still be in time. */
async function hurry(url: string, init: Request, patience: number): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    return await ask(url, { ...init, signal: late.signal });
  } finally {
    clearTimeout(timer);
  }
}

function noteError({ status, headers }: Answer, { asked, init, guard }: Omit<Guarded, "url">): void {
  const { metrics, log, onEnd } = guard;
  metrics.restFailed(status);
  if (status === TOO_MANY) {
    metrics.limited(headers.has("x-ratelimit-global"));
    // The path may hold the token of an interaction.
    log.warn({ method: asked.method, retryAfter: headers.get("retry-after") }, "Discord asks to wait");
  }
  // An interaction's token that has expired is refused in the same way: such requests carry no other.
  if (status === UNAUTHORIZED && "Authorization" in (init.headers ?? {}))
    onEnd(new DiscordRefusal(REFUSED_TOKEN));
}

/**
 * Lets requests go on where the machine's clock is put back: discord.js counts them until a time of the day, which
 * would come that much later.
 */
export function forgiveClock(rest: REST): void {
  let last = Date.now();
  rest.on(RESTEvents.Response, () => {
    const now = Date.now();
    if (now < last) {
      rest.globalReset = -1;
      rest.handlers.clear();
    }
    last = now;
  });
}
