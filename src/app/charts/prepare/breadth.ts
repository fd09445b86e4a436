/** Pixels that a text of a size takes across: an estimate, on the wide side. Chinese letters are square, digits wider than Latin letters. */
export const breadthOf = (text: string, size: number): number => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1.02 : /\d/.test(letter) ? 0.64 : 0.56) * size, 0)

/** As much of a text as fits, with an ellipsis where that is not all. */
export function cutTo(text: string, size: number, width: number): string {
  if (breadthOf(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && breadthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
