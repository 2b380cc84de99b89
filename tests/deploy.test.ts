import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, type Document } from "yaml";
import { z } from "zod";
import { loadConfig } from "../src/config.ts";
import { IDENTIFY_DISTANCE } from "./support/gateway.ts";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

const KNOWN = new Set(read(".env.example").match(/^[A-Z_]+(?==)/gm));

/** Variables that belong to somebody else. */
const OTHERS = new Set(["NODE_ENV", "HOSTNAME", "SHARDS_EACH"]);

describe.each(readdirSync(new URL("../deploy", import.meta.url)))("deploy/%s", (file) => {
  const text = read(`deploy/${file}`);

  test("sets only variables that the program reads", () => {
    const named = text.match(/\b[A-Z]{3,}(?:_[A-Z]+)+\b|\bSHARDS\b/g) ?? [];
    const unknown = named.filter(
      (name) => !KNOWN.has(name) && !OTHERS.has(name) && !/^(?:POSTGRES|AF)_/.test(name),
    );
    expect(unknown).toEqual([]);
  });

  test.runIf(file.endsWith(".yaml"))("is YAML", () => {
    expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
  });
});

const PROBE = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const CONTAINER = z.object({
  command: z.tuple([z.string(), z.string()]),
  args: z.tuple([z.string()]),
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  livenessProbe: PROBE,
  readinessProbe: PROBE,
});
const STATEFUL_SET = z.object({
  kind: z.literal("StatefulSet"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number(),
    podManagementPolicy: z.string(),
    minReadySeconds: z.number(),
    template: z.object({ spec: z.object({ containers: z.tuple([CONTAINER]) }) }),
  }),
});

function asValue(document: Document.Parsed): unknown {
  return document.toJS();
}

describe("the pods of the Kubernetes example", () => {
  const documents = parseAllDocuments(read("deploy/kubernetes.yaml")).map(asValue);
  const { metadata, spec } = STATEFUL_SET.parse(
    documents.find((each) => STATEFUL_SET.safeParse(each).success),
  );
  const [container] = spec.template.spec.containers;
  const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));

  /** What the program would be started with in the pod of a number, by the shell that the pod has. */
  function configOf(ordinal: number) {
    const [shell, flag] = container.command;
    const script = container.args[0].replace("exec node dist/index.js", 'printf %s "$SHARDS"');
    const own = { ...env, HOSTNAME: `${metadata.name}-${ordinal}` };
    return loadConfig({
      ...own,
      SHARDS: execFileSync(shell, [flag, script], { env: own, encoding: "utf8" }),
    });
  }

  test("take every shard once", () => {
    const taken = Array.from({ length: spec.replicas }, (_, ordinal) => configOf(ordinal).shards);
    const ids = taken.flatMap((shards) => shards?.ids ?? []);
    expect(ids).toEqual(Array.from({ length: Number(env["SHARD_COUNT"]) }, (_, id) => id));
  });

  test("start one after the other, no sooner than Discord lets the next shards identify", () => {
    expect(spec.podManagementPolicy).toBe("OrderedReady");
    expect(spec.minReadySeconds * 1_000).toBeGreaterThanOrEqual(IDENTIFY_DISTANCE);
  });

  test("are asked for their health where they serve it", () => {
    const port = container.ports.find(({ name }) => name === container.readinessProbe.httpGet.port);
    expect(configOf(0).http).toEqual({ host: "0.0.0.0", port: port?.containerPort });
    expect(container.readinessProbe.httpGet.path).toBe("/readyz");
    expect(container.livenessProbe.httpGet).toEqual({ path: "/livez", port: port?.name });
  });
});
