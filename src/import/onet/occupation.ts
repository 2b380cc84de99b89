/** What a release says of an occupation. Dates are as `August 2018`. */
export interface OnetOccupation {
  readonly title: string;
  /** The first sentence of the description. */
  readonly description: string;
  readonly tasks: Tasks | undefined;
  /** Those in demand. */
  readonly technologies: readonly string[];
  readonly skills: Rated | undefined;
  readonly education: Education | undefined;
  readonly zone: JobZone;
  /** The titles closest to it. */
  readonly related: readonly string[];
  /** Every other title that the release lists under it. */
  readonly titles: readonly string[];
}

/** Task statements, and of how many. */
export interface Tasks {
  readonly statements: readonly string[];
  readonly of: number;
  /** True when they are the first core tasks in O*NET's order. */
  readonly core: boolean;
  readonly date: string;
}

/** Skills with their importance, from 1 to 5, the most important first. */
export interface Rated {
  readonly rows: readonly (readonly [name: string, importance: number])[];
  readonly date: string;
}

/** The education that people say the work requires, with their share in percent, the commonest first. */
export interface Education {
  readonly rows: readonly (readonly [level: string, percent: number])[];
  readonly people: number;
  /** Who they are, in the plural. */
  readonly source: string;
  readonly date: string;
}

export interface JobZone {
  readonly name: string;
  readonly education: string;
  readonly training: string;
  readonly date: string;
  readonly preliminary: boolean;
}
