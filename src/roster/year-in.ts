/** A school year named in a text, such as a file’s name. */
export const yearIn = (text: string): number | null => {
  const found = /(?:^|\D)(20[0-4]\d)(?!\d)/.exec(text)
  return found ? Number(found[1]) : null
}
