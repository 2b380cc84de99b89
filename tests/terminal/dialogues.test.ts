import { expect, test } from "vitest";
import type { Reply } from "../../src/answering/reply.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { Conversation } from "../../src/terminal/conversation.ts";

const assistant = createAssistant(await loadEngine(SHIPPED_FOLDER));

/** The reply to the last of some lines typed one after another. */
function lastReply(lines: readonly string[]): Reply {
  const conversation = new Conversation(() => assistant);
  const last = lines.map((line) => conversation.hear(line)).at(-1);
  if (last?.kind !== "reply") throw new Error(`no reply to "${lines.at(-1)}"`);
  return last.reply;
}

/** What is shown of a reply: its sections and text, or its refusal. */
function shown(reply: Reply): string {
  if (reply.kind !== "answer") return "text" in reply ? reply.text : reply.title;
  return reply.parts.map(({ text }) => text).join("\n\n");
}

/** Talk as members type it, and what the answer to its last line says. */
test.each([
  { talk: ["how much does a devops engineer make in Houston", "and in Dallas?"], says: "10,566.83" },
  { talk: ["salary of devops in new york", "boston?", "in sf?"], says: "12,169.50" },
  { talk: ["what does devops pay", "in houston", "and rent?"], says: "1,303" },
  { talk: ["how much does a devops engineer make in berlin", "and in houston"], says: "11,159.75" },
  { talk: ["what does capgemini pay devops engineers", "and nexient?"], says: "$93k" },
  { talk: ["/salary DevOps engineer", "and in dallas?"], says: "10,566.83" },
  { talk: ["/salary security analyst 2024"], says: "median 124,910" },
  { talk: ["/salary security analyst 1999", "1"], says: "Security Analyst (43 answers)" },
  { talk: ["/salary penetration tester"], says: "computer occupations, all other" },
  {
    talk: ["i'm a sysadmin. how much would i earn as a devops engineer?", "and in new york?"],
    says: "11,113.83",
  },
  { talk: ["which city pays devops the most", "what about the rent there?"], says: "rent" },
  { talk: ["how many jobs are there for devops", "on indeed?"], says: "8,642" },
  { talk: ["what does a devsecops engineer do", "and the salary?"], says: "DevSecOps engineer's salary" },
  {
    talk: ["what does a devsecops engineer do", "thanks!", "how much do they make"],
    says: "Career Movement",
  },
  { talk: ["what does a devsecops engineer do all day", "which skills do they need"], says: "CI/CD" },
  {
    talk: ["what does a devsecops engineer do", "which skills do they need", "and certs?"],
    says: "Certifications advised",
  },
  { talk: ["what is a devops engineer", "the other one?"], says: "A DevSecOps engineer" },
  { talk: ["what tools does a devsecops engineer use", "and for devops?"], says: "Ansible" },
  { talk: ["does devsecops pay more than devops?", "why?"], says: "higher rate" },
  { talk: ["do devsecops engineers need a degree", "why not?"], says: "diploma" },
  { talk: ["what is continuous integration", "and continuous delivery?"], says: "Continuous delivery" },
  { talk: ["is the CEH advised for devsecops", "and cisa"], says: "CISA" },
  { talk: ["who issues the CDP", "and DSOCP?"], says: "DSOCP" },
  { talk: ["what are security champions", "what do they do"], says: "Security champions work" },
  { talk: ["/path soc analyst"], says: "the work of SOC analysts, the Scottish Government" },
  { talk: ["/cert CEH", "is it advised for devsecops?"], says: "Certified Ethical Hacker (CEH)" },
  { talk: ["tell me about the CEH", "how much does the exam cost?"], says: "1,199 USD" },
  { talk: ["who issues the CDP", "how much does it cost"], says: "USD" },
  { talk: ["how do i become a devsecops engineer", "is that hard"], says: "To become a DevSecOps engineer" },
])("$talk.0 … $says", ({ talk, says }) => {
  expect(shown(lastReply(talk))).toContain(says);
});

/** Talk whose last line no document answers. */
test.each([
  { talk: ["tell me about the CEH", "how many people fail the exam?"], says: "nothing on numbers of people" },
  {
    talk: ["is the CEH advised for devsecops", "what about security+?"],
    says: "No section answers that for CompTIA Security+",
  },
  { talk: ["what does a game developer earn?", "and the skills?"], says: "nothing on game developers" },
  { talk: ["how much does a devops engineer make in Houston", "and in Berlin?"], says: "nothing on Berlin" },
])("$talk.0 … the documents say $says", ({ talk, says }) => {
  expect(lastReply(talk).kind).toBe("refusal");
  expect(shown(lastReply(talk))).toContain(says);
});

/** Questions that have nothing to do with the one before them. */
test.each([
  "what is continuous integration?",
  "which city has the lowest rent?",
  "what is the notice period in germany?",
  "what does a plumber earn?",
  "can you tell me a joke",
])("after another question this is what it is alone: %s", (question) => {
  const alone = lastReply([question]);
  expect(lastReply(["How much does a DevOps engineer make in Houston?", question])).toEqual(alone);
  expect(lastReply(["Is the CEH advised for a DevSecOps engineer?", question])).toEqual(alone);
});
