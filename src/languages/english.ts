import { capitalised } from "./capitalised.ts";
import { few } from "./few.ts";
import { formatsOf } from "./formats.ts";
import { ENGLISH_MODERATION } from "./moderation/english.ts";
import type { OrderWords, Wording } from "./wording.ts";

const TOPIC = { name: "topic", description: "One topic, such as salary or skills" };

const { all, isOne, month, languages, time } = formatsOf("en-GB");

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

const ordinal = (position: number): string =>
  position === 1 ? "" : `${ORDINALS[position - 1] ?? `${position}th`} `;

/** The words of an end: money is high or low, things are many or few. */
function extreme({ end, isCount }: OrderWords): string {
  if (!isCount) return end;
  return end === "highest" ? "most" : "fewest";
}

const manyOf = (role: string): string => `${role}s`;

const covered = (roles: readonly string[]): string =>
  roles.length > 0 ? all(few(roles.map(manyOf), (count) => `${count} other roles`)) : "other things";

/** What the nearest sections leave unsaid, where something does. */
function nothingOf(unsaid: readonly string[]): string {
  const words = all(unsaid.map((word) => `“${word}”`));
  return words && `; the nearest ones say nothing of ${words}`;
}

const covers = (roles: readonly string[]): string => `The documents cover ${covered(roles)}.`;

const ONLY_ENGLISH = "I only answer questions in English, the language of my documents.";

const minutes = (milliseconds: number): string => time(Math.ceil(milliseconds / 60_000), "minute");

