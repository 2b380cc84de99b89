/** What a command or an option is called, and what it does. */
export interface Named {
  /** 1 to 32 lower-case letters without spaces, unlike those of the others beside it. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
}
