/**
 * Number of single-character edits (insert, delete, replace, swap of neighbours) that turn one text into the other.
 * Counts a swap as one edit because swapped letters are the commonest slip of a typing hand.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

const comparable = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * The known name nearest to what was written, or undefined if none is near enough to be meant: at most a third of its
 * letters may differ. Case, hyphens and dots do not count. Ties go to the name listed first.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = comparable(written.slice(0, 80))
  let best: string | undefined
  let least = Infinity
  for (const name of known) {
    const other = comparable(name)
    const distance = wanted !== '' && other.startsWith(wanted) && wanted.length >= 4 ? 1 : editDistance(wanted, other)
    if (distance < least && distance <= Math.max(1, Math.floor(other.length / 3))) {
      best = name
      least = distance
    }
  }
  return best
}
