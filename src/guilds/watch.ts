/** Told how what is kept of servers fares, for whoever counts it; nothing that it is told names a server. */
export interface Watch {
  /** A look into what is kept in memory: there, there in an older version, or not there. */
  looked(cache: "engines" | "settings" | "replies", outcome: "hit" | "stale" | "miss"): void;
  /** The engine of a server with documents of its own was built, or could not be; `seconds` with reading its documents. */
  built(outcome: "built" | "failed", seconds: number): void;
}
