import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

// Bundles the program into dist/: reading some hundred modules one by one takes longer than starting the bot.
// A file that is the same is not written again, and one that is not is replaced whole: another run may be reading it.
const { outputFiles } = await build({
  entryPoints: [
    "src/index.ts",
    "src/ask.ts",
    "src/compile-knowledge.ts",
    "src/draw-pictures.ts",
    "src/read-knowledge.ts",
    "src/read-uploads.ts",
  ],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Native accelerators that the libraries use where somebody has installed them, and what is native itself.
  external: [
    "zlib-sync",
    "bufferutil",
    "utf-8-validate",
    "erlpack",
    "pg-native",
    "@resvg/resvg-js",
    "better-sqlite3",
  ],
  // The libraries that are CommonJS ask for Node's own modules by require.
  banner: {
    js: 'import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(import.meta.url);',
  },
  write: false,
});

for (const { path, contents } of outputFiles) {
  if (isWritten(path, contents)) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}

function isWritten(path, contents) {
  try {
    return readFileSync(path).equals(contents);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return false;
  }
}
