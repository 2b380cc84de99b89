const STRING = /"[^"]*"/g;
/** What follows an operator in parentheses are labels: `sum by (le, surface) (…)`. */
const LABEL_LIST = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const SELECTOR = /\{([^}]*)\}/g;
const RANGE = /\[[^\]]*\]/g;
const OFFSET = /\boffset\s+\S+/g;
const WORD = /[a-zA-Z_:][\w:]*(?!\w*\s*\()/g;
const OPERATORS = new Set(["and", "or", "unless", "bool"]);

/** What an expression of PromQL reads. */
export interface Read {
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/** The metrics that an expression names, and the labels that it selects or sums by. */
export function readPromql(expression: string): Read {
  const text = expression.replaceAll(STRING, "");
  const labels = [
    ...matches(text, LABEL_LIST),
    ...matches(text, SELECTOR).map((pair) => pair.replace(/[=!~].*/, "")),
  ];
  const bare = [LABEL_LIST, SELECTOR, RANGE, OFFSET].reduce((rest, part) => rest.replaceAll(part, " "), text);
  const words = bare.match(WORD) ?? [];
  return { metrics: words.filter((word) => !OPERATORS.has(word)), labels };
}

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, list = ""]) => list.split(",").map((each) => each.trim()));
