/** A program that the tests' set-up has built; it starts in a fraction of the time that its source takes. */
export const built = (name: "index" | "read-uploads" | "draw-pictures" | "read-knowledge"): URL =>
  new URL(`../../dist/${name}.js`, import.meta.url);
