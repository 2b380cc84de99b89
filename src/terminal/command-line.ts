import type { Invocation } from "../answering/reply.ts";

/** A command as it is typed, with each option by name: `/role name:DevOps engineer topic:salary`. */
export function writeCommand({ command, values }: Invocation): string {
  return [`/${command}`, ...Object.entries(values).map(([name, value]) => `${name}:${value}`)].join(" ");
}
