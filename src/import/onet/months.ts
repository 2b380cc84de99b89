const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** A month as O*NET prints it, `08/2018`, in words: `August 2018`. */
export function sayMonth(printed: string): string {
  const [month = "", year = ""] = printed.split("/");
  return `${MONTHS[Number(month) - 1] ?? ""} ${year}`.trim();
}
