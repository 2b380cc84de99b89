import { listEntries, type Entry } from "../retrieval/entries.ts";
import { ageOf, leastAge, writeAge, type Age } from "./ages.ts";
import { withSources } from "./chart.ts";
import type { Engine } from "./engine.ts";
import type { Answer, Citation, Cited, CitedText } from "./reply.ts";

/** Notes on the citations of an answer how old that is which may no longer hold on the day `today` (ISO), once for each document. */
export function noteAge(answer: Answer, today: string, engine: Engine): Answer {
  const said = new Set<string>();
  const noteOnce = (part: CitedText): CitedText => ({
    ...part,
    citations: mapCited(part.citations, (citation) => {
      const age = ageIn(citation, part, { today, engine });
      const note = age && `${citation.document}|${writeAge(age, engine.wording)}`;
      if (!note || said.has(note)) return citation;
      said.add(note);
      return { ...citation, age };
    }),
  });
  const [first, ...others] = answer.parts;
  const parts = [noteOnce(first), ...others.map(noteOnce)] as const;
  return { ...answer, parts, ...(answer.chart && { chart: noteChart(answer, { today, engine }) }) };
}

interface Then {
  readonly today: string;
  readonly engine: Engine;
}

// A picture names each document once, so that it cannot leave the age to another line.
function noteChart({ chart, parts }: Answer, then: Then): Answer["chart"] {
  if (!chart) return undefined;
  const citations = mapCited(chart.citations, (citation) => {
    const ages = parts.flatMap((part) => (cites(part, citation) ? (ageIn(citation, part, then) ?? []) : []));
    const age = leastAge(ages);
    return age ? { ...citation, age } : citation;
  });
  return withSources(chart, citations, then.engine);
}

const cites = ({ citations }: CitedText, { document, section }: Citation): boolean =>
  citations.some((each) => each.document === document && each.section === section);

// What a part cites of a section: its snippets there, or the whole section where it shows none.
function ageIn(citation: Citation, { snippets }: CitedText, { today, engine }: Then): Age | undefined {
  const inSection = entriesIn(citation, engine);
  const shown = inSection.filter(({ snippet }) => snippets.includes(snippet.id));
  return leastAge((shown.length > 0 ? shown : inSection).flatMap((entry) => ageOf(entry, today) ?? []));
}

function entriesIn({ document: id, section: heading }: Citation, { knowledge }: Engine): readonly Entry[] {
  const documents = knowledge.documents.filter((document) => document.id === id);
  return listEntries(documents).filter(({ section }) => section.heading === heading);
}

function mapCited([first, ...others]: Cited, change: (citation: Citation) => Citation): Cited {
  return [change(first), ...others.map(change)];
}
