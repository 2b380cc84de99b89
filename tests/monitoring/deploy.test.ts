import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { GAUGES } from "../../src/monitoring/gauges.ts";
import { createMetrics } from "../../src/monitoring/metrics.ts";
import { readPromql } from "./support/promql.ts";

const read = (file: string): string => readFileSync(new URL(`../../deploy/${file}`, import.meta.url), "utf8");

const PANEL = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().min(1),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string(), refId: z.string() })).default([]),
});
const DASHBOARD = z.object({
  schemaVersion: z.number(),
  templating: z.object({ list: z.array(z.object({ name: z.string() })) }),
  panels: z.array(PANEL),
});
const RULE = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+m$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(["warning", "critical"]) }),
  annotations: z.strictObject({ summary: z.string().min(1), description: z.string().min(1) }),
});
const ALERTS = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(RULE) })) });

const dashboard = DASHBOARD.parse(JSON.parse(read("grafana-dashboard.json")));
const { panels } = dashboard;
const rules = ALERTS.parse(parse(read("prometheus-alerts.yaml"))).groups.flatMap((group) => group.rules);

/** Given by Prometheus, and to buckets. */
const LABELS_OF_ALL = ["instance", "job", "le"];

const exposed = { names: new Set<string>(), labels: new Set<string>(LABELS_OF_ALL) };

/** Everything counted once, so that each metric shows its labels. */
async function exposeAll(): Promise<string> {
  const metrics = createMetrics();
  metrics.answered({ surface: "command", outcome: "refusal", reason: "entity-not-covered", seconds: 1 });
  metrics.looked("engines", "hit");
  metrics.built("built", 1);
  metrics.uploaded("kept");
  metrics.drew("drawn");
  metrics.reloaded("reloaded");
  metrics.skipped("delivered-twice");
  metrics.limited(true);
  metrics.watch(Object.fromEntries(GAUGES.map(({ key }) => [key, () => 1])));
  return (await metrics.expose()).text;
}

beforeAll(async () => {
  const text = await exposeAll();
  for (const [, name = ""] of text.matchAll(/^# TYPE (\w+)/gm)) exposed.names.add(name);
  // A histogram has samples of other names.
  for (const [name] of text.matchAll(/^\w+(?=[{ ])/gm)) exposed.names.add(name);
  for (const [, label = ""] of text.matchAll(/[{,](\w+)="/g)) exposed.labels.add(label);
});

const EXPRESSIONS = [
  ...panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [`the panel “${title}”`, expr] as const),
  ),
  ...rules.map(({ alert, expr }) => [`the alert ${alert}`, expr] as const),
];

test.each(EXPRESSIONS)("%s reads what the program exposes: %s", (_, expression) => {
  const { metrics, labels } = readPromql(expression);
  expect(metrics.length).toBeGreaterThan(0);
  expect(metrics.filter((name) => !exposed.names.has(name))).toEqual([]);
  expect(labels.filter((name) => !exposed.labels.has(name))).toEqual([]);
});

describe("the dashboard", () => {
  test("shows every metric of the bot's own", () => {
    const shown = new Set(EXPRESSIONS.flatMap(([, expression]) => readPromql(expression).metrics));
    const own = [...exposed.names].filter((name) => name.startsWith("rolecall_"));
    const families = own.filter((name) => !/_(?:bucket|sum|count)$/.test(name));
    expect(families.filter((name) => !shown.has(name) && !shown.has(`${name}_bucket`))).toEqual([]);
  });

  test("has panels with ids of their own that lie in its 24 columns and on no other one", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { gridPos: one, id } of panels) {
      expect(one.x + one.w).toBeLessThanOrEqual(24);
      const others = panels.filter((panel) => panel.id > id).map(({ gridPos }) => gridPos);
      expect(
        others.filter(
          ({ x, y, w, h }) => x < one.x + one.w && one.x < x + w && y < one.y + one.h && one.y < y + h,
        ),
      ).toEqual([]);
    }
  });

  test("knows the variables that its expressions use", () => {
    const known = new Set([...dashboard.templating.list.map(({ name }) => name), "__rate_interval"]);
    const used = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/\$\w+/g) ?? []));
    expect(used.filter((name) => !known.has(name.slice(1)))).toEqual([]);
  });
});

describe("what a test of expressions rests on", () => {
  test("names and labels are told from functions, operators, ranges and strings", () => {
    const expression =
      'sum by (le, surface) (rate(a_total{x=~"b|c",y!="d"}[5m] offset 1w)) / 2 or vector(0) > on (z) e_seconds';
    expect(readPromql(expression)).toEqual({
      metrics: ["a_total", "e_seconds"],
      labels: ["le", "surface", "z", "x", "y"],
    });
  });
});
