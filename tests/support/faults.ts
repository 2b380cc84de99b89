import type { RestRequest } from "./rest-request.ts";

/**
 * What goes wrong: an error status, a connection that breaks, closes or never answers, an answer that comes late, or
 * one that is lost on its way back.
 */
export type Trouble =
  /** `code` is Discord's own; 0 when absent. */
  | { readonly kind: "status"; readonly status: number; readonly code?: number }
  | { readonly kind: "rate-limit"; readonly retryAfter: number; readonly isGlobal: boolean }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  | { readonly kind: "close" }
  /** The request takes effect at once; real milliseconds until the answer. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  | { readonly kind: "lost-answer" };

export interface Fault {
  /** Every method when absent. */
  readonly method?: string;
  /** A part of the path, or a pattern for it; every path when absent. */
  readonly path?: string | RegExp;
  /** How many requests it hits; 1 when absent. */
  readonly times?: number;
  readonly trouble: Trouble;
}

/** The faults still to come. */
export class Faults {
  readonly #pending: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending.splice(0);
  }

  /** The trouble for this request, if any; each fault is used up by the requests it hits. */
  take(request: RestRequest): Trouble | undefined {
    const hit = this.#pending.find(({ fault, left }) => left > 0 && matches(fault, request));
    if (hit === undefined) return undefined;
    hit.left -= 1;
    return hit.fault.trouble;
  }
}

function matches({ method, path }: Fault, request: RestRequest): boolean {
  if (method !== undefined && method !== request.method) return false;
  if (path === undefined) return true;
  return typeof path === "string" ? request.path.includes(path) : path.test(request.path);
}
