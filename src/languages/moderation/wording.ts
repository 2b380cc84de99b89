import type { Named } from "../named.ts";

/** A command or subcommand that members use, with its options. */
interface Usable<Option extends string = never> extends Named {
  readonly options: Readonly<Record<Option, Named>>;
}

/** Commands, groups and subcommands by their English names in a row, as a member types them without the slash. */
interface ModerationCommandsWording {
  readonly knowledge: Named;
  readonly "knowledge add": Usable<"file" | "title" | "url" | "published">;
  readonly "knowledge list": Usable;
  readonly "knowledge show": Usable<"document">;
  readonly "knowledge remove": Usable<"document">;
  readonly "knowledge replace": Usable<"document" | "file" | "title" | "url" | "published">;
  readonly "knowledge export": Usable<"document">;
  readonly "knowledge stale": Usable;
  readonly "knowledge conflicts": Usable;
  readonly settings: Named;
  readonly "settings show": Usable;
  readonly "settings ask-channel": Named;
  readonly "settings ask-channel add": Usable<"channel">;
  readonly "settings ask-channel remove": Usable<"channel">;
  readonly "settings ask-forum": Named;
  readonly "settings ask-forum add": Usable<"forum">;
  readonly "settings ask-forum remove": Usable<"forum">;
  readonly "settings reply-style": Usable<"style">;
  readonly "settings interval": Usable<"minutes">;
  readonly "settings helper-role": Named;
  readonly "settings helper-role set": Usable<"role">;
  readonly "settings helper-role clear": Usable;
  readonly "settings gap-channel": Named;
  readonly "settings gap-channel set": Usable<"channel">;
  readonly "settings gap-channel clear": Usable;
  readonly "settings language": Usable<"language">;
  readonly "settings forget-everything": Usable;
  readonly gaps: Usable<"weeks">;
  readonly status: Usable;
  readonly privacy: Usable;
}

/** What a member can use, such as `settings ask-channel add`. */
export type ModerationPath = {
  [Key in keyof ModerationCommandsWording]: ModerationCommandsWording[Key] extends Usable ? Key : never;
}[keyof ModerationCommandsWording];

/** The options of one of them. */
export type ModerationOption<Path extends ModerationPath> = keyof ModerationCommandsWording[Path]["options"] &
  string;

/** How the bot answers in ask channels. */
type ReplyStyle = "reply" | "thread";

/** What `/settings` shows: places and roles are mentions, times are in milliseconds. */
interface SettingsWording {
  readonly title: string;
  readonly asks: (places: readonly string[]) => string;
  /** `names` are those that the operator chose. */
  readonly asksByName: (names: readonly string[]) => string;
  readonly styles: Readonly<Record<ReplyStyle, string>>;
  readonly interval: (milliseconds: number) => string;
  readonly intervalOfOperator: (milliseconds: number) => string;
  /** `language` is a code; `undefined`: the server's in Discord. */
  readonly language: (language: string | undefined) => string;
  readonly helperRole: (role: string | undefined) => string;
  readonly gapChannel: (channel: string | undefined) => string;
  readonly saved: string;
  readonly askAdded: (place: string) => string;
  readonly askAlready: (place: string) => string;
  readonly askRemoved: (place: string) => string;
  readonly askNeither: (place: string) => string;
  readonly tooManyPlaces: (most: number) => string;
  /** What to switch on for ask channels, and what works without. */
  readonly needsContent: string;
  /** `permissions` are names as Discord shows them in English. */
  readonly mayNotSpeak: (place: string, permissions: readonly string[]) => string;
  /** A role that the bot may not mention. */
  readonly mayNotMention: (role: string) => string;
  readonly everyoneIsNoRole: string;
  readonly forget: ForgetWording;
}

