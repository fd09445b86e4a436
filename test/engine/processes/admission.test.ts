import { describe, expect, test } from 'vitest'
import { blockInGrade, firstClass, firstPupil, sinkSlot } from '../../../src/engine/county/cohorts.ts'
import { createRules, type County } from '../../../src/engine/county/county.ts'
import { placeKinds } from '../../../src/engine/county/places.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import { liveYears } from '../../support/live-years.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { runProcess, type StepOptions } from './small-year.ts'

/** Choice and admission of this year's entrants. */
function admit(county: County, options: StepOptions = {}, simpleRule = 1): void {
  runProcess('school-choice', county, { ...options, set: { simpleRule } })
  runProcess('admission', county, options)
}

/** Section of every pupil of a grade, with the home place, by id. */
function seats(county: County, grade: number): Map<number, { home: number; section: number }> {
  const block = blockInGrade(county, grade)
  const first = firstPupil(county, block)
  const found = new Map<number, { home: number; section: number }>()
  for (let i = first; i < first + county.blocks.size[block]!; i++) found.set(county.pupils.id[i]!, { home: county.pupils.home[i]!, section: county.slots.section[county.pupils.slot[i]!]! })
  return found
}

const countIn = (county: County, grade: number, section: number): number => [...seats(county, grade).values()].filter((seat) => seat.section === section).length

describe('where there is room', () => {
  test('families with the simple rule go to the school of their zone', () => {
    const county = smallCounty()
    admit(county)
    for (const { home, section } of seats(county, 1).values()) expect(section).toBe(county.places.primaryZone[home])
    for (const { home, section } of seats(county, 7).values()) expect(section).toBe(county.places.juniorZone[home])
    expect([...county.sections.intake.subarray(0, 6)]).toEqual([40, 22, 40, 10, 5, 80])
    expect([...county.sections.roll.subarray(0, 6)]).toEqual([240, 132, 120, 60, 30, 240])
    expect([...county.sections.zoned.subarray(0, 6)]).toEqual([240, 132, 120, 60, 30, 240])
  })
})

describe('where there is not', () => {
  /** Thirty of the forty town children live in the township on paper but want the town's school; it holds 45. */
  function crowded(): County {
    const county = smallCounty()
    const first = firstPupil(county, 0)
    // everybody of grade 1 wants Town Primary; only those who live in town have a claim
    runProcess('school-choice', county, { set: { simpleRule: 1 } })
    const { pupils, options, places } = county
    for (let i = first; i < first + 77; i++) {
      const m = pupils.home[i]! * 8
      const k = [...options.section.subarray(m, m + 8)].indexOf(sectionRow.townPrimary)
      expect(k).toBeGreaterThanOrEqual(0)
      // first wish Town Primary, then the zone school
      pupils.wishes[i] = k === 0 ? -16 : (0xffffff00 | k) | 0
    }
    expect(places.count).toBe(4)
    return county
  }

  test('capacity binds: children of the zone first, the rest by lottery, and who is refused goes to the next wish', () => {
    const county = crowded()
    runProcess('admission', county)
    const town = [...seats(county, 1).values()].filter((seat) => seat.section === sectionRow.townPrimary)
    // one class per grade of 45: forty from town and five of the 37 others
    expect(town.length).toBe(45)
    expect(town.filter((seat) => seat.home === 0).length).toBe(40)
    for (const { home, section } of seats(county, 1).values()) if (section !== sectionRow.townPrimary) expect(section).toBe(county.places.primaryZone[home])
  })

  test('every place has the same chance in the lottery', () => {
    const won = new Int32Array(4)
    for (let seed = 1; seed <= 300; seed++) {
      const county = crowded()
      runProcess('admission', county, { seed })
      for (const { home, section } of seats(county, 1).values()) if (section === sectionRow.townPrimary) won[home]!++
    }
    // five of 37 in 300 lotteries: 1,500 in proportion 22 : 10 : 5
    expect(won[0]).toBe(300 * 40)
    expect(won[1]! + won[2]! + won[3]!).toBe(1500)
    expect(Math.abs(won[1]! - (1500 * 22) / 37)).toBeLessThan(80)
    expect(Math.abs(won[2]! - (1500 * 10) / 37)).toBeLessThan(80)
    expect(Math.abs(won[3]! - (1500 * 5) / 37)).toBeLessThan(60)
  })

  test('a policy may give a section more places', () => {
    const county = crowded()
    const rules = createRules(6)
    rules.sections.places[sectionRow.townPrimary] = 1.2
    runProcess('admission', county, { rules })
    expect(countIn(county, 1, sectionRow.townPrimary)).toBe(54)
  })

  test('a school without places refuses everybody, but must take a zone’s children who are refused everywhere', () => {
    const county = crowded()
    const rules = createRules(6)
    rules.sections.places.fill(0)
    runProcess('admission', county, { rules })
    for (const { home, section } of seats(county, 1).values()) expect(section).toBe(county.places.primaryZone[home])
  })
})

