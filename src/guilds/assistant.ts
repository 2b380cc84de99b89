import { createHash } from "node:crypto";
import { composeEntries, findAlternatives, snippetsOf } from "../answering/alternatives.ts";
import { composeReply } from "../answering/answer-question.ts";
import { considerMessage } from "../answering/consider.ts";
import { listMissed } from "../answering/gaps.ts";
import { writeDate } from "../answering/dates.ts";
import type { Engine } from "../answering/engine.ts";
import { NOT_STATED } from "../knowledge/document.ts";
import { noteConflicts } from "../answering/note-conflicts.ts";
import { noteAge } from "../answering/note-age.ts";
import { composeConflicts, composeStale } from "../answering/upkeep.ts";
import type { Answer, Overview, Reply } from "../answering/reply.ts";
import { buildSnippetKeys, type SnippetKeys } from "../answering/snippet-keys.ts";
import type { Before } from "../query/before.ts";
import type { Entry } from "../retrieval/entries.ts";
import { wordingFor } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import { buildGapFinder, type GapFinder, type MissedIn } from "./gap-finder.ts";
import type { KnownReplies, Recall } from "./known-replies.ts";
import { RUNNERS } from "./runners.ts";
import { COMMANDS, type Command } from "./commands.ts";
import { buildDirectory, type Completed, type OptionOf, type Values } from "./directory.ts";

export type { Before, Values };

/** A snippet by its question, with a key that fits into a custom id and means the same after a restart. */
export interface Keyed {
  readonly key: string;
  readonly question: string;
}

/** What answers come from. */
export interface Contents {
  readonly documents: number;
  readonly snippets: number;
  /** The latest date of a document, as a reader says it; `undefined` when none states one. */
  readonly newest: string | undefined;
  /** The same for the same questions of the same documents, in seven characters. */
  readonly version: string;
}

/** What both faces ask of the bot; pure and synchronous. */
export interface Assistant {
  readonly commands: readonly Command[];
  /** Answers free text; `before` is what was said before, for a follow-up. */
  ask(question: string, before?: Before): Reply;
  /** A question with all that it leaves to what was said before: what the next one goes on from. */
  inFull(question: string, before?: Before): string;
  /** Runs one of `commands`. Throws on a name that is none of them. */
  run(command: string, values: Values): Reply;
  /**
   * At most 25 completions for what was typed so far, best first: exact, alias, prefix, typo. `value` goes back into the
   * option. `given` is what the command's other options hold so far.
   */
  complete(target: OptionOf, typed: string, given?: Values): readonly Completed[];
  /** Keys of the snippets that a reply shows. */
  keysOf(reply: Reply): readonly string[];
  /** The snippets behind keys, whole; `undefined` when the documents have none of them any more. */
  show(keys: readonly string[]): Answer | undefined;
  /** The snippets behind keys that the documents still have. */
  questionsOf(keys: readonly string[]): readonly Keyed[];
  /** The snippets nearest to a question that its reply does not show, best first. */
  alternatives(
    question: string,
    context: { readonly reply: Reply; readonly before?: Before | undefined },
  ): readonly Keyed[];
  readonly gaps: GapFinder;
  readonly contents: Contents;
  /** Documents whose answers may no longer hold today. */
  stale(): Overview;
  /** What documents state differently. */
  conflicts(): Overview;
  /** What it says around what documents say. */
  readonly wording: Wording;
  /** The same assistant in the language of one of Discord's locales; English for one that it does not speak. */
  in(locale: string | null | undefined): Assistant;
}

/** What an assistant is told of the world. */
export interface Clock {
  /** The day, in ISO; without it nothing is said of the age of what is cited. */
  readonly today?: (() => string) | undefined;
}

/** What an assistant may be given. */
export interface AssistantOptions extends Clock {
  /** Where replies are remembered; without it each is composed anew. */
  readonly replies?: KnownReplies | undefined;
}

