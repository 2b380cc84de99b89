const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Days from Monday to the Thursday that says which year a week belongs to. */
const THURSDAY = 3;

/** The ISO 8601 week of a time in milliseconds since 1970, in UTC: `2026-W47`; weeks sort as text. */
export function weekOf(time: number): string {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const thursday = new Date(time + (THURSDAY - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK);
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** The week that was some weeks before. */
export const weeksBefore = (time: number, weeks: number): string => weekOf(time - weeks * WEEK);

/** The ISO day of a time in milliseconds since 1970, in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
