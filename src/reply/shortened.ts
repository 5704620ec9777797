/**
 * Cuts a name, never a quote, to what a place can show.
 *
 * @param most UTF-16 units, at least 2
 * @returns the name, or its beginning and an ellipsis; no character is cut in two
 */
export function shortened(name: string, most: number): string {
  if (name.length <= most) return name
  const cut = name.slice(0, most - 1)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}
