import { Delaunay } from 'd3'

type Point = readonly [number, number]
type Cells = ReturnType<Delaunay<[number, number]>['voronoi']>

/** The side that two cells share, as a path; empty where they touch at most in a corner. */
function sideOf(cells: Cells, a: number, b: number): string {
  const [mine, theirs] = [cells.cellPolygon(a) ?? [], cells.cellPolygon(b) ?? []]
  const both = mine.slice(0, -1).filter(([x, y]) => theirs.some(([u, v]) => Math.abs(u - x) < 1e-6 && Math.abs(v - y) < 1e-6))
  return both.length >= 2 ? `M${both[0]!.join(',')}L${both[1]!.join(',')}` : ''
}

/**
 * Borders between groups of sites in a frame, as a path: every point of the frame belongs to the nearest site, and a border is where
 * the nearest two are of different groups. A single site has none.
 */
export function bordersOf(sites: readonly Point[], groups: readonly string[], width: number, height: number): string {
  if (sites.length < 2) return ''
  const cells = Delaunay.from(sites.map(([x, y]) => [x, y] as [number, number])).voronoi([0, 0, width, height])
  return sites.map((_, k) => [...cells.neighbors(k)].filter((n) => n > k && groups[n] !== groups[k]).map((n) => sideOf(cells, k, n)).join('')).join('')
}
