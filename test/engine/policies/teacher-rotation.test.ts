import { beforeEach, describe, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { countStaff } from '../../../src/engine/county/staff.ts'
import { teacherRotation } from '../../../src/engine/policies/teacher-rotation.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce as act } from './policy-year.ts'

/*
 * Only primary sections are covered: town (240 pupils, 12 teachers), township (132, 8), village (60, 5), point (30, 3).
 * Last year’s mean scores are set so far apart that the town and the township are strong, the village and the point weak.
 * Everybody teaches academic subjects. Above the required degree: six in the town and four in the township, none in the
 * village and the point, so 10 for 462 pupils: the village lacks 1.3 of them, the point 0.65, half a person or more each.
 *
 * Teacher j of a section has served j years; with a rule of 4 years the town has 8 eligible teachers (j = 4 … 11), the township
 * 4 (j = 4 … 7), the village 1 (j = 4), the point none. None of the eligible is a backbone teacher (that is j = 0).
 */
const { townPrimary, townshipPrimary, villagePrimary, teachingPoint } = sectionRow
const rule = { minimumTenure: 4, backboneShare: 0, sameLevel: 0, exits: 0, share: 0.25, reserve: 1, allowance: 4000, travel: 3000 }

let county: County
/** The county of the paragraph above. */
function unequal(): County {
  const one = smallCounty()
  one.sections.rawMean.set([2, 2, 0, -2, -2, 0])
  one.teachers.subject.fill(0, 0, 38)
  one.teachers.degree.fill(0, 30, 38)
  countStaff(one)
  return one
}
beforeEach(() => {
  county = unequal()
})

const actOnce: typeof act = (policy, on, set, more) => act(policy, on, set, { covers: (s) => on.sections.level[s] === 0, ...more })

const staff = (): number[] => [...county.teachers.section.subarray(0, county.teachers.count)].reduce((n, s) => ((n[s] = (n[s] ?? 0) + 1), n), [] as number[])
const movedOut = (): number[] => [...county.sections.movedOut.subarray(0, 6)]
const movedIn = (): number[] => [...county.sections.movedIn.subarray(0, 6)]

describe('one-way moves from strong to weak', () => {
  test('a quarter of eight and of four: two from the town, one from the township; all arrive in the weak sections', () => {
    actOnce(teacherRotation, county, rule)
    expect(movedOut()).toEqual([2, 1, 0, 0, 0, 0])
    expect(movedIn()[villagePrimary]! + movedIn()[teachingPoint]!).toBe(3)
    expect(staff()[townPrimary]).toBe(10)
    expect(staff()[townshipPrimary]).toBe(7)
  })

  test('each is posted for three years, with tenure 0, and costs 7,000 yuan', () => {
    const { ledger } = actOnce(teacherRotation, county, { ...rule, returnShare: 1 })
    const { teachers } = county
    const moved = [...Array(teachers.count).keys()].filter((t) => teachers.postedUntil[t]! > 0)
    expect(moved).toHaveLength(3)
    for (const t of moved) {
      expect(teachers.postedUntil[t]).toBe(2028)
      expect(teachers.tenure[t]).toBe(0)
      expect([townPrimary, townshipPrimary]).toContain(teachers.returnTo[t])
    }
    expect(ledger.spent('allowance')).toBe(12_000)
    expect(ledger.spent('transport')).toBe(9_000)
  })

  test('a posting is paid for every year it lasts, and a share of nothing moves nobody', () => {
    actOnce(teacherRotation, county, { ...rule, returnShare: 1 })
    const after = staff()
    for (let t = 0; t < county.teachers.count; t++) county.teachers.tenure[t]!++
    county.teachers.experience.fill(11, 0, county.teachers.count)
    const paid = (year: number): number => actOnce(teacherRotation, county, { ...rule, share: 0 }, { year }).ledger.spent('allowance')
    expect([paid(2027), paid(2028), paid(2029)]).toEqual([12_000, 12_000, 0])
    expect(staff()).toEqual(after)
  })

  test('those who stay have no school to go back to', () => {
    actOnce(teacherRotation, county, { ...rule, returnShare: 0 })
    const { teachers } = county
    for (let t = 0; t < teachers.count; t++) if (teachers.postedUntil[t]! > 0) expect(teachers.returnTo[t]).toBe(-1)
  })

  test('room is vacant posts and the reserve: 40 % of 5 and of 3 posts, rounded up, are two and two', () => {
    actOnce(teacherRotation, county, { ...rule, share: 1, reserve: 0.4 })
    expect([movedIn()[villagePrimary], movedIn()[teachingPoint]]).toEqual([2, 2])
    actOnce(teacherRotation, (county = unequal()), { ...rule, reserve: 0 })
    expect(movedIn()).toEqual([0, 0, 0, 0, 0, 0])
    county.sections.posts[villagePrimary] = 6
    actOnce(teacherRotation, county, { ...rule, share: 1, reserve: 0 })
    expect(movedIn()).toEqual([0, 0, 0, 1, 0, 0])
  })

  test('while the guests of last year are there the reserve is full', () => {
    county.teachers.experience.fill(20, 0, 38)
    actOnce(teacherRotation, county, { ...rule, share: 1, reserve: 0.4 })
    actOnce(teacherRotation, county, { ...rule, share: 1, reserve: 0.4 }, { year: 2027 })
    expect([movedIn()[villagePrimary], movedIn()[teachingPoint]]).toEqual([2, 2])
  })

  test('moves among schools of one standing change places like for like, and only half of those called start one', () => {
    let started = 0
    for (let year = 2000; year < 2100; year++) {
      const one = unequal()
      actOnce(teacherRotation, one, { ...rule, sameLevel: 1, maximumAgeFemale: 200, maximumAgeMale: 200 }, { year })
      expect([...one.sections.movedIn.subarray(0, 6)]).toEqual([...one.sections.movedOut.subarray(0, 6)])
      expect(one.sections.movedIn[villagePrimary]).toBe(0)
      started += one.sections.movedIn[townPrimary]!
    }
    // two called in the town and one in the township a year, each starts an exchange with one half: 150 in a hundred years, SD 9
    expect(Math.abs(started - 150)).toBeLessThan(36)
  })
})

describe('who is called', () => {
  test('all movers are backbone teachers where the share is 1 and enough are eligible', () => {
    // backbone teachers: rows 0 and 4 to 7 in the town, one in the township: 6 for 462 pupils, the village lacks 0.8 of a person
    county.teachers.backbone.fill(0, 30, 38)
    county.teachers.backbone.fill(1, 4, 8)
    countStaff(county)
    actOnce(teacherRotation, county, { ...rule, share: 0.5, backboneShare: 1 })
    const { teachers } = county
    const fromTown = [...Array(12).keys()].filter((t) => teachers.section[t] !== townPrimary)
    expect(fromTown).toEqual([4, 5, 6, 7])
  })

  test('age limits by sex: born 1990, 36 years old in 2026; with a limit of 36 for women only men (odd j) go', () => {
    actOnce(teacherRotation, county, { ...rule, share: 1, maximumAgeFemale: 36, reserve: 1 })
    const { teachers } = county
    for (let t = 0; t < teachers.count; t++) if (teachers.postedUntil[t]! > 0) expect(teachers.sex[t]).toBe(1)
    expect(movedOut()[townPrimary]).toBe(4)
  })

  test('a school that picks sends weaker teachers, a county that insists sends stronger ones', () => {
    const meanOfMoved = (set: Record<string, number | string>): number => {
      let sum = 0
      let count = 0
      for (let year = 2000; year < 2120; year++) {
        const one = unequal()
        for (let t = 0; t < 12; t++) one.teachers.effect[t] = t < 6 ? -0.1 : 0.1
        one.teachers.tenure.fill(6, 0, 12)
        actOnce(teacherRotation, one, { ...rule, maximumAgeFemale: 500, maximumAgeMale: 500, share: 1 / 12, ...set }, { year })
        for (let t = 0; t < 12; t++) if (one.teachers.section[t] !== 0) (sum += one.teachers.effect[t]! / 0.1), count++
      }
      return sum / count
    }
    // one of twelve, half of them at +1 SD: chance of a strong one is 1 / (1 + e^−2β)
    expect(meanOfMoved({ picks: 'county', selectionByCounty: 0.6 })).toBeGreaterThan(0.35)
    expect(meanOfMoved({ picks: 'school', selectionBySchool: -0.4 })).toBeLessThan(-0.2)
  })

  test('without an allowance the stated share leaves teaching instead; at the expected allowance nobody does', () => {
    const left = (set: Record<string, number | string>): number => {
      const one = unequal()
      actOnce(teacherRotation, one, { ...rule, share: 1, exits: 1, ...set })
      return one.sections.quit[townPrimary]!
    }
    expect(left({ allowance: 0 })).toBe(8)
    expect(left({ allowance: 39_000, expectedAllowance: 0.3 })).toBe(0)
  })
})

test('nobody is asked to leave the weak schools for others, so nobody there leaves teaching for it', () => {
  actOnce(teacherRotation, county, { ...rule, share: 1, exits: 1, allowance: 0, sameLevel: 0 })
  expect([...county.sections.quit.subarray(0, 5)]).toEqual([8, 4, 0, 0, 0])
})

describe('exchange one for one', () => {
  const exchange = { ...rule, direction: 'pairwise', minimumTenure: 1, share: 0.2 }

  test('numbers in every section stay as they were', () => {
    actOnce(teacherRotation, county, exchange)
    expect(staff()).toEqual([12, 8, 10, 5, 3, 20])
    expect(movedOut()).toEqual(movedIn())
    expect(movedOut()[townPrimary]).toBeGreaterThan(0)
  })

  test('PE and arts teachers go where these are lacking, and PE and arts teachers come for them', () => {
    // all twelve of the town and one of the village: 13 for 462 pupils, the village lacks 0.7 and the point 0.8 of a person
    county.teachers.subject.fill(1, 0, 12)
    county.teachers.subject[31] = 1
    countStaff(county)
    const before = [...county.sections.peArts.subarray(0, 6)]
    actOnce(teacherRotation, county, { ...exchange, share: 1 })
    countStaff(county)
    expect([...county.sections.peArts.subarray(0, 6)]).toEqual(before)
    expect(county.teachers.section[31]).toBe(townPrimary)
  })

  test('the weaker school keeps its backbone teachers', () => {
    actOnce(teacherRotation, county, { ...exchange, share: 1 })
    expect([county.teachers.section[30], county.teachers.section[35]]).toEqual([villagePrimary, teachingPoint])
  })
})

describe('scope and direction', () => {
  test('from township centre to village: only the township sends, only its own village and point receive', () => {
    actOnce(teacherRotation, county, { ...rule, direction: 'township-to-village' })
    expect(movedOut()).toEqual([0, 1, 0, 0, 0, 0])
    expect(movedIn()[villagePrimary]! + movedIn()[teachingPoint]!).toBe(1)
  })

  test('inside a township the county town has nobody to send to', () => {
    actOnce(teacherRotation, county, { ...rule, scope: 'district' })
    expect(movedOut()).toEqual([0, 1, 0, 0, 0, 0])
  })

  test('inside groups nobody moves where there is no group', () => {
    actOnce(teacherRotation, county, { ...rule, scope: 'group' })
    expect(movedOut()).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('sections that the policy does not cover neither send nor receive', () => {
    actOnce(teacherRotation, county, rule, { covers: (s) => s === townshipPrimary || s === villagePrimary })
    expect(movedOut()).toEqual([0, 1, 0, 0, 0, 0])
    expect(movedIn()).toEqual([0, 0, 0, 1, 0, 0])
  })
})

test('one more teacher in the village school moves nobody who had not moved before, and stops nobody', () => {
  actOnce(teacherRotation, county, { ...rule, sameLevel: 0.5, share: 0.5 })
  const before = [...county.teachers.section.subarray(0, 58)]
  const other = unequal()
  const { teachers } = other
  const t = teachers.count++
  for (const column of Object.values(teachers)) if (ArrayBuffer.isView(column)) (column as Int32Array)[t] = (column as Int32Array)[24]!
  teachers.id[t] = 77
  actOnce(teacherRotation, other, { ...rule, sameLevel: 0.5, share: 0.5 })
  expect([...teachers.section.subarray(0, 58)]).toEqual(before)
})

test('county deployment costs effort in proportion to the share, up to the usual 10 %', () => {
  const effort = (share: number): number => actOnce(teacherRotation, unequal(), { ...rule, picks: 'county', share }).rules.county.effort
  expect(effort(0.05)).toBeCloseTo(-0.01, 12)
  expect(effort(0.4)).toBeCloseTo(-0.02, 12)
})

test('posted backbone teachers help a partner from their second year: 0.12 in one of five classes', () => {
  const { teachers } = county
  const first = 12 + 8 + 10
  teachers.postedUntil[first] = 2028
  teachers.tenure[first] = 1
  const { rules } = actOnce(teacherRotation, county, { ...rule, share: 0, mentoring: 0.12 })
  expect(rules.sections.teachingGain[villagePrimary]).toBeCloseTo(0.12 / 5, 12)
  teachers.tenure[first] = 0
  expect(actOnce(teacherRotation, county, { ...rule, share: 0, mentoring: 0.12 }).rules.sections.teachingGain[villagePrimary]).toBe(0)
})
