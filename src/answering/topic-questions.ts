import type { Engine } from "./engine.ts";

/** A topic of a role: how it is headed, and the question that asks for it. */
export interface CardTopic {
  readonly topic: string;
  readonly heading: string;
  readonly question: (role: string) => string;
}

/** The topics of a role's card in order. */
export const CARD_TOPICS: readonly CardTopic[] = [
  { topic: "definition", heading: "What it is", question: (role) => `What is a ${role}?` },
  {
    topic: "responsibilities",
    heading: "Responsibilities",
    question: (role) => `What does a ${role} do? responsibilities`,
  },
  { topic: "skills", heading: "Skills", question: (role) => `What are the skills of a ${role}?` },
  {
    topic: "certifications",
    heading: "Certifications",
    question: (role) => `Which certifications should a ${role} get?`,
  },
  { topic: "salary", heading: "Salary", question: (role) => `How much does a ${role} earn? salary` },
  {
    topic: "outlook",
    heading: "Outlook",
    question: (role) => `What are the job prospects for a ${role}? demand, outlook`,
  },
  { topic: "becoming", heading: "How to become one", question: (role) => `How do I become a ${role}?` },
];

/** True for a topic of a role's card: some snippet sums it up. */
export function isOnCard(topic: string): boolean {
  return CARD_TOPICS.some((card) => card.topic === topic);
}

/** Any topic of the glossary as one of a role. */
export function cardTopic(topic: string, { knowledge }: Engine): CardTopic {
  const name = knowledge.glossary.topics.find(({ id }) => id === topic)?.name ?? topic;
  return (
    CARD_TOPICS.find((card) => card.topic === topic) ?? {
      topic,
      heading: name,
      question: (role) => `What about the ${name.toLowerCase()} of a ${role}?`,
    }
  );
}
