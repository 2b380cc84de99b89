/** Tells ids it has not seen among the last `size` ones. */
export function createRecentIds(size: number): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    for (const oldest of ids) {
      if (ids.size <= size) break;
      ids.delete(oldest);
    }
    return true;
  };
}
