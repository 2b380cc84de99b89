import type { CommandRegistry } from "./command-registry.ts";
import type { Interactions } from "./interactions.ts";
import type { RestRequest } from "./rest-request.ts";
import type { World } from "./world.ts";

/** What the routes work on. */
export interface Backstage {
  readonly world: World;
  readonly interactions: Interactions;
  readonly commands: CommandRegistry;
  readonly filesUrl: string;
  readonly gatewayUrl: () => string;
  readonly shards: number;
  readonly maxConcurrency: number;
}

export interface RouteCall {
  readonly request: RestRequest;
  /** The value of a `:name` in the route's path. */
  readonly param: (name: string) => string;
  readonly stage: Backstage;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Whether the token in the path is all the authorization that is needed. */
  readonly isOpen?: boolean;
  readonly handle: (call: RouteCall) => RestAnswer;
}

export interface RouteMatch {
  readonly route: Route;
  readonly param: (name: string) => string;
}

export function findRoute(routes: readonly Route[], { method, path }: RestRequest): RouteMatch | undefined {
  for (const route of routes) {
    const params = route.method === method ? matchPath(route.path, path) : undefined;
    if (params !== undefined) return { route, param: (name) => paramOf(params, name) };
  }
  return undefined;
}

function matchPath(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const expected = pattern.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? "";
    if (part.startsWith(":")) params.set(part.slice(1), value);
    else if (part !== value) return undefined;
  }
  return params;
}

function paramOf(params: ReadonlyMap<string, string>, name: string): string {
  const value = params.get(name);
  if (value === undefined) throw new Error(`the route has no :${name}`);
  return value;
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const noContent: RestAnswer = { status: 204 };
