import { ConfigError, loadConfig, readEnvironment } from "./config.ts";
import { FolderError, loadEngine } from "./load-engine.ts";
import { machineDay } from "./machine-day.ts";
import { runAsk } from "./terminal/ask.ts";
import { UsageError } from "./terminal/ask-options.ts";

/** https://man.freebsd.org/cgi/man.cgi?query=sysexits: a call, and a configuration, that cannot be used. */
const EX_USAGE = 64;
const EX_CONFIG = 78;

try {
  await runAsk({
    args: process.argv.slice(2),
    input: process.stdin,
    output: process.stdout,
    today: machineDay,
    load: (folder) => loadEngine(folder ?? configuredFolder()),
  });
} catch (error) {
  const isUsage = error instanceof UsageError;
  if (!isUsage && !(error instanceof ConfigError) && !(error instanceof FolderError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = isUsage ? EX_USAGE : EX_CONFIG;
}

/** Asking needs nothing else of the configuration. */
function configuredFolder(): string {
  return loadConfig({ KNOWLEDGE_DIR: readEnvironment()["KNOWLEDGE_DIR"] }).knowledgeFolder;
}
