import { writeFile } from "node:fs/promises";
import { createApp } from "../../../src/app.ts";
import { renderAnswerPage } from "../../../src/discord/answer-page.ts";
import { SHIPPED_FOLDER } from "../../../src/load-engine.ts";

/** A command whose answer is about as long as most are. */
const COMMAND = { command: "role", values: { name: "DevOps engineer", topic: "skills" } };

/** Writes the components of an answer into a file, as a bot would that has a single answer. */
export async function writeConstantAnswer(file: string): Promise<void> {
  const { assistant } = await createApp({ knowledgeFolder: SHIPPED_FOLDER });
  const reply = assistant.run(COMMAND.command, COMMAND.values);
  const asked = { asker: "1", isPrivate: false, invocation: COMMAND };
  await writeFile(file, JSON.stringify(renderAnswerPage(reply, asked, assistant)));
}
