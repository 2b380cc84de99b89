const NUMBER_WORDS =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|thirds?|quarter";
const AMOUNT = new RegExp(String.raw`\d|\b(?:${NUMBER_WORDS})\b`, "i");
const FREQUENCY =
  /\b(?:constant(?:ly)?|continuous(?:ly)?|regular(?:ly)?|always|never|daily|weekly|monthly|yearly|annual(?:ly)?|every)\b/i;

const SHARE = new RegExp(
  String.raw`%|\b(?:percent|percentage|share|majority|most|minority|few|halves|(?:${NUMBER_WORDS}|one) (?:in|out of) \w+|half|thirds?|quarters?)\b`,
  "i",
);
const SPAN =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|semesters?|since|(?:19|20)\d\d)\b/i;

/** What tells each kind of amount. */
const SAID: Readonly<Record<AskedAmount, readonly RegExp[]>> = {
  number: [AMOUNT],
  share: [SHARE],
  span: [SPAN],
  frequency: [AMOUNT, FREQUENCY],
};

const SHARES = /\b(?:what|which) (?:share|percent(?:age)?|proportion|fraction)\b/i;
const SPANS = /\bhow (?:long|old|soon)\b/i;
const COUNTS = /\b(?:how many|(?:what|which) number|number of)\b/i;
const HOW_OFTEN = /\bhow (?:often|frequently|regularly)\b/i;
const MONEY_VERB = "cost|costs|charge|charges|pay|pays|paid|earn|earns|make|makes";
const SUMS = new RegExp(
  [
    String.raw`\bhow much\b.*\b(?:${MONEY_VERB}|salary|salaries|wages?|rent|fees?|dollars|bucks|usd|money)\b`,
    String.raw`\bwhat (?:do|does|did|would|will|can)\b.*\b(?:${MONEY_VERB})\W*(?:$|(?:for|in|at|by|per|a|as|there|here|right)\b)`,
    String.raw`\bwhat(?:'?s| is| are)? (?:the |a |an |their |average |typical |starting )*(?:salary|salaries|wages?|pay range|salary range|rent|fee|price|cost)\b`,
    String.raw`\b(?:price|cost|fee)s? (?:of|for)\b`,
  ].join("|"),
  "i",
);

/**
 * What kind of amount a question asks for: a count or a sum of money, a part of a whole, a time or age, or how often
 * something happens.
 */
export type AskedAmount = "number" | "share" | "span" | "frequency";

/** The kind of amount that a question asks for; `undefined` when words would answer it. */
export function askedAmount(text: string): AskedAmount | undefined {
  if (HOW_OFTEN.test(text)) return "frequency";
  if (SHARES.test(text)) return "share";
  if (SPANS.test(text)) return "span";
  return COUNTS.test(text) || SUMS.test(text) ? "number" : undefined;
}

/** When a source was written is no amount of what it is about. */
const YEARS = /\b(?:19|20)\d\d\b/g;

/** True when an answer says such an amount. */
export function saysAmount(text: string, amount: AskedAmount): boolean {
  const said = amount === "number" ? text.replace(YEARS, "") : text;
  return SAID[amount].some((form) => form.test(said));
}

/** "How much is the CKA?", but not "how much is storage in the CKA?", which asks for a share. */
const HOW_MUCH_IS =
  /\bhow (?:much|expensive) (?:is|are|for)\b(?!.*\b(?:in|of|on)\b)|\bexam (?:fees?|price|cost)\b|\bpay (?:to sit|to take|for the)\b|\b(?:cheapest|priciest|(?:most|least) expensive)\b/i;
const MONEY = /[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|(?:USD|EUR|GBP|dollars|euros|pounds)\b)|\bfree\b/;

/** True for a question for a sum of money. */
export const asksForMoney = (text: string): boolean => SUMS.test(text) || HOW_MUCH_IS.test(text);

/** True for an answer that says a sum of money, or that there is none to pay. */
export const saysMoney = (text: string): boolean => MONEY.test(text);
