import type { Entity } from "../knowledge/glossary.ts";
import type { PathStepId } from "../languages/wording.ts";
import { entityIdsIn } from "../query/entities.ts";
import type { Entry } from "../retrieval/entries.ts";
import type { Engine } from "./engine.ts";
import { findTopicEntries } from "./topic-entries.ts";

/** A topic that says something of a step, and the question that asks for it in the documents' language. */
interface StepTopic {
  readonly topic: string;
  readonly question: (role: string) => string;
}

interface Step {
  readonly id: PathStepId;
  /** The nearest first. */
  readonly topics: readonly StepTopic[];
  /** How many snippets it may bring together. */
  readonly most: number;
  /** True for a snippet that says more of the step than others. */
  readonly isFull: (entry: Entry) => boolean;
  /** Whether a snippet says something that those before it do not. */
  readonly isNews: (entry: Entry, before: readonly Entry[], engine: Engine) => boolean;
}

const ENTRY_TOPICS = ["becoming", "education", "background"];

const STEPS: readonly Step[] = [
  {
    id: "entry",
    topics: [
      { topic: "becoming", question: (role) => `How do I become a ${role}?` },
      { topic: "education", question: (role) => `What education does a ${role} need?` },
      { topic: "background", question: (role) => `What background do ${role}s come from?` },
    ],
    most: 2,
    isFull: ({ snippet: { topics } }) => ENTRY_TOPICS.filter((id) => topics.includes(id)).length > 1,
    isNews: isOfOtherPublisher,
  },
  {
    id: "learning",
    topics: [
      { topic: "skills", question: (role) => `Which skills does a ${role} need?` },
      { topic: "tools", question: (role) => `Which tools should a ${role} know?` },
    ],
    most: 2,
    // A list names what to learn; prose speaks about it.
    isFull: ({ snippet: { answer, topics } }) => topics.includes("skills") && /^(?:- |\d+\. )/m.test(answer),
    isNews: isOfOtherPublisher,
  },
  {
    id: "certificates",
    topics: [{ topic: "certifications", question: (role) => `Which certifications should a ${role} get?` }],
    most: 3,
    isFull: () => false,
    isNews: namesOtherCertification,
  },
  {
    id: "next",
    topics: [
      { topic: "related-roles", question: (role) => `Which roles are related to ${role}?` },
      { topic: "career-ladder", question: (role) => `What comes after ${role}? next role, promotion` },
    ],
    most: 2,
    // What is said of two roles is as good as what is said of one.
    isFull: ({ snippet: { topics } }) => topics.includes("related-roles"),
    isNews: isOnOtherTopic,
  },
];

/** A step on the way into a role: what documents say of it, the best first. */
export interface StatedStep {
  readonly id: PathStepId;
  /** The topic on which `/role` says more. */
  readonly topic: string;
  readonly entries: readonly Entry[];
}

/** Each step in order with what documents say of it, without entries where none says anything; no snippet is in two of them. */
export function findSteps(role: Entity, engine: Engine): readonly StatedStep[] {
  const taken = new Set<Entry>();
  return STEPS.map((step) => {
    const found = rankFor(step, role, engine).filter(({ entry }) => !taken.has(entry));
    const [best] = found;
    const entries = best ? [best.entry, ...chooseBeside(best.entry, found, { step, engine })] : [];
    for (const entry of entries) taken.add(entry);
    return { id: step.id, topic: best?.topic ?? "", entries };
  });
}

interface Candidate {
  readonly topic: string;
  readonly entry: Entry;
}

function rankFor({ topics, isFull }: Step, role: Entity, engine: Engine): readonly Candidate[] {
  return topics
    .flatMap(({ topic, question }) =>
      findTopicEntries({ role, topic, question: question(role.name) }, engine).map(
        ({ entry }): Candidate => ({ topic, entry }),
      ),
    )
    .filter(({ entry }) => isSaidOf(role, entry, engine))
    .map((candidate) => ({ candidate, weight: weightOf(candidate.entry, isFull) }))
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ candidate }) => candidate);
}

// Each mark counts for more than all that follow it.
const weightOf = (entry: Entry, isFull: Step["isFull"]): number =>
  4 * Number(isOpen(entry)) + 2 * Number(isFull(entry)) + Number(entry.snippet.roles.length === 1);

// What is asked by yes or no is a detail.
const isOpen = ({ snippet: { question } }: Entry): boolean =>
  /^(?:what|which|how|where|who)\b/i.test(question);

// A snippet on two roles may speak of one of them alone.
function isSaidOf({ id }: Entity, entry: Entry, engine: Engine): boolean {
  const roles = namedIn(entry, engine).filter((each) => each.startsWith("role:"));
  return roles.length === 0 || roles.includes(id);
}

/** Characters of a snippet that may stand beside the best one. */
const BESIDE_MAX_LENGTH = 400;

function chooseBeside(
  best: Entry,
  found: readonly Candidate[],
  { step, engine }: { readonly step: Step; readonly engine: Engine },
): readonly Entry[] {
  const beside: Entry[] = [];
  for (const { entry } of found) {
    const hasRoom = beside.length + 1 < step.most;
    if (hasRoom && isBrief(entry) && step.isNews(entry, [best, ...beside], engine)) beside.push(entry);
  }
  return beside;
}

// "No, …" answers a question that a path does not show.
const isBrief = ({ snippet: { answer } }: Entry): boolean =>
  answer.length <= BESIDE_MAX_LENGTH && !/^no\b/i.test(answer);

function isOfOtherPublisher({ document }: Entry, before: readonly Entry[]): boolean {
  return before.every((each) => each.document.publisher !== document.publisher);
}

function isOnOtherTopic({ snippet }: Entry, before: readonly Entry[]): boolean {
  return before.every((each) => each.snippet.topics[0] !== snippet.topics[0]);
}

function namesOtherCertification(entry: Entry, before: readonly Entry[], engine: Engine): boolean {
  const named = new Set(before.flatMap((each) => certificationsIn(each, engine)));
  return certificationsIn(entry, engine).some((id) => !named.has(id));
}

const certificationsIn = (entry: Entry, engine: Engine): readonly string[] =>
  namedIn(entry, engine).filter((id) => id.startsWith("certification:"));

/** Ids of what a snippet names, in question or answer. */
export const namedIn = ({ snippet }: Entry, { reader }: Engine): readonly string[] =>
  entityIdsIn(`${snippet.question}\n${snippet.answer}`, reader.entities);
