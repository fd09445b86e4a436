import { describe, expect, test } from 'vitest'
import { byCodeUnit, lowest, nthAscending, sortAscending, sortedBy } from '../../../src/engine/kernel/order.ts'
import { fc } from '../../support/property.ts'

const same = (row: number): number => row

describe('sortedBy', () => {
  test('sorts by key, equal keys by id, and leaves its input alone', () => {
    const key = [3, 1, 2, 1, 2]
    const id = [10, 50, 30, 20, 40]
    const rows = [0, 1, 2, 3, 4]
    expect(sortedBy(rows, (r) => key[r]!, (r) => id[r]!)).toEqual([3, 1, 2, 4, 0])
    expect(rows).toEqual([0, 1, 2, 3, 4])
  })

  test('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }), fc.func(fc.integer({ min: 0, max: 3 })), (rows, key) => {
        const sorted = sortedBy(rows, key, same)
        expect(sortedBy(rows.slice().reverse(), key, same)).toEqual(sorted)
        for (let i = 1; i < sorted.length; i++) expect(key(sorted[i - 1]!) < key(sorted[i]!) || (key(sorted[i - 1]!) === key(sorted[i]!) && sorted[i - 1]! < sorted[i]!)).toBe(true)
      }),
      { seed: 1 },
    )
  })
})

describe('lowest', () => {
  const number = (id: number): number => [7, 3, 3, 9, 1][id]!
  const rows = [0, 1, 2, 3, 4]

  test('takes the lowest lottery numbers, ties by id', () => {
    expect(lowest(rows, 2, number, same)).toEqual([4, 1])
    expect(lowest(rows, 3, number, same)).toEqual([4, 1, 2])
    expect(lowest(rows, 0, number, same)).toEqual([])
    expect(lowest(rows, -1, number, same)).toEqual([])
    expect(lowest(rows, 9, number, same)).toEqual([4, 1, 2, 0, 3])
  })

  test('changes by at most one place when one more takes part', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (ids, count) => {
        const lottery = (id: number): number => Math.imul(id + 1, 0x9e3779b1) >>> 0
        const without = lowest(ids.slice(1), count, lottery, same)
        const drawn = lowest(ids, count, lottery, same)
        expect(without.filter((id) => !drawn.includes(id)).length).toBeLessThanOrEqual(1)
      }),
      { seed: 2 },
    )
  })
})

test('byCodeUnit orders as code units do, not as a language does', () => {
  expect(['b', 'Z', 'é', 'a', '中'].sort(byCodeUnit)).toEqual(['Z', 'a', 'b', 'é', '中'])
  expect(byCodeUnit('a', 'a')).toBe(0)
})

test('sortAscending sorts numbers as numbers', () => {
  expect([...sortAscending(Float64Array.of(10, 9, -1, 0.5, -Infinity))]).toEqual([-Infinity, -1, 0.5, 9, 10])
  expect([...sortAscending(Int32Array.of(10, 9, -1))]).toEqual([-1, 9, 10])
  const part = Uint32Array.of(5, 4, 3, 2)
  sortAscending(part.subarray(1, 3))
  expect([...part]).toEqual([5, 3, 4, 2])
})

test('nthAscending finds what would stand there after sorting, among equal numbers and in part of an array too', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 60 }), fc.nat(), (values, at) => {
      const nth = at % values.length
      const expected = values.slice().sort((a, b) => a - b)[nth]
      const padded = Float64Array.of(...values, -99, 99)
      expect(nthAscending(padded, values.length, nth)).toBe(expected)
      // only the order has changed
      expect([...padded.subarray(0, values.length)].sort((a, b) => a - b)).toEqual(values.slice().sort((a, b) => a - b))
      expect([...padded.subarray(values.length)]).toEqual([-99, 99])
    }),
    { seed: 6 },
  )
})
