import { describe, expect, test } from "vitest";
import { createRestraint, type Asked, type Restraint } from "../../src/discord/restraint.ts";

const TEN_MINUTES = 600_000;

function started(): { restraint: Restraint; pass: (milliseconds: number) => void } {
  let now = 0;
  return {
    restraint: createRestraint(() => now),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const say = (channel: number): Asked => ({ method: "POST", path: `/channels/${channel}/messages` });
const CALLBACK: Asked = { method: "POST", path: "/interactions/1/token/callback" };

describe("a channel that refused a message", () => {
  test("is asked again after ten minutes, and others at once", () => {
    const { restraint, pass } = started();
    restraint.note(say(1), 403);
    expect([restraint.mayAsk(say(1)), restraint.mayAsk(say(2))]).toEqual([false, true]);
    pass(TEN_MINUTES);
    expect(restraint.mayAsk(say(1))).toBe(true);
  });

  test("is left alone also where it took one before", () => {
    const { restraint } = started();
    restraint.note(say(1), 200);
    restraint.note(say(1), 403);
    expect(restraint.mayAsk(say(1))).toBe(false);
  });

  test("still lets the bot edit and delete what it wrote there", () => {
    const { restraint } = started();
    restraint.note(say(1), 403);
    expect(restraint.mayAsk({ method: "PATCH", path: "/channels/1/messages/2" })).toBe(true);
  });
});

test("answers that Discord does not count as invalid close nothing", () => {
  const { restraint } = started();
  for (let count = 0; count < 200; count += 1)
    for (const status of [200, 400, 404, 500]) restraint.note(say(1), status);
  expect(restraint.mayAsk(say(1))).toBe(true);
});

test("after fifty refusals only channels are asked that took something, after ninety nothing is, until they are ten minutes old", () => {
  const { restraint, pass } = started();
  restraint.note(say(98), 200);
  for (let count = 0; count < 50; count += 1) restraint.note(say(count), 429);
  expect([99, 98].map((channel) => restraint.mayAsk(say(channel)))).toEqual([false, true]);
  expect(restraint.mayAsk(CALLBACK)).toBe(true);
  pass(TEN_MINUTES / 2);
  for (let count = 0; count < 40; count += 1) restraint.note(CALLBACK, 429);
  expect([CALLBACK, say(98)].map((asked) => restraint.mayAsk(asked))).toEqual([false, false]);
  pass(TEN_MINUTES / 2);
  expect([restraint.mayAsk(say(99)), restraint.mayAsk(CALLBACK)]).toEqual([true, true]);
});
