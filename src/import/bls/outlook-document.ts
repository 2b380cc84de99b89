import { fullName, occupationNamed, type Occupation } from "../occupations.ts";
import { askCompared, askEntry, askIndustries, askOutlook } from "./outlook-questions.ts";
import type { IndustryPay, OutlookPage, PagePay, Projection } from "./outlook-page.ts";
import { sayChange, sayPercent } from "./say.ts";
import { asSentence } from "../words.ts";
import { withWritten, writeDocument, writeSnippet, writeTable, type WrittenSection } from "../snippet.ts";

/** What an outlook document is written from. */
export interface OutlookSource {
  readonly page: OutlookPage;
  /** Sections with reviewed snippets, under headings of the page. */
  readonly written: string;
}

const [SUMMARY, PAY, OUTLOOK] = ["Summary", "Pay", "Job Outlook"] as const;

/** The Markdown of one page. Throws ImportError for written snippets under a heading that the page lacks. */
export function writeOutlookDocument({ page, written }: OutlookSource): string {
  const front = [
    ["title", `"${page.title}: Occupational Outlook Handbook"`],
    ["publisher", "US Bureau of Labor Statistics"],
    ["published", page.modified],
    ["url", page.url],
    ["license", "public domain"],
    ["reference", "true"],
    ["language", "en"],
    ["retrieved", page.visited],
  ] as const;
  const complain = (heading: string): string =>
    `the page "${page.title}" has no section "${heading}" for its written snippets`;
  return writeDocument(front, withWritten(sectionsOf(page), written, complain));
}

function sectionsOf(page: OutlookPage): readonly WrittenSection[] {
  const generated = new Map<string, readonly string[]>([
    [SUMMARY, writeEntry(page)],
    [PAY, writePay(page)],
    [OUTLOOK, page.projections.flatMap((projection) => writeOutlook(projection, page))],
  ]);
  return [SUMMARY, ...page.headings].map((heading) => ({ heading, snippets: generated.get(heading) ?? [] }));
}

/** The occupations of a page, from its table of projections. */
const occupationsOf = ({ projections }: OutlookPage): readonly Occupation[] =>
  projections.flatMap(({ title }) => occupationNamed(title) ?? []);

function writeEntry(page: OutlookPage): readonly string[] {
  const occupations = occupationsOf(page);
  const [first] = occupations;
  if (!first) return [];
  const fact = (name: string): string => sayFact(page.facts.get(name));
  const answer = [
    `Typical education to enter the occupation: ${fact("Typical Entry-Level Education")}.`,
    `Work experience in a related occupation: ${fact("Work Experience in a Related Occupation")}.`,
    `Training on the job: ${fact("On-the-job Training")}.`,
  ].join(" ");
  return [
    writeSnippet({
      ...askEntry(page.title.toLowerCase(), occupations),
      about: occupations.flatMap(({ roles }) => roles),
      topics: ["education", "background"],
      answer: `${asSentence(occupations.map(fullName).join(", "))}, as BLS sums it up. ${answer}`,
    }),
  ];
}

function sayFact(printed: string | undefined): string {
  if (printed === undefined) return "not stated";
  return /^see /i.test(printed) ? "it varies" : printed.slice(0, 1).toLowerCase() + printed.slice(1);
}

function writePay(page: OutlookPage): readonly string[] {
  return occupationsOf(page).flatMap((occupation) => {
    const isOf = (each: { readonly occupation: string }): boolean => each.occupation === occupation.plural;
    const [pay, industries] = [page.pay.find(isOf), page.industries.find(isOf)];
    return [
      ...(pay ? [writeCompared(pay, occupation, page)] : []),
      ...(industries ? [writeIndustries(industries, occupation, page)] : []),
    ];
  });
}

function writeCompared(pay: PagePay, occupation: Occupation, { medians, payMonth }: OutlookPage): string {
  const others = [...medians].filter(([name]) => isYardstick(name));
  const lines = others.map(([name, median]) => `- ${sayYardstick(name)}: ${median} USD`);
  const answer = [
    `Median pay a year in ${payMonth ?? "a month that is not stated"}:`,
    [`- ${asSentence(fullName(occupation))}: ${pay.median} USD`, ...lines].join("\n"),
    `10th percentile, below which one in ten of them earned: ${sayAmount(pay.tenth)}. 90th percentile, above which one in ten earned: ${sayAmount(pay.ninetieth)}.`,
  ];
  return writeSnippet({
    ...askCompared(occupation),
    about: occupation.roles,
    topics: ["salary", "national-pay"],
    answer: answer.join("\n\n"),
  });
}

const sayAmount = (amount: string | undefined): string =>
  amount === undefined ? "not stated" : `${amount} USD`;

function writeIndustries(industries: IndustryPay, occupation: Occupation, { payMonth }: OutlookPage): string {
  const when = payMonth === undefined ? "" : ` in ${payMonth}`;
  return writeSnippet({
    ...askIndustries(occupation),
    about: occupation.roles,
    topics: ["salary"],
    answer: [
      `Median pay a year of ${fullName(occupation)}${when}, in the industries that employ most of them:`,
      writeTable(["Industry", "USD a year"], industries.rows),
    ].join("\n\n"),
  });
}

function writeOutlook(projection: Projection, page: OutlookPage): readonly string[] {
  const occupation = occupationNamed(projection.title);
  if (!occupation || !page.years) return [];
  const [from, to] = page.years;
  const { employment, projected, percent } = projection;
  const answer = [
    `BLS projects ${sayChange(percent)} for ${fullName(occupation)} from ${from} to ${to}: ${employment} jobs in ${from}, ${projected} in ${to}.`,
    sayYardsticks(page),
    sayOpenings(page),
  ];
  return [
    writeSnippet({
      ...askOutlook(occupation, to),
      about: occupation.roles,
      topics: ["outlook"],
      answer: answer.filter(Boolean).join(" "),
    }),
  ];
}

function sayYardsticks({ growth }: OutlookPage): string {
  const others = [...growth].filter(([name]) => isYardstick(name));
  const said = others.map(([name, percent]) => `${sayYardstick(name).toLowerCase()} ${sayPercent(percent)}`);
  return said.length === 0 ? "" : `Growth to compare with: ${said.join(", ")}.`;
}

function sayOpenings({ openings, title }: OutlookPage): string {
  if (openings === undefined) return "";
  return `About ${openings} openings a year for ${title.toLowerCase()} are expected on average, those from people who leave included.`;
}

// Charts name the page's own occupations too.
const isYardstick = (name: string): boolean =>
  /^(?:computer occupations|total, all occupations)$/i.test(name);

const sayYardstick = (name: string): string =>
  /^total/i.test(name) ? "All occupations" : "All computer occupations";
