import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { writeOrigin } from "../../src/answering/dates.ts";
import { composeSources } from "../../src/answering/overviews.ts";
import { ENGLISH } from "../../src/languages/english.ts";
import { engineOf, ROLES } from "./library.ts";

const licensed = (license: string) =>
  engineOf({ "roles.md": ROLES.replace("anchors:", `license: ${license}\nanchors:`) });

function originUnder(license: string): readonly string[] {
  const reply = answerQuestion("What is a DevOps engineer?", licensed(license));
  if (reply.kind !== "answer") throw new Error("the question is not answered");
  return writeOrigin(reply.parts[0].citations[0], ENGLISH);
}

describe("a document's licence", () => {
  test.each(["CC BY 4.0", "CC BY-SA 4.0"])("stands beside each citation where it asks to: %s", (license) => {
    expect(originUnder(license)).toEqual(["Example Press", "June 2022", license]);
  });

  test.each(["US government work", "CC0 1.0", "MIT"])("is left out of citations elsewhere: %s", (license) => {
    expect(originUnder(license)).toEqual(["Example Press", "June 2022"]);
  });

  test("is shown among the sources", () => {
    expect(composeSources(licensed("US government work")).parts).toMatchObject([
      {
        text: "Example Press, by Ada Byron, June 2022\n3 sections, read November 2026, US government work",
      },
    ]);
  });
});
