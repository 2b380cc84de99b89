import { serveDrawings } from "./pictures/serve-drawings.ts";

/** Runs in a worker: the libraries that draw are loaded nowhere else. */
serveDrawings();
