/** So many results are kept; then all are forgotten. */
const KEPT = 32;

/** Works something out for a text, and keeps it for the next few times: neighbours ask for the same texts. */
export function remember<T extends object>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? workOut(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, found);
    return found;
  };
}
