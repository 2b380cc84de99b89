import { expect, test } from "vitest";
import { orderOf } from "../../src/query/order.ts";

test.each([
  { text: "lowest rent", end: "lowest", pick: { kind: "end" } },
  { text: "second highest paying city", end: "highest", pick: { kind: "position", position: 2 } },
  { text: "which city comes third in rent", end: undefined, pick: { kind: "position", position: 3 } },
  { text: "the number two city by highest pay", end: "highest", pick: { kind: "position", position: 2 } },
  { text: "top 3 cities by pay", end: "highest", pick: { kind: "first", count: 3 } },
  { text: "the three cheapest cities", end: "lowest", pick: { kind: "first", count: 3 } },
  { text: "which two cities have the most openings", end: "highest", pick: { kind: "first", count: 2 } },
  { text: "rank the cities by rent", end: undefined, pick: { kind: "all" } },
  { text: "which of the top five cities has the lowest rent", end: "lowest", pick: { kind: "end" } },
])("$text asks for $pick from the $end", ({ text, end, pick }) => {
  expect(orderOf(text)).toMatchObject({ end, pick });
});

test.each(["which city pays well", "in my second year of studies", "study first, in which order?"])(
  "%s asks for no order",
  (text) => {
    expect(orderOf(text)).toBeUndefined();
  },
);

test("best is a matter of merit, highest is not", () => {
  expect(orderOf("best rent")?.isByMerit).toBe(true);
  expect(orderOf("highest rent")?.isByMerit).toBe(false);
});
