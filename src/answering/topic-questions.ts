/** The topics of a role's card in order, and the question each answers. */
export const CARD_TOPICS = [
  { topic: "definition", heading: "What it is", question: (role: string) => `What is a ${role}?` },
  {
    topic: "responsibilities",
    heading: "Responsibilities",
    question: (role: string) => `What does a ${role} do? responsibilities`,
  },
  { topic: "skills", heading: "Skills", question: (role: string) => `What are the skills of a ${role}?` },
  {
    topic: "certifications",
    heading: "Certifications",
    question: (role: string) => `Which certifications should a ${role} get?`,
  },
  { topic: "salary", heading: "Salary", question: (role: string) => `How much does a ${role} earn? salary` },
  {
    topic: "outlook",
    heading: "Outlook",
    question: (role: string) => `What are the job prospects for a ${role}? demand, outlook`,
  },
  {
    topic: "becoming",
    heading: "How to become one",
    question: (role: string) => `How do I become a ${role}?`,
  },
] as const;
