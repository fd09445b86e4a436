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
