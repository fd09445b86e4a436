import { describe, expect, test } from 'vitest'
import { firstClass, firstPupil, sinkSlot } from '../../../src/engine/county/cohorts.ts'
import { createRules, type County } from '../../../src/engine/county/county.ts'
import { sectionRow, smallCounty, smallYear } from '../../support/small-county.ts'
import { runProcess, type StepOptions } from './small-year.ts'

const { townshipJunior, townJunior } = sectionRow
const graduate = (county: County, { set = {}, ...more }: StepOptions = {}) => runProcess('graduation', county, { ...more, set: { applyGap: 0, ...set } })
const both = (column: Int32Array): number[] => [column[townshipJunior]!, column[townJunior]!]

/** Scores of the 40 township and 80 town leavers, best first; no chance in the exam. */
function scored(township: number, town: number): County {
  const county = smallCounty()
  const first = firstPupil(county, 8)
  for (let i = 0; i < 120; i++) county.pupils.durable[first + i] = (i < 40 ? township : town) - (i < 40 ? i : i - 40) / 1000
  return county
}
const exact = { examNoise: 0, applyGap: 0 }

describe('key senior highs', () => {
  // 120 leavers, 0.2 of them: 24 places, of which half are directed: 4 to the 40 of the township, 8 to the 80 of the town

  test('places follow leavers and the county’s own share; admissions fill them', () => {
    const county = smallCounty()
    graduate(county)
    expect(both(county.sections.leavers)).toEqual([40, 80])
    expect(both(county.sections.quotaPlaces)).toEqual([4, 8])
    expect([county.seniors.seats[0], county.seniors.quotaSeats[0]]).toEqual([24, 12])
    const [a, b] = both(county.sections.keyAdmitted)
    expect(a! + b!).toBe(24)
    expect(county.sections.keyChance[townshipJunior]).toBe(a! / 40)
    const [general, generalTown] = both(county.sections.generalAdmitted)
    // 0.6 of 120 go to general senior highs, key schools included
    expect(general! + generalTown!).toBe(72)
  })

  test('open competition first: the best 12 of the county, then each school’s next best', () => {
    // every town leaver is ahead of every township one
    const county = scored(0, 1)
    graduate(county, { set: exact })
    // town: 12 open and 8 directed; township: 4 directed
    expect(both(county.sections.keyAdmitted)).toEqual([4, 20])
    expect(both(county.sections.keyByQuota)).toEqual([4, 8])
    // in open competition all 24 would have been the town’s: four of its leavers are displaced
    expect(both(county.sections.displaced)).toEqual([0, 4])
    expect(county.sections.quotaCut[townshipJunior]).toBeCloseTo(-0.003, 12)
    expect(county.sections.quotaCut[townJunior]).toBeCloseTo(1 - 0.019, 12)
    expect(county.seniors.openCut[0]).toBeCloseTo(1 - 0.011, 12)
  })

  test('quota first: each school’s best take the directed places, then the county’s next best compete', () => {
    const county = scored(0, 1)
    const rules = createRules(6)
    rules.county.quotaOrder = 1
    graduate(county, { set: exact, rules })
    expect(both(county.sections.keyByQuota)).toEqual([4, 8])
    expect(both(county.sections.keyAdmitted)).toEqual([4, 20])
    expect(county.sections.quotaCut[townJunior]).toBeCloseTo(1 - 0.007, 12)
    expect(county.seniors.openCut[0]).toBeCloseTo(1 - 0.019, 12)
  })

  test('a floor sends unfilled places back to open competition, or lets them lapse', () => {
    const county = scored(0, 1)
    // the line without any quota is the 24th of town, 0.977; half an SD below it nobody of the township stands
    graduate(county, { set: exact, settings: { quota: { share: 0.5, order: 'open-first', floor: 0.5, residency: 3, returned: true } } })
    expect(both(county.sections.keyAdmitted)).toEqual([0, 24])
    const lapsed = scored(0, 1)
    graduate(lapsed, { set: exact, settings: { quota: { share: 0.5, order: 'open-first', floor: 0.5, residency: 3, returned: false } } })
    expect(both(lapsed.sections.keyAdmitted)).toEqual([0, 20])
    expect(lapsed.sections.quotaCut[townshipJunior]).toBeNaN()
  })

  test('this year’s rules override the county’s own', () => {
    const county = scored(0, 1)
    const rules = createRules(6)
    rules.county.quotaShare = 0.75
    graduate(county, { set: exact, rules })
    expect(both(county.sections.quotaPlaces)).toEqual([6, 12])
    expect(both(county.sections.keyAdmitted)).toEqual([6, 18])
  })

  test('a share of nothing leaves open competition; fixed places are never exceeded', () => {
    const county = scored(0, 1)
    const rules = createRules(6)
    rules.county.quotaShare = 0
    graduate(county, { set: exact, rules })
    expect(both(county.sections.keyAdmitted)).toEqual([0, 24])
    expect(both(county.sections.keyByQuota)).toEqual([0, 0])
  })

  test('tilt weighs leavers outside the county town more', () => {
    const county = scored(0, 1)
    const rules = createRules(6)
    rules.county.quotaTiltRural = 1
    graduate(county, { set: exact, rules })
    // 40 × 2 : 80 × 1
    expect(both(county.sections.quotaPlaces)).toEqual([6, 6])
  })

  test('who came later than the residency asks has no directed place', () => {
    const county = scored(0, 1)
    const first = firstPupil(county, 8)
    // the township's best ten came a year late
    for (let i = first; i < first + 10; i++) county.pupils.since[i] = smallYear - 1
    graduate(county, { set: exact })
    expect(both(county.sections.eligible)).toEqual([30, 80])
    // 12 × 30 ÷ 110 = 3.27, 12 × 80 ÷ 110 = 8.73: three and nine
    expect(both(county.sections.quotaPlaces)).toEqual([3, 9])
    expect(county.sections.quotaCut[townshipJunior]).toBeCloseTo(-0.012, 12)
    const rules = createRules(6)
    rules.county.quotaResidency = 0
    const free = scored(0, 1)
    for (let i = first; i < first + 10; i++) free.pupils.since[i] = smallYear - 1
    graduate(free, { set: exact, rules })
    expect(both(free.sections.eligible)).toEqual([40, 80])
  })

  test('rural pupils who do not apply at an equal score are the share that is set', () => {
    let admitted = 0
    for (let seed = 1; seed <= 200; seed++) {
      const county = scored(1, 0)
      // everybody in the township school comes from a village; all 24 places are open
      const first = firstPupil(county, 8)
      county.pupils.home.fill(2, first, first + 40)
      const rules = createRules(6)
      rules.county.quotaShare = 0
      graduate(county, { rules, seed, set: { examNoise: 0, applyGap: 0.5 } })
      admitted += county.sections.keyAdmitted[townshipJunior]!
    }
    // 40 of whom half apply: 20 on average, never above 24; standard error 0.2
    expect(Math.abs(admitted / 200 - 20)).toBeLessThan(1.2)
  })
})

