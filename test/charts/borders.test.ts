import { Delaunay } from 'd3'
import { describe, expect, it } from 'vitest'
import { bordersOf } from '../../src/app/charts/prepare/borders.ts'

const segments = (path: string) => [...path.matchAll(/M([^L]+)L([^M]+)/g)].map(([, from, to]) => [from!, to!].map((end) => end.split(',').map(Number) as [number, number]))
const lengthOf = (path: string) => segments(path).reduce((sum, [from, to]) => sum + Math.hypot(to![0] - from![0], to![1] - from![1]), 0)

describe('borders of townships on the map', () => {
  it('lie half-way between two sites of different groups, across the frame', () => {
    expect(bordersOf([[20, 50], [60, 50]], ['a', 'b'], 100, 80)).toBe('M40,0L40,80')
  })
  it('are none inside a group, and none around what stands in one place', () => {
    expect(bordersOf([[20, 50], [60, 50]], ['a', 'a'], 100, 80)).toBe('')
    expect(bordersOf([[20, 50], [20, 50]], ['a', 'b'], 100, 80)).toBe('')
    expect(bordersOf([], [], 100, 80)).toBe('')
  })
  it('meet where three are equally near', () => {
    // right angle at the first site: the middles of both legs and of the long side meet in (50, 40)
    const ends = segments(bordersOf([[30, 20], [70, 20], [30, 60]], ['a', 'b', 'c'], 100, 80)).flat().map((end) => end.map((one) => Number(one.toFixed(9))).join(' '))
    expect(ends.filter((end) => end === '50 40')).toHaveLength(3)
  })
  it('are those of Voronoi cells', () => {
    const sites = Array.from({ length: 120 }, (_, k) => [400 * ((k * 0.754877666) % 1), 300 * ((k * 0.569840291) % 1)] as [number, number])
    const groups = sites.map(([x]) => String(Math.floor(x / 80)))
    const cells = Delaunay.from(sites).voronoi([0, 0, 400, 300])
    let expected = 0
    sites.forEach((_, k) => {
      for (const n of cells.neighbors(k)) {
        if (n < k || groups[n] === groups[k]) continue
        const other = cells.cellPolygon(n)
        const [from, to] = cells.cellPolygon(k).slice(0, -1).filter(([x, y]) => other.some(([u, v]) => Math.hypot(u - x, v - y) < 1e-6))
        expected += Math.hypot(to![0] - from![0], to![1] - from![1])
      }
    })
    expect(lengthOf(bordersOf(sites, groups, 400, 300))).toBeCloseTo(expected, 6)
  })
})
