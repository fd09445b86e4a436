/**
 * Moves labels apart: each keeps its order and lies at least `gap` from its neighbour, as near as possible to where it
 * belongs, inside 0 to `height`.
 */
export function spread(wanted: readonly number[], gap: number, height: number): readonly number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
  const placed: number[] = new Array<number>(wanted.length).fill(0)
  let floor = 0
  for (const k of order) {
    placed[k] = Math.max(wanted[k]!, floor)
    floor = placed[k]! + gap
  }
  let ceiling = height
  for (const k of [...order].reverse()) {
    placed[k] = Math.min(placed[k]!, ceiling)
    ceiling = placed[k]! - gap
  }
  return placed
}

/** Breadth of a label in letters of 12 px: Chinese letters are square, digits wide. An estimate, on the wide side. */
const breadthOf = (label: string): number => [...label].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 12 : /\d/.test(letter) ? 7.7 : 6.4), 0)

/**
 * Every how many of the labels on an axis are shown so that none touches its neighbour: 1 = all of them.
 *
 * @param labels in the order of the axis
 * @param step   pixels from one to the next
 * @param scale  size of the letters to 12 px
 */
export function everyWhich(labels: readonly string[], step: number, scale: number): number {
  const room = 6
  const fits = (every: number) => {
    const shown = labels.filter((_, k) => k % every === 0).map((label) => breadthOf(label) * scale)
    return shown.every((breadth, k) => k === 0 || (breadth + shown[k - 1]!) / 2 + room <= step * every)
  }
  for (let every = 1; every < labels.length; every++) if (fits(every)) return every
  return Math.max(labels.length, 1)
}
