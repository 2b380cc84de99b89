/** A day on which nothing in the shipped documents, nor in those of tests, is older than it may be. */
export const freshDay = (): string => "2023-02-01";
