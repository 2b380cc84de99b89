import type { EntityKind } from "./glossary.ts";

const PERSON =
  /(?:^|\s)(?:persons?|someone|somebody|anyone|anybody|engineers?|analysts?|developers?|members?|volunteers?|managers?|leads?|specialists?|architects?|administrators?|consultants?|mentors?|coach(?:es)?|students?|employees?|colleagues?|officers?|experts?|owners?|roles?|position|individual|people)$/i;
const CERTIFICATE = /(?:^|\s)(?:certifications?|certificates?|certs?|credentials?|exam|exams)$/i;
const GROUP =
  /(?:^|\s)(?:council|committee|guild|groups?|team|club|collective|community|programme|program|scheme|fund|bootcamp|course|academy|school|company|organi[sz]ation|association|society|foundation|network|circle|chapter|project|server|event|party)$/i;

/** Where the noun of a definition ends: "the engineer | who looks after …". */
const NOUN_END =
  /\s(?:who|whom|whose|that|which|where|when|for|of|from|in|to|with|by|on|at|is|are|you)\b|[,.;:()–—]/i;
const COUNTED = /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s|^(?:group|pot|set|team)\b/i;

/**
 * What kind of thing a name is, by the head word of the name and of its definition. A thing that is none of the kinds
 * is a tool: the kind that narrows a search least.
 */
export function kindOf(name: string, about: string): EntityKind {
  const noun = nounOf(about);
  if (GROUP.test(name)) return "organization";
  if (CERTIFICATE.test(noun) || CERTIFICATE.test(name)) return "certification";
  if (PERSON.test(noun) && !COUNTED.test(noun)) return "role";
  return GROUP.test(noun) || COUNTED.test(noun) ? "organization" : "tool";
}

/** True for a definition that says what somebody is: "the engineer who …". */
export function saysWho(about: string): boolean {
  return PERSON.test(nounOf(about)) && /^(?:an?|the|our)?\s?(?:[\p{L}-]+\s){1,4}(?:who|that)\b/iu.test(about);
}

function nounOf(about: string): string {
  const phrase = about.replace(/^(?:an?|the|our|one of the|one of our|another)\s/i, "");
  const end = NOUN_END.exec(phrase)?.index ?? phrase.length;
  return phrase.slice(0, end).trim();
}
