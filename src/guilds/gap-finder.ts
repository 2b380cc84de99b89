import { considerMessage } from "../answering/consider.ts";
import type { Engine } from "../answering/engine.ts";
import { composeStub, namesOf, type Stub } from "../answering/gap-stub.ts";
import {
  listMissed,
  subjectOfSnippets,
  subjectOfValues,
  UNKNOWN,
  type GapSubject,
  type MissedSubject,
} from "../answering/gaps.ts";
import type { Invocation, Reply } from "../answering/reply.ts";
import type { SnippetKeys } from "../answering/snippet-keys.ts";
import type { Before } from "../query/before.ts";

/** What was asked in vain, without the words it was asked in. */
export interface GapFinder {
  /** What a reply leaves unanswered; nothing when it answers, asks back, or nothing was asked. */
  inReply(reply: Reply, asked: Invocation, before?: Before): readonly MissedSubject[];
  /** What the snippets behind keys are about. */
  ofSnippets(keys: readonly string[]): GapSubject;
  namesOf(subject: GapSubject): ReturnType<typeof namesOf>;
  /** `today` is an ISO day. */
  stubFor(subject: GapSubject, today: string): Stub;
}

/** What commands are about beside the names in their options. */
const TOPICS: Readonly<Record<string, string>> = {
  skills: "skills",
  salary: "salary",
  path: "becoming",
  cert: "certifications",
};

/** What is known of the replies that were given: a message is considered once. */
export type MissedIn = WeakMap<Reply, readonly MissedSubject[]>;

export function buildGapFinder(engine: Engine, keys: SnippetKeys, missedIn: MissedIn): GapFinder {
  return {
    inReply: (reply, asked, before) => {
      const isMissed = reply.kind === "refusal" || (reply.kind === "answer" && reply.misses.length > 0);
      if (!isMissed) return [];
      const known = missedIn.get(reply) ?? findMissed(reply, { asked, before, engine });
      missedIn.set(reply, known);
      return known;
    },
    ofSnippets: (wanted) =>
      subjectOfSnippets(
        wanted.flatMap((key) => keys.entryOf(key)?.snippet.id ?? []),
        engine,
      ),
    namesOf: (subject) => namesOf(subject, engine),
    stubFor: (subject, today) => composeStub(subject, engine, today),
  };
}

interface Finding {
  readonly asked: Invocation;
  readonly before: Before | undefined;
  readonly engine: Engine;
}

function findMissed(reply: Reply, { asked, before, engine }: Finding): readonly MissedSubject[] {
  const { command, values } = asked;
  if (command === "ask") return listMissed(considerMessage(values["question"] ?? "", engine, before));
  if (reply.kind !== "refusal") return [];
  const subject = subjectOfValues(Object.values(values), engine);
  const topic = subject.topic === UNKNOWN ? (TOPICS[command] ?? UNKNOWN) : subject.topic;
  return [{ ...subject, topic, reason: reply.reason }];
}
