// A value that is made when it is first asked for. Tables that few programs look at are made this way: a start would pay for all of them.

/** Answers what `make` answers, which is called once, at the first call. */
export function onDemand<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
