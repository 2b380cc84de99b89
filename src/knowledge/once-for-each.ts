/** Works something out once for each object that is asked for, and forgets it together with the object. */
export function onceForEach<K extends object, T extends object>(workOut: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const found = known.get(key) ?? workOut(key);
    known.set(key, found);
    return found;
  };
}