test('children who left school are not admitted to grade 7', () => {
  const county = smallCounty()
  const first = firstPupil(county, 6)
  county.pupils.slot[first] = sinkSlot(county)
  admit(county)
  expect(county.pupils.slot[first]).toBe(sinkSlot(county))
  expect(county.sections.intake[sectionRow.townshipJunior]! + county.sections.intake[sectionRow.townJunior]!).toBe(119)
})

test('those who live far from a school with dormitories board in the share that is set, the others never', () => {
  const county = smallCounty()
  county.schools.boarding[1] = 1
  // village children go 4.0 and more km to the township's junior school; the township's own live there
  let far = 0
  let board = 0
  for (let seed = 1; seed <= 60; seed++) {
    const block = firstPupil(county, 6)
    for (let i = block; i < block + 20; i++) county.pupils.home[i] = 3
    admit(county, { seed })
    for (let i = block; i < block + 120; i++) {
      if (county.pupils.home[i] === 3) {
        far++
        board += county.pupils.standing[i]! & 1
      } else expect(county.pupils.standing[i]! & 1).toBe(0)
    }
  }
  expect(far).toBe(1200)
  // standard error 0.01
  expect(Math.abs(board / far - 0.85)).toBeLessThan(0.05)
})

test('classes of a new grade differ by one pupil at most, and hold the children of the grade once each', () => {
  const live = liveYears({ seed: seedWords('classes', 1) })
  const { county } = live
  const { sections, classes } = county
  for (let year = 2026; year < 2032; year++) {
    live.year(year, {
      around: (id, step) => {
        step()
        if (id !== 'admission') return
        for (const [level, grade] of [[0, 1], [1, 7]] as const) {
          const base = firstClass(county, blockInGrade(county, grade))
          for (let s = 0; s < sections.count; s++) {
            if (sections.level[s] !== level) continue
            const sizes = [...classes.size.subarray(base + sections.firstSlot[s]!, base + sections.firstSlot[s]! + sections.slots[s]!)].filter((n) => n > 0)
            expect(sizes.reduce((a, b) => a + b, 0)).toBe(sections.intake[s])
            if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
            // as many classes as keep them two below the official size
            expect(sizes.length).toBe(Math.min(sections.slots[s]!, Math.ceil(sections.intake[s]! / ((level === 0 ? 45 : 50) - 2))))
          }
        }
      },
    })
  }
})

test('no school admits more than it holds, but for children of its zone whom no school of their wishes took', () => {
  const live = liveYears({ seed: seedWords('capacity', 1), behaviour: { 'school-choice.simpleRule': 0, 'school-choice.outOfZone': -1 } })
  const { sections, schools } = live.county
  let full = 0
  for (let year = 2026; year < 2034; year++) {
    // half the buildings, so that many are refused
    live.year(year, { at: (moment) => moment === 'admission' && live.built.rules.sections.places.fill(0.5) })
    for (let s = 0; s < sections.count; s++) {
      const room = Math.floor(sections.classesPerGrade[s]! * (sections.level[s] === 0 ? 45 : 50) * 0.5)
      const entrants = [...seats(live.county, sections.level[s] === 0 ? 1 : 7).values()].filter((seat) => seat.section === s)
      const zone = sections.level[s] === 0 ? live.county.places.primaryZone : live.county.places.juniorZone
      if (entrants.length >= room) full++
      if (entrants.length <= room) continue
      expect(schools.owner[sections.school[s]!]).not.toBe(2)
      expect(entrants.filter(({ home }) => zone[home] !== s), `${year} section ${s} of kind ${placeKinds[sections.kind[s]!]}`).toEqual([])
    }
  }
  expect(full).toBeGreaterThan(5)
})
