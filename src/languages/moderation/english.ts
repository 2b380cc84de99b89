import { formatsOf } from "../formats.ts";
import type { ModerationWording } from "./wording.ts";

const FILE = { name: "file", description: "Markdown or plain text, up to 1 MB" };
const TITLE = { name: "title", description: "What citations call it; else the document's own title" };
const URL = { name: "url", description: "Where readers find the original" };
const PUBLISHED = { name: "published", description: "When it was published: 2026-03-14, 2026-03 or 2026" };
const DOCUMENT = { name: "document", description: "A document of this server" };
const CHANNEL = { name: "channel", description: "The channel" };
const FORUM = { name: "forum", description: "The forum" };

const { all, any, isOne, languages, roughly, span } = formatsOf("en-GB");

const pause = (milliseconds: number): string => (milliseconds === 0 ? "none" : span(milliseconds));

const number = (count: number): string => count.toLocaleString("en-GB");

const REASONS: ReadonlyMap<string, string> = new Map([
  ["entity-not-covered", "name not covered"],
  ["topic-not-covered", "topic not covered"],
  ["too-little-covered", "too little on it"],
  ["nothing-found", "nothing on it"],
  ["other-language", "asked in another language"],
  ["not-helpful", "👎"],
  ["wrong-topic", "wrong topic"],
  ["out-of-date", "out of date"],
  ["incomplete", "incomplete"],
]);

