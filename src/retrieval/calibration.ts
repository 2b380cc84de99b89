import type { DecisionPolicy } from "./decision.ts";
import {
  ODD_QUESTIONS,
  OTHER_TRADES,
  TALK,
  UNSTATED_OF_CERTIFICATIONS,
  UNSTATED_OF_ROLES,
} from "./out-of-scope.ts";

/** Share of the out-of-scope questions that may be answered: they are chosen to look like questions that are. */
const ANSWERED = 0.116;
/** Share of them that may be asked back. */
const ASKED_BACK = 0.2;
/** No list of questions is long enough to trust a threshold beyond these. */
const BOUNDS = { answerFrom: [0.3, 0.8], clarifyFrom: [0.25, 0.5] } as const;

/**
 * Chooses the thresholds for an index: the lowest confidence at which few of the out-of-scope questions are answered,
 * and fewest of all are asked back. `confidences` tell how sure the best hit of each is, 0 when the question is refused
 * before any evidence counts.
 */
export function chooseThresholds(confidences: readonly number[]): DecisionPolicy {
  const sorted = confidences.toSorted((a, b) => b - a);
  const above = (share: number): number => quantile(sorted, share);
  return {
    answerFrom: within(above(ANSWERED), BOUNDS.answerFrom),
    clarifyFrom: within(above(ASKED_BACK), BOUNDS.clarifyFrom),
  };
}

/** The questions that no document answers, about the roles that documents are about and about other things. */
export const outOfScope = (roles: readonly string[]): readonly string[] => [
  ...oddQuestions(roles),
  ...OTHER_TRADES,
  ...TALK,
];

/** Questions about each of the names in turn that no document answers. */
export const oddQuestions = (names: readonly string[]): readonly string[] =>
  inTurn(ODD_QUESTIONS, "{role}", names);

/** Questions about each of the certifications and roles in turn that no document for reference answers. */
export function unstatedQuestions(
  certifications: readonly string[],
  roles: readonly string[],
): readonly string[] {
  return [
    ...inTurn(UNSTATED_OF_CERTIFICATIONS, "{certification}", certifications),
    ...inTurn(UNSTATED_OF_ROLES, "{role}", roles),
  ];
}

function inTurn(questions: readonly string[], gap: string, names: readonly string[]): readonly string[] {
  return questions.flatMap((question, at) => {
    const name = names[at % names.length];
    return name === undefined ? [] : [question.replaceAll(gap, name)];
  });
}

// Between two questions, as much of each as the share lies towards it.
function quantile(sorted: readonly number[], share: number): number {
  const at = sorted.length * share;
  const [above = 0, below = 0] = sorted.slice(Math.floor(at));
  return above + (below - above) * (at % 1);
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
