import { describe, expect, it } from 'vitest'
import { bordersOf } from '../../src/app/charts/prepare/borders.ts'

const segments = (path: string) => [...path.matchAll(/M([^L]+)L([^M]+)/g)].map(([, from, to]) => [from!, to!].map((end) => end.split(',').map(Number) as [number, number]))

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
  it('are everywhere as far from a site of one group as from one of another, and part the frame where groups do', () => {
    const sites = Array.from({ length: 120 }, (_, k) => [400 * ((k * 0.754877666) % 1), 300 * ((k * 0.569840291) % 1)] as [number, number])
    const groups = sites.map(([x]) => String(Math.floor(x / 80)))
    const borders = segments(bordersOf(sites, groups, 400, 300))
    /** How near the nearest site of every group is. */
    const near = (x: number, y: number) => {
      const away = new Map<string, number>()
      sites.forEach(([u, v], k) => away.set(groups[k]!, Math.min(away.get(groups[k]!) ?? Infinity, Math.hypot(u - x, v - y))))
      return [...away].sort(([, a], [, b]) => a - b)
    }
    for (const [from, to] of borders) {
      const [one, other] = near((from![0] + to![0]) / 2, (from![1] + to![1]) / 2)
      expect(other![1]).toBeCloseTo(one![1], 6)
    }
    // along a line across the frame the nearest site is of another group exactly where borders are crossed
    for (const y of [37.123, 150.456, 281.789]) {
      const own = Array.from({ length: 2001 }, (_, k) => near(k / 5, y)[0]![0])
      const changes = own.filter((group, k) => k > 0 && group !== own[k - 1]).length
      const crossed = borders.filter(([from, to]) => from![1] < y !== to![1] < y).length
      expect([y, crossed]).toEqual([y, changes])
    }
  })
})
