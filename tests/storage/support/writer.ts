import { openStore } from "../../../src/storage/open-store.ts";
import { document, DOCUMENTS, GUILD, QUOTA, textOf } from "./samples.ts";
import { addressIn } from "./address.ts";

// Writes without end and says each confirmed write on a line of its own, until it is killed.
const [address = "", start = "0"] = process.argv.slice(2);
const store = await openStore(addressIn(address));
process.stdout.write("ready\n");
for (let number = Number(start); ; number += 1) {
  const id = `document-${number % DOCUMENTS}`;
  const written = document(id, { title: String(number), text: textOf(number) });
  const replaces = (await store.readDocument(GUILD, id)) !== undefined;
  const kept = await store.keepDocument(GUILD, written, { replaces, quota: QUOTA });
  await store.changeSettings(GUILD, (settings) => ({ ...settings, askInterval: number }));
  process.stdout.write(`${kept.kind} ${number}\n`);
}
