import { createApp } from "./app.ts";
import { ConfigError, loadConfig, readEnvironment } from "./config.ts";
import { FolderError } from "./load-engine.ts";

/** https://man.freebsd.org/cgi/man.cgi?query=sysexits: a configuration that cannot be used. */
const EX_CONFIG = 78;

try {
  await start();
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof FolderError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(EX_CONFIG);
}

/** Answers on Discord where there is a token, else in the terminal. Each face is loaded only when it is used. */
async function start(): Promise<void> {
  const config = loadConfig(readEnvironment());
  const assistant = createApp(config);
  if (config.discord === undefined) {
    const { startChat } = await import("./terminal/chat.ts");
    return await startChat({ assistant, input: process.stdin, output: process.stdout });
  }
  const { serve } = await import("./discord/serve.ts");
  process.exit(await serve({ assistant, config, discord: config.discord }));
}
