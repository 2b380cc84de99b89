import type { Entity } from "../knowledge/glossary.ts";
import { NOT_STATED } from "../knowledge/document.ts";
import { questionChoices } from "./choices.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, findFigures, isMoney, type SourcedFigure } from "./figures.ts";
import { composeRoleTopic } from "./role-card.ts";
import { refusePlace } from "./refusal.ts";
import type { Answer, CitedText, Choice, Refusal } from "./reply.ts";

/** What the documents state that a role earns, everywhere or at one place or employer. Figures stay as printed. */
export function composeSalary(
  asked: { readonly role: Entity; readonly subject?: Entity },
  engine: Engine,
): Answer | Refusal {
  const { role, subject } = asked;
  const figures = findFigures({ role: role.id, ...(subject && { subject: subject.id }) }, engine).filter(
    isMoney,
  );
  if (figures.length === 0) {
    return subject
      ? refusePlace({ role, subject, others: otherChoices(asked, engine) }, engine)
      : composeRoleTopic(role, "salary", engine);
  }
  const parts = subject ? [describeFigures(figures)] : overview(figures);
  const [first, ...others] = parts.filter((part): part is CitedText => part !== undefined);
  if (!first) return composeRoleTopic(role, "salary", engine);
  return {
    kind: "answer",
    title: `${role.name}: salary${subject ? ` (${subject.name})` : ""}`,
    parts: [first, ...others],
    misses: [],
    menu: [],
    related: subject
      ? otherChoices(asked, engine).slice(0, 3)
      : questionChoices(figures.map(({ entry }) => entry)).slice(0, 3),
  };
}

// Without a place only the salaries are listed: by employer whole, by place one line each.
function overview(figures: readonly SourcedFigure[]): (CitedText | undefined)[] {
  const salaries = figures.filter(
    ({ figure }) => /^(?:salary|gross)/i.test(figure.kind) && !/after/i.test(figure.kind),
  );
  const byPlace = salaries.filter(({ figure }) => figure.employer === NOT_STATED);
  const byEmployer = salaries.filter(({ figure }) => figure.employer !== NOT_STATED);
  return [listByPlace(byPlace), describeFigures(byEmployer)];
}

function listByPlace(figures: readonly SourcedFigure[]): CitedText | undefined {
  const described = describeFigures(figures);
  const figure = figures[0]?.figure;
  if (!described || !figure) return undefined;
  const currency = figure.currency === NOT_STATED ? "currency not stated" : figure.currency;
  const lines = figures.map((each) => `- ${each.figure.place}: ${each.figure.amount.text}`);
  return { ...described, text: `Per ${figure.period}, ${currency}, ${figure.date}:\n${lines.join("\n")}` };
}

function otherChoices({ role }: { readonly role: Entity }, engine: Engine): Choice[] {
  const subjects = findFigures({ role: role.id }, engine)
    .filter(isMoney)
    .map(({ figure }) => (figure.employer === NOT_STATED ? figure.place : figure.employer));
  return [...new Set(subjects)].map((name) => ({
    label: `${role.name}: salary at ${name}`,
    run: { command: "salary", values: { role: role.name, place: name } },
  }));
}
