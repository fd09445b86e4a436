import { describe, expect, it } from 'vitest'
import { allotPlaces, largestRemainder, type AllotmentRule, type AllotmentSchool } from '../../../src/engine/norms/quota-allotment.ts'
import { allotSeveral } from '../../../src/engine/norms/quota-allotment-several.ts'
import { fc } from '../../support/property.ts'

const plain: AllotmentRule = { tiltRural: 0, tiltWeak: 0, mergeBelow: 0 }
const school = (id: number, eligible: number, more: Partial<AllotmentSchool> = {}): AllotmentSchool => ({
  id,
  eligible,
  rural: false,
  weak: false,
  ...more,
})
const byId = (id: number): number => id
const placesOf = (units: readonly { readonly places: number }[]): number[] => units.map((u) => u.places)

describe('largest remainder', () => {
  it('gives the textbook answer for 47, 16, 15.8, 12, 6.1, 3.1 thousand votes and 10 seats', () => {
    const shares = largestRemainder(10, [47000, 16000, 15800, 12000, 6100, 3100], [1, 2, 3, 4, 5, 6], byId)
    expect(placesOf(shares)).toEqual([5, 2, 1, 1, 1, 0])
    expect(shares.map((s) => s.floor)).toEqual([4, 1, 1, 1, 0, 0])
    expect(shares[0]!.remainder).toBeCloseTo(0.7, 12)
    expect(shares[0]!.rank).toBe(1)
    expect(shares[4]!.rank).toBe(2)
  })

  it('lets the lottery decide equal remainders and says so', () => {
    const numbers: Record<number, number> = { 7: 30, 8: 10, 9: 20 }
    const shares = largestRemainder(2, [100, 100, 100], [7, 8, 9], (id) => numbers[id]!)
    expect(placesOf(shares)).toEqual([0, 1, 1])
    expect(shares.map((s) => s.byLottery)).toEqual([true, true, true])
    const sure = largestRemainder(3, [100, 100, 100], [7, 8, 9], (id) => numbers[id]!)
    expect(sure.map((s) => s.byLottery)).toEqual([false, false, false])
  })

  it('breaks a tied lottery by id', () => {
    expect(placesOf(largestRemainder(1, [5, 5], [20, 10], () => 1))).toEqual([0, 1])
  })
})

