type Point = readonly [number, number]
/** A corner of a cell, and who lies beyond the side that begins there: a site by its place in the list, or −1 for the frame. */
interface Corner {
  readonly at: Point
  readonly beyond: number
}

/** What of a cell is nearer to its site than to another: the corners on the near side, and where the sides cross the middle. */
function clip(cell: readonly Corner[], [x, y]: Point, [u, v]: Point, other: number): readonly Corner[] {
  const past = cell.map(({ at: [a, b] }) => (a - (x + u) / 2) * (u - x) + (b - (y + v) / 2) * (v - y))
  if (past.every((one) => one <= 0)) return cell
  return cell.flatMap((corner, k) => {
    const next = (k + 1) % cell.length
    const [here, there] = [past[k]!, past[next]!]
    const [[a, b], [c, d]] = [corner.at, cell[next]!.at]
    const share = here / (here - there)
    const crossing = (beyond: number): Corner => ({ at: [a + share * (c - a), b + share * (d - b)], beyond })
    if (here <= 0) return there > 0 ? [corner, crossing(other)] : [corner]
    return there <= 0 ? [crossing(corner.beyond)] : []
  })
}

/**
 * Borders between groups of sites in a frame, as a path: every point of the frame belongs to the nearest site, and a border is where
 * the nearest two are of different groups. Each cell is cut out by all other sites; a county has some hundred.
 */
export function bordersOf(sites: readonly Point[], groups: readonly string[], width: number, height: number): string {
  const frame = [[0, 0], [width, 0], [width, height], [0, height]] as const
  return sites
    .map((site, k) => {
      const cell = sites.reduce((left, other, n) => (n === k ? left : clip(left, site, other, n)), frame.map((at): Corner => ({ at, beyond: -1 })) as readonly Corner[])
      return cell.map(({ at, beyond }, c) => (beyond > k && groups[beyond] !== groups[k] ? `M${at.join(',')}L${cell[(c + 1) % cell.length]!.at.join(',')}` : '')).join('')
    })
    .join('')
}
