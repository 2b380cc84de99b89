import { asJson, asList, type Json } from "./json.ts";

/** What is wrong with a request body, and where. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REFUSALS = {
  unauthorized: { status: 401, code: 0, message: "401: Unauthorized" },
  notFound: { status: 404, code: 0, message: "404: Not Found" },
  unknownApplication: { status: 404, code: 10002, message: "Unknown Application" },
  unknownChannel: { status: 404, code: 10003, message: "Unknown Channel" },
  unknownGuild: { status: 404, code: 10004, message: "Unknown Guild" },
  unknownMember: { status: 404, code: 10007, message: "Unknown Member" },
  unknownMessage: { status: 404, code: 10008, message: "Unknown Message" },
  unknownUser: { status: 404, code: 10013, message: "Unknown User" },
  unknownWebhook: { status: 404, code: 10015, message: "Unknown Webhook" },
  unknownInteraction: { status: 404, code: 10062, message: "Unknown interaction" },
  tooLarge: { status: 413, code: 40005, message: "Request entity too large" },
  alreadyAcknowledged: { status: 400, code: 40060, message: "Interaction has already been acknowledged." },
  tooManyFollowUps: {
    status: 400,
    code: 40094,
    message: "This interaction has reached its maximum number of follow up messages",
  },
  missingAccess: { status: 403, code: 50001, message: "Missing Access" },
  notYourMessage: { status: 403, code: 50005, message: "Cannot edit a message authored by another user" },
  emptyMessage: { status: 400, code: 50006, message: "Cannot send an empty message" },
  missingPermissions: { status: 403, code: 50013, message: "Missing Permissions" },
  notInThisChannel: {
    status: 400,
    code: 50024,
    message: "Cannot execute action on this channel type",
  },
  expiredToken: { status: 401, code: 50027, message: "Invalid Webhook Token" },
  threadExists: { status: 400, code: 160004, message: "A thread has already been created for this message" },
} as const satisfies Record<string, Refusal>;

type RefusalName = keyof typeof REFUSALS;

/** An answer other than success. `rule` is set when the bot broke a rule that its tests must hear of. */
export class RestError extends Error {
  readonly status: number;
  readonly rule: string | undefined;
  readonly body: Json;

  constructor(answer: { readonly status: number; readonly body: Json; readonly rule?: string | undefined }) {
    super(answer.rule ?? JSON.stringify(answer.body));
    this.status = answer.status;
    this.body = answer.body;
    this.rule = answer.rule;
  }
}

/** Discord's refusal of a well-formed request; `rule` makes it a violation too. */
export function refusal(name: RefusalName, rule?: string): RestError {
  const { status, code, message } = REFUSALS[name];
  return new RestError({ status, body: { message, code }, rule });
}

/** Discord's answer to a malformed body, code 50035, which is always a violation. */
export function invalidBody(problems: readonly Problem[]): RestError {
  const rule = problems.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`).join("; ");
  const errors = problems.reduce<Json>((tree, problem) => withProblem(tree, problem), {});
  return new RestError({ status: 400, body: { message: "Invalid Form Body", code: 50035, errors }, rule });
}

function withProblem(tree: Json, { path, message }: Problem): Json {
  const [head, ...rest] = path;
  if (head === undefined) {
    const earlier = asList(tree["_errors"]);
    return { ...tree, _errors: [...earlier, { code: "INVALID", message }] };
  }
  return { ...tree, [head]: withProblem(asJson(tree[head]), { path: rest, message }) };
}
