import { afterEach, expect, test, vi } from "vitest";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { warmUp } from "../../src/guilds/warm-up.ts";
import { LIBRARY } from "../answering/library.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("each question is asked once, after the start and one at a time", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setImmediate"] });
  const assistant = createAssistant(LIBRARY);
  const asked: string[] = [];
  const listening = {
    ...assistant,
    ask: (question: string) => {
      asked.push(question);
      return assistant.ask(question);
    },
  };
  warmUp(listening, ["What is a DevOps engineer?", "Who are you?"]);
  expect(asked).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(asked).toEqual(["What is a DevOps engineer?"]);
  vi.runAllTimers();
  expect(asked).toEqual(["What is a DevOps engineer?", "Who are you?"]);
});
