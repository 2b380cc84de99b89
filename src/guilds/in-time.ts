/** What comes within some milliseconds, else something in its place; what comes later is left to arrive behind it. */
export async function inTime<T>(
  coming: Promise<T>,
  { patience, otherwise }: { readonly patience: number; readonly otherwise: () => T },
): Promise<T> {
  // Every question in a server passes here: an AbortController would cost more than the rest.
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  }).then(otherwise);
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
