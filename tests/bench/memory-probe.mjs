// Loaded into a measured process: tells its parent how much memory it holds, before and after collecting garbage.
import process from "node:process";

process.on("message", () => {
  const { rss } = process.memoryUsage();
  globalThis.gc?.();
  const collected = process.memoryUsage();
  process.send?.({ rss, rssCollected: collected.rss, heapCollected: collected.heapUsed });
});
// Listening for messages would keep the process from ending by itself.
process.channel?.unref();
