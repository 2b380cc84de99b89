import { expect, test } from "vitest";
import { comparesThings, superlativeOf, topicsOfForm } from "../../src/query/form.ts";

test.each([
  { text: "What does a DevSecOps engineer do?", topics: ["responsibilities"] },
  { text: "what do they do all day", topics: ["responsibilities"] },
  { text: "How much does a DevOps engineer make?", topics: ["salary"] },
  { text: "how much do they get paid", topics: ["salary"] },
  { text: "How do I become a DevSecOps engineer?", topics: ["becoming"] },
  { text: "how can i break into devsecops", topics: ["becoming"] },
  { text: "What is DevSecOps?", topics: ["definition"] },
  { text: "whats a devops engineer", topics: ["definition"] },
  { text: "Who issues the CEH?", topics: ["certifications"] },
  { text: "What is the best way to learn threat modelling at home?", topics: [] },
  { text: "Is it fun?", topics: [] },
])("$text asks by its form for $topics", ({ text, topics }) => {
  expect(topicsOfForm(text)).toEqual(topics);
});

test.each([
  "CEH vs CISSP",
  "devops versus devsecops",
  "difference between devops and devsecops",
  "is devops the same as devsecops",
  "does devsecops pay more than devops",
  "how does devops compare, compared to devsecops",
])("%s compares", (text) => {
  expect(comparesThings(text, [])).toBe(true);
});

test.each([
  { text: "CEH or CISSP", names: ["CEH", "CISSP"], compares: true },
  { text: "Should I take CEH or wait", names: ["CEH"], compares: false },
  { text: "is it a good idea or not", names: [], compares: false },
  { text: "CEH or CISSP", names: [], compares: false },
  { text: "What is the CEH", names: ["CEH"], compares: false },
])("between the names $names, $text: $compares", ({ text, names, compares }) => {
  expect(comparesThings(text, names)).toBe(compares);
});

test.each([
  { text: "which city pays the most", end: "highest" },
  { text: "highest paying employer", end: "highest" },
  { text: "the cheapest city", end: "lowest" },
  { text: "where is rent lowest", end: "lowest" },
  { text: "what does it pay at least", end: undefined },
  { text: "which city pays well", end: undefined },
])("$text asks for the end $end of an order", ({ text, end }) => {
  expect(superlativeOf(text)).toBe(end);
});
