/** The tables and their columns, alike in SQLite and PostgreSQL. */
export interface Tables {
  readonly guild: GuildTable;
  readonly ask_place: AskPlaceTable;
  readonly document: DocumentTable;
  readonly calibration: CalibrationTable;
  readonly gap: GapTable;
  readonly departure: DepartureTable;
}

interface GuildTable {
  readonly id: string;
  /** Changes with every change of the server: whoever writes it first holds the row until the transaction ends. */
  readonly version: string;
  readonly documents_version: string | null;
  /** 1 when the ask places are those of `ask_place`, 0 when they go by the names that the operator chose. */
  readonly has_ask_places: number;
  readonly reply_style: string;
  /** Milliseconds. */
  readonly ask_interval: number | null;
  readonly helper_role: string | null;
  readonly gap_channel: string | null;
  readonly language: string | null;
}

interface AskPlaceTable {
  readonly guild_id: string;
  readonly id: string;
  readonly kind: string;
}

interface DocumentTable {
  readonly guild_id: string;
  readonly id: string;
  readonly file_name: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: string;
  readonly added: string;
  readonly sections: number;
  readonly snippets: number;
  /** As it was uploaded. */
  readonly text: string;
  /** What a moderator gave in the place of what the text says, as JSON. */
  readonly given: string;
  /** What read the text, and what it read it as, as JSON. */
  readonly read_by: string;
  readonly reading: string;
}

interface CalibrationTable {
  readonly guild_id: string;
  readonly of: string;
  readonly answer_from: number;
  readonly clarify_from: number;
}

interface GapTable {
  readonly guild_id: string;
  readonly week: string;
  readonly entity: string;
  readonly topic: string;
  readonly reason: string;
  readonly count: number;
}

/** Servers that the bot was in and is not any more, as far as it could see. */
interface DepartureTable {
  readonly guild_id: string;
  /** ISO day on which it was first missed. */
  readonly since: string;
}
