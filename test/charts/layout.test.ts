import { describe, expect, it } from 'vitest'
import { everySecond, everyWhich, placeEnds, spread } from '../../src/app/charts/prepare/spread.ts'
import { dodge } from '../../src/app/charts/prepare/swarm.ts'
import { layOut, mapMarks, markRadius } from '../../src/app/charts/prepare/school-map.ts'
import { fc } from '../support/property.ts'
import { handFrame, handRun, handStandard } from './hand-county.ts'

describe('a swarm', () => {
  it('puts the first dot in the middle and the next beside it, left first', () => {
    expect(dodge([10, 10, 10], 8, 40)).toEqual([0, -8, 8])
  })
  it('never overlaps while there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 }), (ys) => {
        const xs = dodge(ys, 8, 400)
        return ys.every((y, a) => ys.every((z, b) => a === b || (xs[a]! - xs[b]!) ** 2 + (y - z) ** 2 >= 8 * 8 * 0.97))
      }),
    )
  })
  it('of more than have room side by side overlaps, but hides none behind another', () => {
    // seven dots of 10 fit from −30 to 30, six more halfway between them, the rest between those
    const xs = dodge(new Array<number>(20).fill(0), 10, 30)
    expect(xs.slice(0, 7)).toEqual([0, -10, 10, -20, 20, -30, 30])
    expect(new Set(xs.slice(7, 13).map((x) => Math.abs(x) % 10))).toEqual(new Set([5]))
    expect([new Set(xs).size, xs.every((x) => Math.abs(x) <= 30)]).toEqual([20, true])
  })
  it('is the same for the same values', () => {
    const ys = [3, 9, 4, 4, 4, 8, 1]
    expect(dodge(ys, 6, 30)).toEqual(dodge(ys, 6, 30))
  })
})

describe('labels', () => {
  it('move apart as little as needed and keep their order', () => {
    // 2 apart, 10 wanted: 4 each
    expect(spread([50, 52], 10, 100)).toEqual([46, 56])
    expect(spread([50, 52, 80], 10, 100)).toEqual([46, 56, 80])
    expect(spread([98, 97], 10, 100)).toEqual([100, 90])
  })
  it('at the ends of lines name each line where none has to go far from its own, else one stands for those in the background', () => {
    const end = (label: string, y: number) => ({ label, y, strong: false, colour: '' })
    const named = [end('plan', 30), end('limit', 50)]
    const said = (context: readonly ReturnType<typeof end>[], height: number) => placeEnds(named, context, 'others', (y) => y, 15, height).map(({ label, from, at }) => [label, from, at])
    expect(said([end('a', 80), end('b', 99)], 120)).toEqual([['plan', 30, 30], ['limit', 50, 50], ['a', 80, 80], ['b', 99, 99]])
    // five at the limit would push its label 75 pixels away: one label, at the line farthest from plan and limit
    expect(said([...'abcde'].map((name) => end(name, 49)).concat(end('f', 90)), 200)).toEqual([['plan', 30, 30], ['limit', 50, 50], ['others', 90, 90]])
    expect(said([], 120)).toEqual([['plan', 30, 30], ['limit', 50, 50]])
  })
  it('of years stay where they are when the year looked at moves', () => {
    const years = [2025, 2026, 2027, 2028, 2029]
    expect([0, 1, 2, 3, 4].map((shown) => everySecond(years, shown).map(({ year }) => year))).toEqual([[2025, 2027, 2029], [2026, 2027, 2029], [2025, 2027, 2029], [2025, 2028, 2029], [2025, 2027, 2029]])
    // the last of an even number of years takes the place of the one before
    expect(everySecond(years.slice(0, 4), 3).map(({ year, y }) => [year, y])).toEqual([[2025, 0], [2028, 3]])
  })
  it('on an axis are thinned until none touches the next, and no further', () => {
    const years = ['2025', '2027', '2029', '2031', '2033']
    // four digits of 7.7 and 6 between: 36.8 pixels
    expect([37, 36, 18.4, 18.3].map((step) => everyWhich(years, step, 1))).toEqual([1, 2, 2, 3])
    // on a projector letters are twice as large
    expect(everyWhich(years, 37, 2)).toBe(2)
    // a short label leaves room to the long one beside it
    expect(everyWhich(['Town', 'Township', 'Rural'], 50, 1)).toBe(1)
    expect(everyWhich(['县城', '镇区', '乡村'], 31, 1)).toBe(1)
    expect(everyWhich(['县城', '镇区', '乡村'], 29, 1)).toBe(2)
    expect([everyWhich([], 10, 1), everyWhich(years, 0.1, 1)]).toEqual([1, 5])
  })
})

describe('the map', () => {
  const sites = Array.from({ length: 60 }, (_, k) => ({ schoolId: k, x: Math.cos(k) * k, y: Math.sin(k) * k }))
  it('keeps every campus inside the picture and none on another', () => {
    const at = [...layOut(sites, 420, 280, 5).values()]
    expect(at.every(([x, y]) => x >= 12 && x <= 408 && y >= 12 && y <= 268)).toBe(true)
    const nearest = Math.min(...at.flatMap((a, i) => at.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1]))))
    expect(nearest).toBeGreaterThan(5)
  })
  it('in a low picture on a projector keeps marks apart and piles none up at the edges', () => {
    const at = [...layOut(sites, 580, 130, 7).values()]
    expect(at.every(([x, y]) => x >= 15 && x <= 565 && y >= 15 && y <= 115)).toBe(true)
    const nearest = Math.min(...at.flatMap((a, i) => at.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1]))))
    // their shapes do not touch
    expect(nearest).toBeGreaterThan(13)
  })
  it('draws marks large for a room where the picture is high, small where they would leave their places', () => {
    // a part in 22 of 99 is less than 5; of 300 it is more than 9, and 82 marks of 9 have room
    expect([markRadius(576, 99, 82, true), markRadius(850, 300, 82, true), markRadius(420, 280, 82, false)]).toEqual([5, 9, 5.6])
    expect(markRadius(600, 154, 82, true)).toBe(7)
  })
  it('does not depend on the order in which campuses come', () => {
    const there = layOut(sites, 420, 280, 5).get(7)
    expect(layOut([...sites].sort((a, b) => a.schoolId - b.schoolId), 420, 280, 5).get(7)).toEqual(there)
  })
})

describe('a mark on the map', () => {
  it('of a nine-year school tells how both its stages stand, of another only its own', () => {
    const junior = { ...handFrame.facts[0]!, section: 2, level: 'junior' as const }
    const frame = { ...handFrame, facts: [handFrame.facts[0]!, handFrame.facts[1]!, junior] }
    const year = { cv: 0.3, values: [0.9, 1.2, 0.5] as const }
    const run = handRun(1, [year, year, year])
    const marks = (level: 'primary' | 'junior') => mapMarks(frame, handStandard, level, 'Q2', [run], 0).map(({ schoolId, standing, other }) => ({ schoolId, standing, other }))
    expect(marks('primary')).toEqual([
      { schoolId: 11, standing: 'meets', other: undefined },
      { schoolId: 10, standing: 'near', other: 'fails' },
    ])
    expect(marks('junior')).toEqual([{ schoolId: 10, standing: 'fails', other: 'near' }])
  })
})
