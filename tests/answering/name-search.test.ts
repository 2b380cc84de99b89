import { describe, expect, test } from "vitest";
import { buildNameSearch } from "../../src/answering/name-search.ts";

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

const named = (name: string, ...aliases: readonly string[]): Named => ({ name, aliases });
const NAMES = [
  named("DevSecOps engineer", "DevSecOps"),
  named("DevOps engineer", "DevOps"),
  named("DevOps", "the practice"),
  named("Security engineer"),
  named("Kubernetes administrator", "k8s admin"),
  named("CEH", "Certified Ethical Hacker"),
];
const search = buildNameSearch(NAMES, ({ name, aliases }) => [name, ...aliases]);
const found = (typed: string): string[] => search.search(typed).map(({ name }) => name);

test("things that share an alias are told apart by their names alone", () => {
  const shared = buildNameSearch(
    [named("Green Gate", "gg"), named("Great Gadget", "gg", "gadget"), named("Gadget")],
    ({ name, aliases }) => [name, ...aliases],
  );
  const sharing = (typed: string): string[] => shared.sharing(typed).map(({ name }) => name);
  expect(["GG", "great gadget", "gadget", "zz", ""].map(sharing)).toEqual([
    ["Green Gate", "Great Gadget"],
    [],
    [],
    [],
    [],
  ]);
});

describe("names are found", () => {
  test.each([
    {
      how: "the exact name before the alias before the prefix",
      typed: "devops",
      names: ["DevOps", "DevOps engineer"],
    },
    { how: "by an alias", typed: "certified ethical hacker", names: ["CEH"] },
    { how: "by a prefix", typed: "kube", names: ["Kubernetes administrator"] },
    { how: "by an alias's prefix", typed: "certified", names: ["CEH"] },
    {
      how: "by a word's prefix",
      typed: "eng",
      names: ["DevSecOps engineer", "DevOps engineer", "Security engineer"],
    },
    { how: "with one slip", typed: "devsecps", names: ["DevSecOps engineer"] },
    {
      how: "with two slips in a long name",
      typed: "kubernates administratr",
      names: ["Kubernetes administrator"],
    },
    { how: "whatever the case and marks", typed: "  DEVSECOPS-engineer! ", names: ["DevSecOps engineer"] },
    { how: "an abbreviation with a slip", typed: "cehh", names: ["CEH"] },
    { how: "an abbreviation with two letters swapped", typed: "che", names: ["CEH"] },
    { how: "not an abbreviation by two letters", typed: "cx", names: [] },
    {
      how: "by a word of them with a slip",
      typed: "enginer",
      names: ["DevSecOps engineer", "DevOps engineer", "Security engineer"],
    },
    { how: "not by another word", typed: "quokka", names: [] },
    { how: "all of them for nothing typed", typed: "", names: NAMES.map(({ name }) => name) },
  ])("$how: $typed", ({ typed, names }) => {
    expect(found(typed)).toEqual(names);
  });
});

test.each([
  { typed: "ceh", exact: "CEH", certain: "CEH" },
  { typed: "the practice", exact: "DevOps", certain: "DevOps" },
  { typed: "kube", exact: undefined, certain: "Kubernetes administrator" },
  { typed: "eng", exact: undefined, certain: undefined },
  { typed: "cehh", exact: undefined, certain: undefined },
  { typed: "administratr", exact: undefined, certain: undefined },
  { typed: "quokka", exact: undefined, certain: undefined },
])("$typed is exactly $exact and certainly $certain", ({ typed, exact, certain }) => {
  expect([search.exact(typed)?.name, search.certain(typed)?.name]).toEqual([exact, certain]);
});

test("an abbreviation with a slip that is near to two names is neither", () => {
  const names = buildNameSearch(["CEH", "CEA", "CSSLP"], (name) => [name]);
  expect(names.search("cex")).toEqual([]);
});

test("a name beats the alias of one that comes before it", () => {
  expect(search.exact("DevOps")?.name).toBe("DevOps");
});

test.each([
  { typed: "kub", meant: "Kubernetes administrator" },
  { typed: "engineer", meant: undefined },
  { typed: "", meant: undefined },
])("$typed is contained in the one name $meant", ({ typed, meant }) => {
  expect(search.containing(typed)?.name).toBe(meant);
});
