import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isFilePath, serveFile } from "./cdn.ts";
import { Faults, type Trouble } from "./faults.ts";
import { refusal, RestError } from "./rest-error.ts";
import { readRequest, type RestRequest } from "./rest-request.ts";
import { findRoute, type Backstage, type RestAnswer, type Route } from "./route.ts";
import { APPLICATION_ROUTES } from "./routes-application.ts";
import { CHANNEL_ROUTES } from "./routes-channels.ts";
import { INTERACTION_ROUTES } from "./routes-interactions.ts";
import { MESSAGE_ROUTES } from "./routes-messages.ts";
import { WEBHOOK_ROUTES } from "./routes-webhooks.ts";
import { violationOf, type Violation } from "./violations.ts";
import type { World } from "./world.ts";

const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...CHANNEL_ROUTES,
  ...MESSAGE_ROUTES,
  ...INTERACTION_ROUTES,
  ...WEBHOOK_ROUTES,
];

/** https://docs.discord.com/developers/reference#http-api, on the server's side. */
export class RestServer {
  readonly server: Server;
  readonly requests: RestRequest[] = [];
  readonly violations: Violation[] = [];
  readonly faults = new Faults();
  #authorization: string;
  #stage: Backstage | undefined;
  #underWay = 0;

  constructor(token: string) {
    this.#authorization = `Bot ${token}`;
    this.server = createServer((incoming, response) => {
      this.#serve(incoming, response).catch((error: unknown) => response.destroy(asError(error)));
    });
  }

  /** Requests that are not answered yet. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Takes no request any more that carries the token. */
  revokeToken(): void {
    this.#authorization = "revoked";
  }

  open(stage: Backstage): void {
    this.#stage = stage;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#stage !== undefined && isFilePath(incoming.url ?? ""))
      return this.#serveFile(this.#stage.world, incoming, response);
    this.#underWay += 1;
    response.once("close", () => this.#finish());
    const request = await readRequest(incoming);
    this.requests.push(request);
    this.#answer(request, response);
  }

  /** The CDN is another host: whoever sends it the token gives it away. */
  async #serveFile(world: World, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (incoming.headers.authorization !== undefined)
      this.violations.push({
        request: `${incoming.method} ${incoming.url}`,
        rule: "the token was sent to the CDN",
        body: undefined,
      });
    await serveFile(world, incoming, response);
  }

  #finish(): void {
    this.#underWay -= 1;
    this.#stage?.world.changes.notify();
  }

  #answer(request: RestRequest, response: ServerResponse): void {
    const trouble = this.faults.take(request);
    if (trouble === undefined) return send(response, request, this.#respond(request));
    switch (trouble.kind) {
      case "hang":
        return undefined;
      case "reset":
        return void response.socket?.resetAndDestroy();
      case "close":
        return response.socket?.destroySoon();
      case "slow":
        return this.#delay(request, response, trouble.milliseconds);
      case "lost-answer":
        this.#takeEffect(request);
        return void response.socket?.resetAndDestroy();
      case "status":
      case "rate-limit":
        return sendTrouble(response, request, trouble);
    }
  }

  #delay(request: RestRequest, response: ServerResponse, milliseconds: number): void {
    const answer = this.#takeEffect(request);
    setTimeout(() => send(response, request, answer), milliseconds).unref();
  }

  /** The request takes effect, but the bot does not hear of it now: it may well ask again. */
  #takeEffect(request: RestRequest): RestAnswer {
    const answer = this.#respond(request);
    const token = /^\/interactions\/\d+\/([^/]+)\/callback$/.exec(request.path)?.[1];
    const interaction = token === undefined ? undefined : this.#stage?.interactions.find(token);
    if (interaction !== undefined) interaction.lostAnswer = true;
    return answer;
  }

  #respond(request: RestRequest): RestAnswer {
    try {
      return this.#route(request);
    } catch (error) {
      if (!(error instanceof RestError)) return this.#confess(request, error);
      const violation = violationOf(request, error);
      if (violation !== undefined) this.violations.push(violation);
      return { status: error.status, body: error.body };
    }
  }

  /** A bug in here must not pass for a fault of the bot, nor go unseen. */
  #confess({ method, path, body }: RestRequest, error: unknown): RestAnswer {
    const rule = `the loopback Discord itself failed: ${asError(error).stack}`;
    this.violations.push({ request: `${method} ${path}`, rule, body });
    return { status: 500, body: { message: "500: Internal Server Error", code: 0 } };
  }

  #route(request: RestRequest): RestAnswer {
    const match = findRoute(ROUTES, request);
    if (match === undefined) throw refusal("notFound", "there is no such route");
    if (match.route.isOpen !== true && request.authorization !== this.#authorization)
      throw refusal("unauthorized");
    if (this.#stage === undefined) throw new Error("the loopback Discord is not open yet");
    return match.route.handle({ request, param: match.param, stage: this.#stage });
  }
}

type Erring = Extract<Trouble, { readonly kind: "status" | "rate-limit" }>;

function sendTrouble(response: ServerResponse, request: RestRequest, trouble: Erring): void {
  if (trouble.kind === "status") {
    const { status, code = 0 } = trouble;
    const message = `${status}: injected by the test`;
    return send(response, request, { status, body: { message, code } });
  }
  const { retryAfter, isGlobal } = trouble;
  response.setHeader("retry-after", String(retryAfter));
  response.setHeader("x-ratelimit-scope", isGlobal ? "global" : "user");
  if (isGlobal) response.setHeader("x-ratelimit-global", "true");
  const body = { message: "You are being rate limited.", retry_after: retryAfter, global: isGlobal };
  send(response, request, { status: 429, body });
}

function send(response: ServerResponse, request: RestRequest, { status, body }: RestAnswer): void {
  request.status = status;
  response.statusCode = status;
  // An empty answer must not claim to be JSON: clients would try to parse it.
  if (body === undefined) return void response.end();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(body));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
