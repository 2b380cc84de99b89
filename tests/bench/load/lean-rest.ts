import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { APPLICATION, writeMessage } from "./payloads.ts";

export interface RestHandlers {
  /** Told of the response to an interaction as soon as its first bytes arrive. */
  readonly onResponse: (interaction: string) => void;
  readonly onRegistered: () => void;
  readonly gateway: () => { readonly url: string; readonly shards: number };
}

const CALLBACK = /\/interactions\/(\d+)\/[^/]+\/callback/;

/** Discord's REST API as far as a load needs it: it answers at once and checks nothing. */
export function createRest(handlers: RestHandlers): Server {
  return createServer((request, response) => {
    const interaction = CALLBACK.exec(request.url ?? "")?.[1];
    if (interaction !== undefined) handlers.onResponse(interaction);
    // Reading to the end keeps the connection for the next request.
    request.resume().once("end", () => send(response, answerTo(request, handlers)));
  });
}

function answerTo({ method = "", url = "" }: IncomingMessage, handlers: RestHandlers): unknown {
  if (CALLBACK.test(url)) return url.includes("with_response=true") ? CALLED_BACK() : undefined;
  if (url.endsWith("/gateway/bot")) return gatewayInformation(handlers.gateway());
  if (url.endsWith("/applications/@me")) return APPLICATION;
  if (/\/commands(?:\?|$)/.test(url)) {
    if (method === "PUT") handlers.onRegistered();
    return [];
  }
  return writeMessage("1");
}

const CALLED_BACK = () => ({
  interaction: { id: "1", type: 2 },
  resource: { type: 4, message: writeMessage("1") },
});

const gatewayInformation = (gateway: object) => ({
  ...gateway,
  session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 14_400_000, max_concurrency: 16 },
});

function send(response: ServerResponse, body: unknown): void {
  if (body === undefined) response.writeHead(204).end();
  else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
