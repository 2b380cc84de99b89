import { expect, test } from "vitest";
import { fetchFile, fileOrigins } from "../../src/discord/moderation/fetch-file.ts";

/** Addresses that a forged attachment could have; nothing is asked for at any of them. */
const ELSEWHERE = [
  "http://169.254.169.254/latest/meta-data/",
  "http://127.0.0.1:9464/metrics",
  "http://[::1]/",
  "http://localhost:5432/",
  "http://cdn.discordapp.com/attachments/1/2/a.md",
  "https://cdn.discordapp.com:8443/attachments/1/2/a.md",
  "https://cdn.discordapp.com.evil.example/a.md",
  "https://cdn.discordapp.com@evil.example/a.md",
  "https://evil.example/https://cdn.discordapp.com/a.md",
  "https://evil.example#@cdn.discordapp.com",
  "//evil.example/a.md",
  "file:///etc/passwd",
  "data:text/plain,hello",
  "ftp://cdn.discordapp.com/a.md",
  "",
  "article.md",
];

test.each(ELSEWHERE)("a file at %j is not asked for", async (url) => {
  const fetched = await fetchFile({ url, size: 10 }, fileOrigins(undefined));
  expect(fetched).toEqual({ kind: "not-fetched", cause: new Error("the file is not one of Discord's") });
});

test("files come from Discord's own two addresses, and from that of a stand-in", () => {
  expect([...fileOrigins(undefined)]).toEqual(["https://cdn.discordapp.com", "https://media.discordapp.net"]);
  expect([...fileOrigins("http://127.0.0.1:8080/api")]).toContain("http://127.0.0.1:8080");
});