describe('allotPlaces', () => {
  it('counts eligible leavers and shows the arithmetic', () => {
    // 300 + 200 + 100 leavers, 20 places: 10, 6.667, 3.333
    const { units, unallotted } = allotPlaces(20, [school(1, 300), school(2, 200), school(3, 100)], plain, byId)
    expect(placesOf(units)).toEqual([10, 7, 3])
    expect(units.map((u) => u.floor)).toEqual([10, 6, 3])
    expect(units[1]!.quota).toBeCloseTo(20 / 3, 12)
    expect(units[1]!.rank).toBe(1)
    expect(unallotted).toBe(0)
  })

  it('tilts towards rural and weak schools', () => {
    // weights 100 and 100 × 1.5: 25 places → 10 and 15
    const rural = [school(1, 100), school(2, 100, { rural: true })]
    expect(placesOf(allotPlaces(25, rural, { ...plain, tiltRural: 0.5 }, byId).units)).toEqual([10, 15])
    // weights 100 and 100 × (1 + 0.5 + 0.5) → a third and two thirds of 30
    const both = [school(1, 100), school(2, 100, { rural: true, weak: true })]
    expect(placesOf(allotPlaces(30, both, { ...plain, tiltRural: 0.5, tiltWeak: 0.5 }, byId).units)).toEqual([10, 20])
  })

  it('quality mode replaces the tilts and rewards strong schools', () => {
    const rule = { ...plain, tiltRural: 9, quality: { base: 1, slope: 1 } }
    expect(placesOf(allotPlaces(30, [school(1, 100, { quality: 1 }), school(2, 100, { rural: true })], rule, byId).units)).toEqual([20, 10])
  })

  it('merges tiny schools into one unit, by size or because they earn less than one place', () => {
    const schools = [school(1, 190), school(2, 4), school(3, 6), school(4, 0)]
    const bySize = allotPlaces(20, schools, { ...plain, mergeBelow: 8 }, byId)
    expect(bySize.units.map((u) => u.schools)).toEqual([[0], [1, 2]])
    expect(placesOf(bySize.units)).toEqual([19, 1])
    expect([...bySize.unitOf]).toEqual([0, 1, 1, -1])
    const byPlace = allotPlaces(20, schools, { ...plain, mergeBelowOnePlace: true }, byId)
    expect(byPlace.units.map((u) => u.schools)).toEqual([[0], [1, 2]])
  })

  it('allots to districts first, then inside them', () => {
    const schools = [school(1, 60, { district: 'a' }), school(2, 60, { district: 'a' }), school(3, 60, { district: 'b' })]
    // 10 places: a 6.67 → 7, b 3.33 → 3; inside a 3.5 each, the tie goes to the lower lottery number
    const { units, districts } = allotPlaces(10, schools, { ...plain, twoLevels: true }, byId)
    expect(districts.map((d) => [d.district, d.places])).toEqual([
      ['a', 7],
      ['b', 3],
    ])
    expect(placesOf(units)).toEqual([4, 3, 3])
    expect(units[0]!.byLottery).toBe(true)
  })

  it('gives nothing where nobody is eligible, and says how much is left', () => {
    expect(allotPlaces(5, [school(1, 0)], plain, byId)).toMatchObject({ units: [], unallotted: 5 })
  })

  it('refuses places that are not whole', () => {
    expect(() => allotPlaces(2.5, [school(1, 3)], plain, byId)).toThrow('2.5 places')
  })

  it('does not depend on the order of schools, adds up, and stays within one place of the exact quota', () => {
    const schools = fc.array(
      fc.record({ eligible: fc.nat(400), rural: fc.boolean(), weak: fc.boolean(), district: fc.constantFrom('a', 'b', 'c') }),
      { minLength: 1, maxLength: 20 },
    )
    const rules = fc.record({
      tiltRural: fc.double({ min: 0, max: 2, noNaN: true }),
      tiltWeak: fc.constantFrom(0, 0.1, 0.3),
      mergeBelow: fc.constantFrom(0, 30),
      mergeBelowOnePlace: fc.boolean(),
      twoLevels: fc.boolean(),
    })
    fc.assert(
      fc.property(schools, rules, fc.nat(500), (rows, rule, places) => {
        const list = rows.map((row, i) => ({ ...row, id: i + 1 }))
        const hash = (id: number): number => (id * 7919) % 31
        const there = allotPlaces(places, list, rule, hash)
        const back = allotPlaces(places, list.slice().reverse(), rule, hash)
        expect(there.units.reduce((s, u) => s + u.places, there.unallotted)).toBe(places)
        for (const u of there.units) {
          expect(Math.abs(u.places - u.quota)).toBeLessThan(1)
          expect(back.units.find((v) => v.id === u.id)!.places).toBe(u.places)
        }
      }),
    )
  })
})

describe('allotSeveral', () => {
  const schools = [school(1, 100), school(2, 100), school(3, 100)]
  const lottery = (id: number): number => id

  it('rounds every senior high by itself, or the total once', () => {
    const seniors = [
      { id: 1, plan: 8, share: 0.5 },
      { id: 2, plan: 16, share: 0.5 },
    ]
    // 4 places: 1.33 each, the extra one goes to school 1; 8 places: 2.67 each, the extra two go to schools 1 and 2
    const each = allotSeveral(seniors, schools, plain, 'each', lottery)
    expect(each.bySenior.map((a) => placesOf(a.units))).toEqual([
      [2, 1, 1],
      [3, 3, 2],
    ])
    // 12 places packed: 4 each, so nobody loses twice
    const packed = allotSeveral(seniors, schools, plain, 'packed', lottery)
    expect(placesOf(packed.total!.units)).toEqual([4, 4, 4])
    expect(packed.bySenior.map((a) => placesOf(a.units))).toEqual([
      [2, 1, 1],
      [2, 3, 3],
    ])
  })

  it('packed: sums agree by senior high and by school', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(900), { minLength: 1, maxLength: 4 }),
        (eligible, plans) => {
          fc.pre(eligible.some((e) => e > 0))
          const result = allotSeveral(
            plans.map((plan, i) => ({ id: i, plan, share: 0.5 })),
            eligible.map((e, i) => school(i + 1, e)),
            plain,
            'packed',
            (id, h) => (id * 31 + h * 17) % 13,
          )
          result.bySenior.forEach((a, h) => expect(a.units.reduce((s, u) => s + u.places, 0)).toBe(result.pools[h]))
          result.total!.units.forEach((u, k) => expect(result.bySenior.reduce((s, a) => s + a.units[k]!.places, 0)).toBe(u.places))
        },
      ),
    )
  })
})
