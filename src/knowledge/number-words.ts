/** A number in a text: as printed, with its currency sign, its scale, and without thousands separators. */
export interface NumberWord {
  readonly printed: string;
  /** `12169.50`, `150k`. */
  readonly value: string;
  readonly sign: string;
}

const NUMBER =
  /(?<![\p{L}\d.,])([$€£¥₹]?)(\d+(?:,\d{3})*(?:\.\d+)?)((?:k|K|M|m|bn)(?![\p{L}\d])|%)?(?!\p{L})/gu;

const SPELLED = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** The numbers written in digits that stand by themselves; `K8s` and `SOC2` hold none. */
export function numbersIn(text: string): readonly NumberWord[] {
  return Array.from(text.matchAll(NUMBER), ([printed, sign = "", digits = "", scale = ""]) => ({
    printed,
    value: digits.replaceAll(",", "") + scale.toLowerCase(),
    sign,
  }));
}

/** Every number a text holds in any way: in digits, spelled out, or within a word (`1Br`, `ISO27001`). */
export function allNumbersIn(text: string): ReadonlySet<string> {
  const standing = numbersIn(text).flatMap(({ value, sign }) => [value, sign + value]);
  const within = text.replaceAll(NUMBER, " ").match(/\d+/g) ?? [];
  const spelled = SPELLED.flatMap((word, value) =>
    new RegExp(`\\b${word}\\b`, "i").test(text) ? [String(value)] : [],
  );
  return new Set([...standing, ...within, ...spelled]);
}
