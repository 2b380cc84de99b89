/** Licences under which packages may be used and passed on with the project; https://spdx.org/licenses/. */
export const LICENCES: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
];

/** Packages that state their licence in another form, by name and version, with the licence that their own files name. */
export const READ_BY_HAND: Readonly<Record<string, string>> = {
  "discord-markdown-parser@1.3.1": "Apache-2.0",
  "format@0.2.2": "MIT",
};

/** Where packages come from; the lock file may leave the address out, but name no other. */
export const REGISTRY = "https://registry.npmjs.org/";