export const ENGLISH = {
  language: "en",
  locales: ["en-US", "en-GB"],
  commands: {
    ask: {
      name: "ask",
      brief: "a question in your words",
      description: "Ask a career question in your own words",
      options: {
        question: {
          name: "question",
          description: "Your question, such as: do I need a degree for DevSecOps?",
        },
      },
    },
    role: {
      name: "role",
      brief: "a role at a glance",
      description: "A role at a glance: what it is, skills, pay, outlook, how to become one",
      options: { name: { name: "name", description: "The role" }, topic: TOPIC },
    },
    skills: {
      name: "skills",
      brief: "skills and tools of a role",
      description: "The skills and tools a role needs",
      options: { role: { name: "role", description: "The role" } },
    },
    salary: {
      name: "salary",
      brief: "what a role earns",
      description: "What the sources state a role earns",
      options: {
        role: { name: "role", description: "The role" },
        place: { name: "place", description: "A city or employer" },
        year: { name: "year", description: "Only figures of this year, such as 2024" },
      },
    },
    path: {
      name: "path",
      brief: "the way into a role",
      description: "How people get into a role: the way in, what to learn, certificates, next roles",
      options: { role: { name: "role", description: "The role" } },
    },
    cert: {
      name: "cert",
      brief: "about a certification",
      description: "What a certification is, who issues it, who recommends it",
      options: { name: { name: "name", description: "The certification" } },
    },
    compare: {
      name: "compare",
      brief: "two things side by side",
      description: "Two roles, certifications or places side by side",
      options: {
        first: { name: "first", description: "The first role, certification or place" },
        second: { name: "second", description: "The second one" },
        topic: TOPIC,
      },
    },
    topics: { name: "topics", brief: "what I can answer", description: "What I can answer", options: {} },
    sources: {
      name: "sources",
      brief: "my documents",
      description: "The documents my answers come from",
      options: {},
    },
    help: { name: "help", brief: "how to ask me", description: "How to ask me", options: {} },
  },
  options: {
    hide: { name: "hide", description: "Only you can see the answer" },
    to: { name: "to", description: "The member whom the answer is for; they are notified" },
  },
  cards: {
    headings: {
      definition: "What it is",
      responsibilities: "Responsibilities",
      skills: "Skills",
      certifications: "Certifications",
      salary: "Salary",
      outlook: "Outlook",
      becoming: "How to become one",
    },
    facets: {
      definition: "What it is",
      content: "What it covers",
      prerequisites: "Prerequisites",
      exam: "Exam",
      score: "Passing score",
      cost: "Cost",
      renewal: "Validity and renewal",
      more: "Also said of it",
    },
    title: (name, heading, about) =>
      `${name}: ${heading.toLowerCase()}${about === undefined ? "" : ` (${about})`}`,
    side: (heading, name) => `${heading}: ${name}`,
    bothSides: (heading) => `${heading}: both`,
    pair: (first, second) => `${first} and ${second}`,
    notStated: (name) => `${name}: not stated in the sources.`,
    salaryAt: (role, place) => `${role}: salary, ${place}`,
  },
  paths: {
    title: (role) => `${role}: path`,
    steps: {
      entry: "How people get in",
      learning: "What to learn",
      certificates: "Certificates",
      next: "Related and next roles",
    },
    into: (roles) => `how people become ${roles}`,
    unstated: (steps) => `Not stated: ${steps.map((step) => step.toLowerCase()).join("; ")}.`,
  },
  kinds: {
    role: "role",
    certification: "certification",
    tool: "tool",
    language: "language",
    place: "place",
    employer: "employer",
    organization: "organization",
    law: "standard",
    platform: "platform",
    degree: "degree",
  },
  clarifications: {
    whichOfThese: "Did you mean one of these?",
    unsure: (question) => `I am not sure about that. Did you mean: ${question}`,
    unknownName: (typed) => `I know no “${typed}”. Did you mean one of these?`,
    meanings: (label, meanings, known) => {
      const each = meanings.map(({ name, kind }) => `${name} (${kind})`).join(" or ");
      const next =
        known === undefined ? " Which one do you mean?" : ` The documents speak only of the ${all(known)}.`;
      return `${label} can mean ${each}.${next}`;
    },
  },
  refusals: {
    noSection: (unsaid) => `No section of the documents answers that${nothingOf(unsaid)}.`,
    noSectionOn: (topics) => `No section answers that: the documents say nothing on ${all(topics)}.`,
    noSectionFor: (names, unsaid) => `No section answers that for ${all(names)}${nothingOf(unsaid)}.`,
    nothingOn: (names, roles) => `The documents say nothing on ${all(names)}. They cover ${covered(roles)}.`,
    covers,
    noQuestion: (roles) => `I found no question in that. Ask me about ${covered(roles)}.`,
    onlyEnglish: ONLY_ENGLISH,
    onlyEnglishOn: (roles) => `${ONLY_ENGLISH} They cover ${covered(roles)}.`,
    sameNames: (name) => `Both names mean ${name}. Name two different things to compare.`,
    noSalary: (role, subject) => `The documents state no salary of ${manyOf(role)} for ${subject}.`,
    noPay: (role) => `The documents state no pay of ${role}.`,
    noSalaryIn: ({ role, subject, year, years }) =>
      `The documents state no pay of ${role}${subject === undefined ? "" : ` (${subject})`} for ${year}. They have figures of ${all(years)}.`,
    noYear: (typed) => `“${typed}” is no year. Write four digits, such as 2024.`,
    noSalaryAt: (subject, having, more) => {
      const named = all([...having, ...(more > 0 ? [`${more} more`] : [])]);
      return `The documents state no salary for ${subject}.${named && ` They have figures for ${named}.`}`;
    },
    namedOtherwise: (name, sought) => `The documents name ${name}, but not as ${sought}.`,
    sought: {
      role: "a role",
      topic: "a topic",
      certification: "a certification",
      place: "a place or employer with figures",
      entity: "something to compare",
    },
    roles: manyOf,
    beside: (first, second) => `${first} beside ${second}`,
    topicOf: (heading, role) => `the ${heading.toLowerCase()} of ${manyOf(role)}`,
    earningsAt: (role, subject) => `what ${manyOf(role)} earn at ${subject}`,
    typed: (text) => `“${text}”`,
  },
  figures: {
    allPlaces: "All places",
    byEmployer: "By employer:",
    earlier: (kind, amounts) => `Earlier, ${kind.toLowerCase()}: ${amounts}.`,
    per: (period) => `per ${period}`,
    periodNotStated: "period not stated",
    currencyNotStated: "currency not stated",
    dateNotStated: "date not stated",
    standing: (figures, position, order) =>
      `${figures}, the ${ordinal(position)}${extreme(order)} ${order.measure} (${order.circumstances}).`,
    ordered: (order) => `${capitalised(extreme(order))} ${order.measure} first (${order.circumstances}):`,
    first: (order) => `${capitalised(extreme(order))} first:`,
    meeting: (threshold, { measure, isCount, circumstances }) =>
      isCount
        ? `${capitalised(threshold)} ${measure} (${circumstances}):`
        : `${capitalised(measure)} of ${threshold} (${circumstances}):`,
    unordered: ({ measure, circumstances }) => `${capitalised(measure)} (${circumstances}):`,
    noneIs: (threshold, period) => `None is ${threshold}${period === undefined ? "" : ` per ${period}`}.`,
    otherPeriod: (threshold, period, stated) =>
      `I cannot say which is ${threshold} per ${period}: the documents ${stated === undefined ? "state no period" : `state this per ${stated}`}, and nothing is converted.`,
    otherCurrency: (threshold) =>
      `I cannot say which is ${threshold}: the documents state another currency, and nothing is converted.`,
    more: (count) => `and ${count} more.`,
  },
  charts: {
    title: (role, measure, by) =>
      role === undefined ? capitalised(`${measure} by ${by}`) : `${role}: ${measure} by ${by}`,
    measures: (measures) => all(measures),
    described: (title, unit) => `Bar chart. ${title}, ${unit}.`,
    more: (count) => `And ${count} more.`,
    shown: (count, of) => `${count} of ${of} shown.`,
    source: (documents) => `Source: ${documents}`,
  },
  overviews: {
    roles: "Roles",
    topics: "Topics",
    certifications: "Certifications",
    places: "Places and employers with figures",
    sources: "Where my answers come from",
    by: (author) => `by ${author}`,
    sections: (count, retrieved) =>
      `${count} ${isOne(count) ? "section" : "sections"}${retrieved === undefined ? "" : `, read ${retrieved}`}`,
    moreSources: (count) => `${count} more documents, by publisher`,
    help: "How to ask me",
    howToAsk:
      "I answer career questions from documents and show the section each answer comes from. When no section answers, I say so. Ask in your own words with /ask, mention me, or write me a direct message.",
    commands: "Commands",
  },
  citations: {
    source: (section, origin) => `Source: ${section} — ${origin}`,
    publisherNotStated: "publisher not stated",
    dateNotStated: "date not stated",
    added: (date) => `added ${date}`,
    month: (number, year) => `${month(number)} ${year}`,
    textIn: (codes) =>
      `The quoted text is in ${languages(codes)}, the language${codes.length === 1 ? " of the document" : "s of the documents"}.`,
  },
  ages: {
    overMonths: (months) => `over ${months} months old`,
    overYears: (years) => `over ${years} years old`,
    figures: (age) => `figures ${age}`,
  },
  conflicts: {
    heading: "The sources differ",
    measures: {
      salary: "salary",
      examFee: "exam fee",
      retakeFee: "retake fee",
      maintenanceFee: "renewal and maintenance fee",
      examQuestions: "exam questions",
      examMinutes: "exam minutes",
      examHours: "exam hours",
      validYears: "years of validity",
      experienceYears: "years of experience needed",
    },
    more: (count) => `They differ on ${count} more ${isOne(count) ? "figure" : "figures"}.`,
  },
  upkeep: {
    stale: "What may be out of date",
    limits:
      "Pay and prices over 18 months old, and all else over 3 years old. My answers say so beside the date.",
    noneStale:
      "Nothing that has a date: pay and prices are at most 18 months old, and all else at most 3 years.",
    ofSections: (count, every) => `${count} of ${every} ${isOne(every) ? "section" : "sections"}:`,
    read: (date) => `read ${date}`,
    conflicts: "Where the documents differ",
    both: "My answers show both sides with their dates.",
    noConflicts: "Nowhere: no two documents state different figures of the same thing.",
  },
  prompts: {
    showTopic: "Show one topic whole",
    related: "Related questions",
    choose: "Choose one",
    canAnswer: "What I can answer",
    tryOne: "Try one",
    leftOut: (count) => `${count} more did not fit. Ask for one of them by name.`,
  },
  controls: {
    dismiss: "Dismiss",
    more: "More",
    helpful: "Helpful",
    unhelpful: "Not helpful",
    post: "Post publicly",
    notThis: "Not this",
    share: "Share with the moderators",
    shared: "Shared",
    call: "Ask a human",
    called: "Asked",
    findAnswer: "Find an answer",
  },
  notices: {
    outdated:
      "This comes from an older version of me, so I cannot tell what it should do. Ask again with `/ask` or `/help`.",
    unreadable:
      "Discord does not show me the text of this message. Mention me in it, or turn the ping of your reply on.",
    apology: (reference) =>
      `Something went wrong on my side. Please try again; if it stays, tell the operator the reference ${reference}.`,
    wordless: "This message has no text that I could look up.",
    tooSoon: (milliseconds) => {
      const seconds = Math.ceil(milliseconds / 1000);
      return `That is faster than I answer. Please try again in ${seconds} ${isOne(seconds) ? "second" : "seconds"}.`;
    },
    answeredAlready: (url) => `That was answered here a moment ago: ${url}`,
    suggestedFor: (member) => `Suggested for ${member}`,
    postedBy: (member, url) => `-# Posted by ${member}${url === undefined ? "" : ` in answer to ${url}`}`,
    automatic: "-# Automatic answer from the documents. Others may know more.",
    welcome: (channels) =>
      [
        "Hello! I answer career questions from documents and show the section behind every answer.",
        "Try `/ask`, `/role`, `/salary` or `/cert`, mention me, or open a message's menu: Apps → Find an answer.",
        channels.length > 0
          ? `I speak when asked, and to questions in ${all(channels.map((name) => `#${name}`))} that a section answers. \`/help\` shows more.`
          : "I speak only when asked. `/help` shows more.",
      ].join("\n"),
    profile:
      "I answer career questions from documents and show the section behind every answer.\nAsk with /ask, /role, /salary, /cert or /compare, by mention or direct message, or from a message's menu: Apps → Find an answer.\nNo messages are kept. /help shows how to start.",
    notYours: "Only the member who asked, or a moderator, can use this button.",
    mayNotPost: "I may not write in this channel, so I cannot post that there.",
    mayNotCall:
      "I may not mention the helpers of this server, so nobody would hear of it. Please tell a moderator.",
    posted: "Posted.",
    noOthers: "No other section of the documents is near. Try `/ask` in other words.",
    chooseAnother: "Which of these answers it better?",
    sharedFrom: (place) => `A member shares a question that I could not answer, asked in ${place}:`,
    questionGone:
      "I keep questions for an hour at most and no longer have this one. Ask it again, then share it.",
    notShared: "I cannot write where the moderators want shared questions. Please tell one of them.",
    calling: (role, member, url) =>
      `${role} ${member} asks for a human${url === undefined ? "" : `: ${url}`}`,
    calledAlready: (milliseconds) =>
      `Somebody was asked a moment ago. Please try again in ${minutes(milliseconds)}.`,
    nobodyToCall: "There is nobody whom I could ask here any more.",
    thanks: "Thanks, counted.",
    thanksAgain: "You said so already; it is counted.",
    whatWasWrong: "Thanks, counted. What was wrong? You may leave it at that.",
    noted: (fault) => `Noted: ${fault.toLowerCase()}. Thanks.`,
    faults: { "wrong-topic": "Wrong topic", "out-of-date": "Out of date", incomplete: "Incomplete" },
  },
  moderation: ENGLISH_MODERATION,
} satisfies Wording;
