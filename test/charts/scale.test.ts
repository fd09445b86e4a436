import { scaleLinear } from 'd3'
import { describe, expect, it } from 'vitest'
import { atMost, linear } from '../../src/app/charts/scale.ts'
import { fc } from '../support/property.ts'

describe('a straight scale', () => {
  it('lies where d3’s does, to the bit, with the same ticks', () => {
    const ends = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 })).map(([a, b]) => [a / 7, b / 7] as const)
    fc.assert(
      fc.property(ends, ends, fc.double({ min: -2e6, max: 2e6, noNaN: true }), fc.integer({ min: 2, max: 12 }), ([low, high], [from, to], value, count) => {
        fc.pre(low < high)
        const theirs = scaleLinear([low, high], [from, to])
        const ours = linear([low, high], [from, to])
        expect(ours(value)).toBe(theirs(value))
        expect(ours.ticks(count)).toEqual(theirs.ticks(count))
      }),
    )
  })
  it('has at most five ticks on an axis, where d3 answers a wish of five by eight', () => {
    expect(atMost(linear([0, 0.7], [0, 1]), 5)).toEqual([0, 0.2, 0.4, 0.6])
    expect(atMost(linear([0, 1], [0, 1]), 5)).toEqual([0, 0.5, 1])
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (high) => atMost(linear([0, high], [0, 1]), 5).length <= 5))
  })
  it('puts everything in the middle where the domain is one value', () => expect(linear([3, 3], [0, 10])(3)).toBe(5))
})