export const ENGLISH_MODERATION = {
  commands: {
    knowledge: { name: "knowledge", description: "The documents of this server" },
    "knowledge add": {
      name: "add",
      description: "Add a document that I answer from in this server",
      options: { file: FILE, title: TITLE, url: URL, published: PUBLISHED },
    },
    "knowledge list": { name: "list", description: "The documents of this server", options: {} },
    "knowledge show": {
      name: "show",
      description: "What I understood of a document",
      options: { document: DOCUMENT },
    },
    "knowledge remove": {
      name: "remove",
      description: "Remove a document; I answer from it no more",
      options: { document: DOCUMENT },
    },
    "knowledge replace": {
      name: "replace",
      description: "Put a new version in the place of a document",
      options: { document: DOCUMENT, file: FILE, title: TITLE, url: URL, published: PUBLISHED },
    },
    "knowledge export": {
      name: "export",
      description: "Download a document, or all of this server's",
      options: { document: { name: "document", description: "One document; all of them when left out" } },
    },
    "knowledge stale": {
      name: "stale",
      description: "Documents whose answers may be out of date",
      options: {},
    },
    "knowledge conflicts": {
      name: "conflicts",
      description: "Where documents state different figures for the same thing",
      options: {},
    },
    settings: { name: "settings", description: "How I behave in this server" },
    "settings show": { name: "show", description: "All settings of this server", options: {} },
    "settings ask-channel": { name: "ask-channel", description: "Channels where I answer without a mention" },
    "settings ask-channel add": {
      name: "add",
      description: "Answer questions in a channel without a mention",
      options: { channel: CHANNEL },
    },
    "settings ask-channel remove": {
      name: "remove",
      description: "Speak in a channel only when asked",
      options: { channel: CHANNEL },
    },
    "settings ask-forum": { name: "ask-forum", description: "Forums whose new posts I answer" },
    "settings ask-forum add": {
      name: "add",
      description: "Answer new posts of a forum",
      options: { forum: FORUM },
    },
    "settings ask-forum remove": {
      name: "remove",
      description: "Leave the posts of a forum to members",
      options: { forum: FORUM },
    },
    "settings reply-style": {
      name: "reply-style",
      description: "Where I answer in ask channels: below the question or in a thread",
      options: { style: { name: "style", description: "Where answers go" } },
    },
    "settings interval": {
      name: "interval",
      description: "How long I stay silent in a channel after an answer that nobody asked me for",
      options: { minutes: { name: "minutes", description: "From 0, not at all, to 1440, a day" } },
    },
    "settings helper-role": {
      name: "helper-role",
      description: "The role that “Ask a human” mentions",
    },
    "settings helper-role set": {
      name: "set",
      description: "Offer “Ask a human”, which mentions a role",
      options: { role: { name: "role", description: "The role" } },
    },
    "settings helper-role clear": {
      name: "clear",
      description: "Offer “Ask a human” no more",
      options: {},
    },
    "settings gap-channel": {
      name: "gap-channel",
      description: "Where members can share questions that I could not answer",
    },
    "settings gap-channel set": {
      name: "set",
      description: "Let members share unanswered questions with the moderators in a channel",
      options: { channel: CHANNEL },
    },
    "settings gap-channel clear": {
      name: "clear",
      description: "Offer to share unanswered questions no more",
      options: {},
    },
    "settings language": {
      name: "language",
      description: "The language in which I speak to everybody here",
      options: { language: { name: "language", description: "The language" } },
    },
    "settings forget-everything": {
      name: "forget-everything",
      description: "Delete all that I keep of this server, after a confirmation",
      options: {},
    },
    gaps: {
      name: "gaps",
      description: "What members asked and I could not answer, without their words",
      options: { weeks: { name: "weeks", description: "How many weeks back, from 1 to 52" } },
    },
    status: {
      name: "status",
      description: "Whether I would answer in this channel, and why or why not",
      options: {},
    },
    privacy: {
      name: "privacy",
      description: "What I keep, for how long, and how to have it deleted",
      options: {},
    },
  },
  choices: {
    styles: { reply: "As a reply to the question", thread: "In a thread below the question" },
    automatic: "Automatic: the server's language in Discord",
    thisLanguage: "English",
  },
  notices: {
    needsManageServer: "This needs the permission “Manage Server”.",
    onlyInServers: "This works only in a server that I was added to.",
    notSaved:
      "My database does not answer right now, so nothing was changed. Answers from the built-in documents go on; please try again in a minute.",
  },
  settings: {
    title: "Settings of this server",
    asks: (places) =>
      places.length === 0
        ? "**Without a mention I answer** nowhere, only commands, mentions and replies"
        : `**Without a mention I answer in** ${all(places)}`,
    asksByName: (names) =>
      names.length === 0
        ? "**Without a mention I answer** nowhere, only commands, mentions and replies"
        : `**Without a mention I answer in** channels called ${any(names)}, as the operator chose`,
    styles: {
      reply: "**Answers go** below the question",
      thread: "**Answers go** in a thread below the question",
    },
    interval: (milliseconds) => `**Pause after an unasked answer:** ${pause(milliseconds)}`,
    intervalOfOperator: (milliseconds) =>
      `**Pause after an unasked answer:** ${pause(milliseconds)}, as the operator chose`,
    language: (language) =>
      language === undefined
        ? "**I speak** the server's language in Discord, where I know it"
        : `**I speak** ${languages([language])}`,
    helperRole: (role) =>
      role === undefined
        ? "**Ask a human** is off: `/settings helper-role set`"
        : `**Ask a human mentions** ${role}`,
    gapChannel: (channel) =>
      channel === undefined
        ? "**Sharing unanswered questions** is off: `/settings gap-channel set`"
        : `**Unanswered questions can be shared in** ${channel}`,
    saved: "Saved.",
    askAdded: (place) =>
      `Saved. I answer questions in ${place}, without a mention, when a section answers them.`,
    askAlready: (place) => `I answer in ${place} already.`,
    askRemoved: (place) => `Saved. In ${place} I speak only when asked.`,
    askNeither: (place) => `In ${place} I speak only when asked already.`,
    tooManyPlaces: (most) => `That would be more than ${most} channels and forums. Remove one first.`,
    needsContent:
      "Discord does not show me messages that do not mention me, so I stay silent there. The operator can change that: https://discord.com/developers/applications → this application → Bot → Message Content Intent, then start me again. Until then I answer commands, mentions, replies to me and direct messages.",
    mayNotSpeak: (place, permissions) =>
      `I may not speak in ${place} yet. Give me there: ${all(permissions)}.`,
    mayNotMention: (role) =>
      `I may not mention ${role} yet: let everybody mention it in the settings of the role, or give me the permission “Mention @everyone, @here, and All Roles”.`,
    everyoneIsNoRole: "“Ask a human” mentions one role, not everybody. Choose a role of helpers.",
    forget: {
      question: (documents) =>
        `Delete all that I keep of this server: its settings, ${documents} ${isOne(documents) ? "document" : "documents"} and the counts of unanswered questions? This cannot be undone; \`/knowledge export\` saves the documents first.`,
      confirm: "Delete everything",
      cancel: "Keep everything",
      done: "Deleted: nothing of this server is kept any more. I go on with the default settings.",
      cancelled: "Nothing was deleted.",
    },
  },
  knowledge: {
    added: (title) => `Added: ${title}`,
    replaced: (title) => `Replaced: ${title}`,
    removed: (title) => `Removed: ${title}`,
    understood: "What I understood",
    size: (sections, snippets) =>
      `${sections} ${isOne(sections) ? "section" : "sections"}, ${snippets} ${isOne(snippets) ? "snippet" : "snippets"}`,
    dated: (published, added) =>
      published === undefined
        ? `added ${added}, no date of its own`
        : `published ${published}, added ${added}`,
    noAddress: "No address: citations name the section without a link.",
    introduced: "Names that it introduces",
    mentioned: "Names that I know",
    noNames: "none",
    more: (count) => `and ${count} more`,
    sections: "Sections",
    used: (documents, snippets, quota) =>
      `This server has ${documents} of ${quota.documents} documents and ${number(snippets)} of ${number(quota.snippets)} snippets.`,
    unreadable: (fileName) => `${fileName} cannot be used`,
    nothingChanged: "Nothing was changed. Mend these lines and upload it again:",
    line: (line, message) => `line ${line}: ${message}`,
    moreProblems: (count) => `and ${count} more`,
    tooHard: (fileName) =>
      `${fileName} takes too long to read, so nothing was changed. Divide it, or make its structure simpler.`,
    tooMany: (documents, snippets, quota) =>
      `That would be ${documents} of at most ${quota.documents} documents and ${number(snippets)} of at most ${number(quota.snippets)} snippets, so nothing was changed. Remove a document first, or shorten this one.`,
    taken: (title) =>
      `There is a document called “${title}” already, so nothing was changed. Use \`/knowledge replace\`, or give this one another title.`,
    missing: "This server has no such document. `/knowledge list` shows all.",
    list: "Documents of this server",
    none: "This server has no documents of its own yet. `/knowledge add` takes a Markdown or text file.",
    exported: (count) => `${count} ${isOne(count) ? "document" : "documents"}, as uploaded:`,
    keepFile: "I answer from it no more. To undo this, add the file again:",
    tooLarge: (fileName, bytes) =>
      `${fileName} is larger than ${bytes / 1_048_576} MB, so nothing was changed. Divide it into several documents.`,
    notFetched: (fileName) =>
      `Discord did not give me ${fileName}, so nothing was changed. Please upload it again.`,
  },
  gaps: {
    title: (weeks) => `Asked in vain, last ${weeks === 1 ? "week" : `${weeks} weeks`}`,
    none: (weeks) =>
      `Nothing was asked in vain or marked as not helpful in the last ${weeks === 1 ? "week" : `${weeks} weeks`}.`,
    times: (count) => (count === 1 ? "once" : `${count} times`),
    reason: (reason, count) => `${REASONS.get(reason) ?? reason} ${count}×`,
    nameless: "Something that I could not place",
    more: (count) => `And ${count} rarer ${isOne(count) ? "one" : "ones"}.`,
    howTo:
      "Only subjects are counted, never what members wrote. Each file is the beginning of a document: add the answer and its source, then `/knowledge add`.",
  },
  status: {
    title: (channel) => `In ${channel}`,
    answersHere: "I answer questions here without a mention, when a section answers them.",
    answersAddressed: "I answer here when I am mentioned or replied to, and to commands.",
    answersNothing: "I answer here only to commands.",
    isAskPlace: "✓ This is an ask channel",
    isNoAskPlace: "✗ This is no ask channel: `/settings ask-channel add`",
    contentIsOff:
      "✗ Discord does not show me messages without a mention: the operator switches on Message Content Intent",
    contentIsOn: "✓ Discord shows me messages without a mention",
    lacks: (permissions) => `✗ I lack ${all(permissions)}`,
    mayAll: "✓ I have the permissions that I need",
    waits: (milliseconds) =>
      `✗ I spoke here a moment ago: without a mention I am silent for ${span(milliseconds)}`,
    builtIn: (documents, snippets, newest) =>
      `Built-in knowledge: ${documents} ${isOne(documents) ? "document" : "documents"}, ${snippets} snippets${newest === undefined ? "" : `, the newest of ${newest}`}`,
    own: (documents, snippets) =>
      `This server's own: ${documents} ${isOne(documents) ? "document" : "documents"}, ${snippets} ${isOne(snippets) ? "snippet" : "snippets"}`,
    databaseFails: "✗ My database does not answer: I go by the settings that I knew last",
    program: (version, knowledge, uptime) =>
      `Version ${version}, knowledge ${knowledge}, running for ${roughly(uptime)}`,
  },
  privacy: {
    title: "What I keep, and for how long",
    never: {
      heading: "Never on disk or in a log",
      text: "The text of messages and questions, ids of members, or a hash of either.",
    },
    kept: {
      heading: "Kept for a server",
      text: [
        "- its settings, until they are changed or deleted",
        "- the documents that its moderators add, until they are removed",
        "- for a year, how often per week an answer was missing or marked as not helpful: subject, topic and reason, without any text",
      ].join("\n"),
    },
    memory: {
      heading: "In memory only, gone with a restart",
      text: [
        "- for an hour, which message I answered with which, and the question",
        "- for about half an hour, the last messages of a channel, for follow-up questions",
        "- who voted, so that a vote counts once, and when somebody asked last, so that nobody floods a channel: the latest only",
      ].join("\n"),
    },
    deletion: {
      heading: "To have it deleted",
      text: "Moderators use `/settings forget-everything` or remove me from the server; both delete all that is kept of it. Anybody can ask the operator of this bot.",
    },
    uses: {
      heading: "What it is not used for",
      text: "Profiles of members, the training of models, decisions on anybody's employment.",
    },
  },
} satisfies ModerationWording;
