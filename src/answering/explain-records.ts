import { NOT_STATED } from "../knowledge/document.ts";
import { ALIKE } from "./comparable.ts";
import type { Records } from "./records.ts";

/** How figures came to answer: what was measured and ordered, and what was asked of the order. */
export interface ExplainedRecords {
  /** Kinds of figures. */
  readonly kinds: readonly string[];
  /** `highest`, `lowest`, `position 2`, `first 3`, `all` or a threshold such as `over 120k`. */
  readonly asked: string;
  readonly groups: readonly {
    /** `place`, `employer`, `platform` or `role`. */
    readonly subject: string;
    readonly begins: string;
    /** What its figures are alike in. */
    readonly alike: readonly string[];
    /** The subjects in order. */
    readonly order: readonly string[];
  }[];
}

/** Explains an answer from figures. */
export function explainRecords({ asked, groups }: Records): ExplainedRecords {
  return {
    kinds: asked.kinds,
    asked: askedOf(asked),
    groups: groups.map(({ subject, end, figures }) => ({
      subject,
      begins: end,
      alike: ALIKE.map((field) => {
        const value = figures[0].figure[field];
        return value === NOT_STATED ? `${field} not stated` : value;
      }),
      order: figures.map(({ figure }) => figure[subject]),
    })),
  };
}

function askedOf({ order, threshold }: Records["asked"]): string {
  if (threshold) return [threshold.words, threshold.period].filter(Boolean).join(" per ");
  const pick = order?.pick ?? { kind: "all" };
  switch (pick.kind) {
    case "end":
      return order?.end ?? "highest";
    case "position":
      return `position ${pick.position}`;
    case "first":
      return `first ${pick.count}`;
    case "all":
      return "all";
  }
}
