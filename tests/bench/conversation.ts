import { offerCommands, timeResponse } from "./first-response.ts";
import { readMemory, startProbed, type Memory } from "./memory.ts";
import { BARE_CLIENT, ROLECALL, type Running } from "./program.ts";

/** What one bot showed over one conversation. */
export interface Conversation {
  readonly afterLogin: Memory;
  readonly afterQuestions: Memory;
  /** Milliseconds of the first response after the start. */
  readonly first: number;
  /** Milliseconds of responses once warm. */
  readonly warm: readonly number[];
}

export interface Conversations {
  readonly ours: Conversation;
  readonly bare: Conversation;
}

export interface Questions {
  /** Asked before memory is read again. */
  readonly before: readonly string[];
  /** Asked after that and timed. */
  readonly timed: readonly string[];
}

/** Asks both bots the same questions in turn, so that whatever else the machine does slows both. */
export async function converse(questions: Questions): Promise<Conversations> {
  const ours = await startProbed(ROLECALL);
  const bare = await startProbed(BARE_CLIENT);
  await offerCommands(bare.discord);
  const bots = [ours, bare] as const;
  const afterLogin = await each(bots, readMemory);
  const before = await askBoth(bots, questions.before);
  const afterQuestions = await each(bots, readMemory);
  const timed = await askBoth(bots, questions.timed);
  await each(bots, (bot) => bot.stop());
  const conversation = (which: 0 | 1): Conversation => ({
    afterLogin: afterLogin[which],
    afterQuestions: afterQuestions[which],
    first: before[0]?.[which] ?? 0,
    warm: timed.map((pair) => pair[which]),
  });
  return { ours: conversation(0), bare: conversation(1) };
}

type Both<T> = readonly [ours: T, bare: T];

async function each<T>([ours, bare]: Both<Running>, act: (bot: Running) => Promise<T>): Promise<Both<T>> {
  return [await act(ours), await act(bare)];
}

async function askBoth(bots: Both<Running>, questions: readonly string[]): Promise<Both<number>[]> {
  const times: Both<number>[] = [];
  for (const question of questions) {
    times.push(await each(bots, ({ discord }) => timeResponse(discord, question)));
  }
  return times;
}
