import { renderPrivacy } from "../../src/discord/moderation/privacy.ts";
import { asks, inLocale, line, previews, privately, tells, uses, type Scene } from "./scene.ts";

const DEVSECOPS = "DevSecOps engineer";
const DEVOPS = "DevOps engineer";

/**
 * Every kind of answer, in the order of the page. The first word names the scene: in the page's address, in the pictures
 * and in the tests. Add a line to show another one; for a payload that is no reply, see `Scene` in `scene.ts`.
 */
export const SCENES: readonly Scene[] = [
  asks("answer-short", "Is CEH worth it for DevSecOps?"),
  asks("answer-list", "What are the responsibilities of a DevSecOps engineer?"),
  asks("answer-steps", "How do I become a DevSecOps engineer?"),
  asks("answer-narrow-table", "Which backgrounds do DevOps and DevSecOps engineers come from?"),
  asks("answer-wide-table", "How do the cities compare in salary, taxes and rent?"),
  asks("answer-skills-table", "Compare the skills of DevOps and DevSecOps engineers in a table"),
  asks("answer-ranking", "top 3 cities by salary"),
  asks("answer-yes-no", "Do I need a degree to be a DevSecOps engineer?"),
  asks("two-questions", "What is a DevSecOps engineer? Which certifications do they need?"),
  asks("answer-and-miss", "What does a DevSecOps engineer earn, and what does a data scientist earn?"),
  asks("follow-up", "and in Dallas?", {
    question: "What does a DevOps engineer earn in Houston?",
    answer: "",
  }),
  previews("preview-of-answer", "hey does anyone know if a degree is needed for devsecops?"),
  inLocale("es-ES", uses("salary", "salary", { role: DEVOPS })),
  uses("ask-command", "ask", { question: "What is a DevSecOps engineer?" }),
  uses("role-card", "role", { name: DEVSECOPS }),
  uses("role-topic", "role", { name: DEVSECOPS, topic: "outlook" }),
  uses("skills", "skills", { role: DEVOPS }),
  uses("salary", "salary", { role: DEVSECOPS }),
  uses("salary-cities", "salary", { role: DEVOPS }),
  uses("salary-place", "salary", { role: DEVOPS, place: "Houston" }),
  uses("path", "path", { role: "SOC analyst" }),
  uses("cert", "cert", { name: "CEH" }),
  uses("compare-roles", "compare", { first: DEVOPS, second: DEVSECOPS }),
  uses("compare-salaries", "compare", { first: DEVOPS, second: DEVSECOPS, topic: "salary" }),
  uses("compare-places", "compare", { first: "Houston", second: "Dallas" }),
  uses("compare-certifications", "compare", { first: "CEH", second: "CISSP" }),
  asks("clarification", "CISA"),
  uses("nearest-names", "cert", { name: "CISSM" }),
  asks("refusal-name", "salary of a data scientist"),
  asks("refusal-topic", "How much does the CISSP exam cost?"),
  asks("refusal-small-talk", "thanks!"),
  asks(
    "refusal-language",
    "hola, ¿qué estudios necesito para trabajar como ingeniero devsecops en una empresa?",
  ),
  uses("name-not-known", "role", { name: "pirate" }),
  uses("place-not-known", "salary", { role: DEVOPS, place: "Berlin" }),
  uses("topics", "topics"),
  uses("sources", "sources"),
  uses("help", "help"),
  privately(uses("hidden", "skills", { role: DEVSECOPS })),
  tells("privacy", renderPrivacy),
  line("apology", ({ apology }) => apology("3f9a01c7")),
  line("outdated-control", ({ outdated }) => outdated),
  line("unreadable-message", ({ unreadable }) => unreadable),
];
