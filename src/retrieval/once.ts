/** Makes a thing when it is first asked for, and keeps it: a process that answers one question needs few of them. */
export function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}
