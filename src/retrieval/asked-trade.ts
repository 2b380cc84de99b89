import type { QueryPart, Unit } from "../query/query.ts";

/** Whom a question is about: "what does a nurse earn", "salary of a nurse", "how do I become a nurse". */
const BEFORE_SUBJECT =
  /(?:\b(?:does|do|did|can|would|will|should) (?:an? |the |most )?|\b(?:salary|salaries|pay|wages?|income|skills?|tools?|certs?|certificates?|certifications?|duties|responsibilities|outlook|background|education|day|life) (?:of|for) (?:an? |the )?|\bbecom(?:e|ing) an? )$/i;
const AFTER_SUBJECT =
  /^\s+(?:really |usually |actually )?(?:earns?|makes?|needs?|gets? paid|brings? home|knows?|learn|study|does?|work)\b/i;
const ENDS = /^\W*$/;

/** Words for whoever has the job that is asked about, or pays for it; each is said of every trade. */
const ANYBODY = new Set(
  `adult adults average applicant applicants beginner beginners boss bosses boy boys candidate candidates coworker coworkers colleague
  colleagues company companies dude employee employees employer employers entry expert experts firm firms fresher freshers girl girls
  grad grads graduate graduates guy guys hire human humans intern interns job jobs junior juniors kid kids lead leads
  level man manager managers member members men midlevel mid newbie newbies newcomer newcomers noob one ones
  organisation organisations organization organizations people person pro professional professionals pros recruit recruiter recruiters role roles
  rookie rookies senior seniors someone specialist specialists staff starter starters startup startups student students
  team teams teen teens they trainee trainees we woman women worker workers you`.split(/\s+/),
);

/** True for a word that stands where the trade stands which a question is about. */
export function isAskedTrade({ label, entities }: Unit, { text, namesRole }: QueryPart): boolean {
  const at = text.indexOf(label);
  if (namesRole || entities.length > 0 || at < 0 || !/^\p{L}{3,}$/u.test(label)) return false;
  if (ANYBODY.has(label.toLowerCase()) || !BEFORE_SUBJECT.test(text.slice(0, at))) return false;
  const after = text.slice(at + label.length);
  const isVerb = /\b(?:does|do|did|can|would|will|should) (?:an? |the |most )?$/i.test(text.slice(0, at));
  return isVerb ? AFTER_SUBJECT.test(after) : ENDS.test(after);
}