/** Builds the assistant over an engine. Another language is another assistant over the same index. */
export function createAssistant(engine: Engine, { today, replies }: AssistantOptions = {}): Assistant {
  const keys = buildSnippetKeys(engine);
  const known = new Map<Wording, Assistant>();
  const missedIn: MissedIn = new WeakMap();
  const speaking = (wording: Wording): Assistant => {
    const found = known.get(wording);
    if (found) return found;
    const recall = replies?.ofOne() ?? composeAnew;
    const assistant = speak({ ...engine, wording }, { speaking, keys, today, recall, missedIn });
    known.set(wording, assistant);
    return assistant;
  };
  return speaking(engine.wording);
}

interface Shared {
  readonly speaking: (wording: Wording) => Assistant;
  readonly keys: SnippetKeys;
  readonly today: Clock["today"];
  readonly recall: Recall;
  readonly missedIn: MissedIn;
}

const composeAnew: Recall = (_, compose) => compose();

function speak(engine: Engine, shared: Shared): Assistant {
  const { speaking, keys, missedIn, today } = shared;
  return {
    commands: COMMANDS,
    wording: engine.wording,
    gaps: buildGapFinder(engine, keys, missedIn),
    get contents() {
      return describeContents(engine);
    },
    stale: () => composeStale(engine, today?.() ?? "", {}),
    conflicts: () => composeConflicts(engine),
    in: (locale) => speaking(wordingFor(locale)),
    inFull: (question, before) => engine.reader.inFull(question, before),
    ...answerFrom(engine, shared),
    keysOf: (reply) => snippetsOf(reply).flatMap((id) => keys.keyOf(id) ?? []),
    questionsOf: (wanted) => wanted.flatMap((key) => keyed(keys.entryOf(key), keys)),
    alternatives: (question, context) =>
      findAlternatives(question, context, engine).flatMap((entry) => keyed(entry, keys)),
  };
}

/** What composes answers. */
function answerFrom(
  engine: Engine,
  { keys, today, recall, missedIn }: Shared,
): Pick<Assistant, "ask" | "run" | "complete" | "show"> {
  const directory = buildDirectory(engine);
  const finish = (answer: Answer): Answer => {
    const whole = noteConflicts(answer, engine);
    return today ? noteAge(whole, today(), engine) : whole;
  };
  const finishReply = (reply: Reply): Reply => (reply.kind === "answer" ? finish(reply) : reply);
  // What is said of the age of a source changes with the day.
  const recallToday: Recall = (key, compose) => recall(`${today?.() ?? ""} ${key}`, compose);
  const answer = (question: string, before?: Before): Reply => {
    const considered = considerMessage(question, engine, before);
    const reply = finishReply(composeReply(considered, engine));
    missedIn.set(reply, listMissed(considered));
    return reply;
  };
  const ask = (question: string, before?: Before): Reply =>
    before === undefined ? recallToday(`ask ${question}`, () => answer(question)) : answer(question, before);
  return {
    ask,
    run: (command, values) => {
      if (command === "ask") return ask(values["question"] ?? "");
      const runner = Object.hasOwn(RUNNERS, command) ? RUNNERS[command] : undefined;
      if (!runner) throw new Error(`There is no command named "${command}".`);
      const key = JSON.stringify([command, values]);
      return recallToday(key, () => finishReply(runner({ command, values, engine, directory })));
    },
    complete: directory.complete,
    show: (wanted) => {
      const shown = composeEntries(wanted.flatMap((key) => keys.entryOf(key) ?? []));
      return shown && finish(shown);
    },
  };
}

const VERSION_LENGTH = 7;

function describeContents({ knowledge, entries, wording }: Engine): Contents {
  const { documents } = knowledge;
  const dates = documents.map(({ published }) => published).filter((date) => date !== NOT_STATED);
  const [newest] = dates.toSorted().toReversed();
  const hash = createHash("sha256");
  for (const { snippet } of entries) hash.update(`${snippet.id}\n${snippet.question}\n${snippet.answer}\n`);
  return {
    documents: documents.length,
    snippets: entries.length,
    newest: newest === undefined ? undefined : writeDate(newest, wording),
    version: hash.digest("hex").slice(0, VERSION_LENGTH),
  };
}

function keyed(entry: Entry | undefined, keys: SnippetKeys): Keyed[] {
  const key = entry && keys.keyOf(entry.snippet.id);
  return entry && key !== undefined ? [{ key, question: entry.snippet.question }] : [];
}
