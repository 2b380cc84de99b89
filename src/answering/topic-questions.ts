import type { Topic } from "../knowledge/glossary.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { CARD_TOPICS, type CardTopicId } from "../languages/wording.ts";
import type { Engine } from "./engine.ts";

/** A topic of a role: how it is headed, and the question that asks for it. */
export interface CardTopic {
  readonly topic: string;
  readonly heading: string;
  readonly question: (role: string) => string;
}

interface CardQuestion {
  readonly topic: CardTopicId;
  /** In the documents' language, which is searched. */
  readonly question: (role: string) => string;
}

const CARD_QUESTIONS: readonly CardQuestion[] = [
  { topic: "definition", question: (role) => `What is a ${role}?` },
  { topic: "responsibilities", question: (role) => `What does a ${role} do? responsibilities` },
  { topic: "skills", question: (role) => `What are the skills of a ${role}?` },
  { topic: "certifications", question: (role) => `Which certifications should a ${role} get?` },
  { topic: "salary", question: (role) => `How much does a ${role} earn? salary` },
  { topic: "outlook", question: (role) => `What are the job prospects for a ${role}? demand, outlook` },
  { topic: "becoming", question: (role) => `How do I become a ${role}?` },
];

/** The topics of a role's card in order. */
export function cardTopics({ wording }: Engine): readonly CardTopic[] {
  return CARD_QUESTIONS.map((each) => ({ ...each, heading: wording.cards.headings[each.topic] }));
}

/** True for a topic of a role's card: some snippet sums it up. */
export function isOnCard(topic: string): boolean {
  return CARD_QUESTIONS.some((card) => card.topic === topic);
}

/** A topic as the bot says it; the glossary's names are in English, as the documents are. */
export function topicName({ id, name }: Topic, { wording }: Engine): string {
  const known = CARD_TOPICS.find((topic) => topic === id);
  return known === undefined || wording === LANGUAGES[0] ? name : wording.cards.headings[known];
}

/** Any topic of the glossary as one of a role. */
export function cardTopic(topic: string, engine: Engine): CardTopic {
  const name = engine.knowledge.glossary.topics.find(({ id }) => id === topic)?.name ?? topic;
  return (
    cardTopics(engine).find((card) => card.topic === topic) ?? {
      topic,
      heading: name,
      question: (role) => `What about the ${name.toLowerCase()} of a ${role}?`,
    }
  );
}