/** What `/knowledge` shows. */
interface KnowledgeWording {
  readonly added: (title: string) => string;
  readonly replaced: (title: string) => string;
  readonly removed: (title: string) => string;
  readonly understood: string;
  readonly size: (sections: number, snippets: number) => string;
  /** Dates are as a reader says them; `undefined` where the document states none. */
  readonly dated: (published: string | undefined, added: string) => string;
  readonly noAddress: string;
  readonly introduced: string;
  readonly mentioned: string;
  readonly noNames: string;
  /** Of names beside those that are listed. */
  readonly more: (count: number) => string;
  readonly sections: string;
  readonly used: (
    documents: number,
    snippets: number,
    quota: { documents: number; snippets: number },
  ) => string;
  readonly unreadable: (fileName: string) => string;
  readonly nothingChanged: string;
  readonly line: (line: number, message: string) => string;
  readonly moreProblems: (count: number) => string;
  readonly tooHard: (fileName: string) => string;
  readonly tooMany: (
    documents: number,
    snippets: number,
    quota: { documents: number; snippets: number },
  ) => string;
  readonly taken: (title: string) => string;
  readonly missing: string;
  readonly list: string;
  readonly none: string;
  readonly exported: (count: number) => string;
  /** The file of a removed document is attached. */
  readonly keepFile: string;
  readonly tooLarge: (fileName: string, bytes: number) => string;
  readonly notFetched: (fileName: string) => string;
}

/** What `/gaps` shows. */
interface GapsWording {
  readonly title: (weeks: number) => string;
  readonly none: (weeks: number) => string;
  readonly times: (count: number) => string;
  /** `reason` is that of a refusal or of a vote. */
  readonly reason: (reason: string, count: number) => string;
  /** What is neither about a name nor about a topic. */
  readonly nameless: string;
  readonly more: (count: number) => string;
  readonly howTo: string;
}

/** What `/status` shows; times are in milliseconds, channels and permissions are names as Discord shows them. */
interface StatusWording {
  readonly title: (channel: string) => string;
  readonly answersHere: string;
  /** Only what addresses the bot is answered. */
  readonly answersAddressed: string;
  readonly answersNothing: string;
  readonly isAskPlace: string;
  readonly isNoAskPlace: string;
  readonly contentIsOff: string;
  readonly contentIsOn: string;
  readonly lacks: (permissions: readonly string[]) => string;
  readonly mayAll: string;
  readonly waits: (milliseconds: number) => string;
  readonly builtIn: (documents: number, snippets: number, newest: string | undefined) => string;
  /** `undefined` where the database does not say. */
  readonly own: (documents: number, snippets: number) => string;
  readonly databaseFails: string;
  readonly program: (version: string, knowledge: string, uptime: number) => string;
}

/** Asking before everything is deleted. */
interface ForgetWording {
  readonly question: (documents: number) => string;
  readonly confirm: string;
  readonly cancel: string;
  readonly done: string;
  readonly cancelled: string;
}

/** A heading, and text as Discord's Markdown below it. */
interface Paragraph {
  readonly heading: string;
  readonly text: string;
}

/** What is kept of a server and of its members. */
interface PrivacyWording {
  readonly title: string;
  readonly never: Paragraph;
  readonly kept: Paragraph;
  readonly memory: Paragraph;
  readonly deletion: Paragraph;
  readonly uses: Paragraph;
}

/** What moderators read, and what everybody reads on privacy. */
export interface ModerationWording {
  readonly commands: ModerationCommandsWording;
  /** What can be chosen for an option; 1 to 100 characters each. */
  readonly choices: {
    readonly styles: Readonly<Record<ReplyStyle, string>>;
    /** Beside the languages: each reader's own. */
    readonly automatic: string;
    /** This language as it calls itself: whoever looks for theirs finds it so. */
    readonly thisLanguage: string;
  };
  readonly notices: {
    readonly needsManageServer: string;
    /** The database does not answer. */
    readonly notSaved: string;
    /** A moderation command reached the bot outside of every server that it was added to. */
    readonly onlyInServers: string;
  };
  readonly settings: SettingsWording;
  readonly knowledge: KnowledgeWording;
  readonly gaps: GapsWording;
  readonly status: StatusWording;
  readonly privacy: PrivacyWording;
}