describe('dropout', () => {
  test('takes juniors far behind in grades 7 and 8 only, at the rate that is set times the policy’s', () => {
    const county = smallCounty()
    for (const b of [5, 6, 7, 8]) county.pupils.durable.fill(-2, firstPupil(county, b), firstPupil(county, b) + county.blocks.size[b]!)
    county.pupils.durable[firstPupil(county, 6)] = -1.19
    graduate(county, { set: { dropout: 1, farBehind: -1.2 } })
    const gone = [5, 6, 7, 8].map((b) => Array.from({ length: county.blocks.size[b]! }, (_, i) => county.pupils.slot[firstPupil(county, b) + i]).filter((slot) => slot === sinkSlot(county)).length)
    expect(gone).toEqual([0, 119, 120, 0])
    expect(both(county.sections.dropouts)).toEqual([79, 160])
    const base = firstClass(county, 7)
    expect(Array.from(county.classes.size.subarray(base, base + county.capacity.slots))).toEqual(new Array(county.capacity.slots).fill(0))
    const kept = smallCounty()
    kept.pupils.durable.fill(-2)
    const rules = createRules(6)
    rules.county.dropout = 0
    graduate(kept, { set: { dropout: 1 }, rules })
    expect(both(kept.sections.dropouts)).toEqual([0, 0])
  })

  test('at 3 % a year, three in a hundred of them', () => {
    let dropouts = 0
    for (let seed = 1; seed <= 60; seed++) {
      const county = smallCounty()
      county.pupils.durable.fill(-2)
      graduate(county, { seed, set: { dropout: 0.03 } })
      dropouts += county.sections.dropouts[townshipJunior]! + county.sections.dropouts[townJunior]!
    }
    // 60 × 240 children: standard error 0.0014
    expect(Math.abs(dropouts / (60 * 240) - 0.03)).toBeLessThan(0.0065)
  })
})
