import type { RestError } from "./rest-error.ts";
import type { RestRequest } from "./rest-request.ts";

/** A rule of Discord, or of this bot's manners, that the bot broke. */
export interface Violation {
  /** Such as `POST /channels/1/messages`. */
  readonly request: string;
  readonly rule: string;
  readonly body: unknown;
}

export function violationOf({ method, path, body }: RestRequest, { rule }: RestError): Violation | undefined {
  return rule === undefined ? undefined : { request: `${method} ${path}`, rule, body };
}

export function describeViolations(violations: readonly Violation[]): string {
  return violations.map(({ request, rule }) => `- ${request}: ${rule}`).join("\n");
}
