import { describe, expect, test } from 'vitest'
import { blockInGrade, firstPupil, pupilId } from '../../../src/engine/county/cohorts.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { intakeBirths } from '../../../src/engine/processes/cohort-entry.ts'
import { nationalBirths } from '../../../src/engine/norms/national-births.ts'
import { liveYears } from '../../support/live-years.ts'
import { sectionRow, smallCounty, smallYear } from '../../support/small-county.ts'
import { runProcess } from './small-year.ts'

/** Actual national grade-1 intakes, ten thousand, as the ministry's bulletins print them. */
const actualIntakes: Readonly<Record<number, number>> = { 2019: 1869.04, 2021: 1782.58, 2024: 1616.63 }

describe('the intake rule', () => {
  test('takes a third of the births of seven years ago and two thirds of those of six', () => {
    // (1654 + 2 × 1883) ÷ 3 in 2022
    expect(intakeBirths(nationalBirths, 700, 2022)).toBeCloseTo((1654 + 2 * 1883) / 3, 9)
  })

  test.each(Object.entries(actualIntakes))('gives the intake of %s to within 7 %%', (year, actual) => {
    const ratio = intakeBirths(nationalBirths, 700, Number(year)) / actual
    expect(ratio).toBeGreaterThan(0.93)
    expect(ratio).toBeLessThan(1.05)
  })

  test('goes on with what is supposed of the future, and back with the first year known', () => {
    expect(intakeBirths(nationalBirths, 700, 2032)).toBeCloseTo((792 + 2 * 700) / 3, 9)
    expect(intakeBirths(nationalBirths, 650, 2040)).toBe(650)
    expect(intakeBirths(nationalBirths, 650, 2010)).toBe(nationalBirths[2011])
  })

  test('more than halves primary entry between 2024 and 2031, as the births say', () => {
    expect(intakeBirths(nationalBirths, 700, 2031) / intakeBirths(nationalBirths, 700, 2024)).toBeLessThan(0.55)
  })
})

describe('a new school year', () => {
  const leavers = (county: County): number[] => [...county.pupils.id.subarray(firstPupil(county, 8), firstPupil(county, 8) + county.blocks.size[8]!)]

  test('sends grade 9 off, everybody one grade up, and lets each place’s children in', () => {
    const county = smallCounty()
    const gone = leavers(county)
    runProcess('demography', county, { year: smallYear + 1, settings: { pupilsPerBirths: 0.08 }, set: { ruralMoves: 0, townshipMoves: 0 } })
    expect([...county.blocks.grade.subarray(0, 9)]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 1])
    const block = blockInGrade(county, 1)
    expect(county.blocks.entry[block]).toBe(smallYear + 1)
    // four places with a quarter of the children each, rounded by lottery
    const expected = intakeBirths(nationalBirths, 700, smallYear + 1) * 0.08
    expect(Math.abs(county.blocks.size[block]! - expected)).toBeLessThan(4)
    const entered = leavers(county).slice(0, county.blocks.size[block])
    expect(entered.filter((id) => gone.includes(id))).toEqual([])
    expect(entered[0]).toBe(pupilId(smallYear + 1, 0, 0))
    expect([...county.sections.rollLastOctober.subarray(0, 6)]).toEqual([240, 132, 120, 60, 30, 240])
  })

  test('gives entrants the background of their place, and a score that follows from it', () => {
    const county = smallCounty()
    county.places.background.set([1, 0, 0, -1])
    county.places.readiness.set([0.2, 0, 0, 0])
    runProcess('demography', county, { year: smallYear + 1, settings: { pupilsPerBirths: 0.1 }, set: { ruralMoves: 0, townshipMoves: 0, backgroundSpread: 0, earlySpread: 0, entryGradient: 0.3 } })
    const block = blockInGrade(county, 1)
    const { pupils } = county
    for (let i = firstPupil(county, block); i < firstPupil(county, block) + county.blocks.size[block]!; i++) {
      expect(pupils.background[i]).toBe([1, 0, 0, -1][pupils.home[i]!])
      expect(pupils.durable[i]).toBeCloseTo([0.5, 0, 0, -0.3][pupils.home[i]!]!, 12)
      expect(pupils.input[i]).toBe(0)
    }
  })

  test('marks migrant and left-behind children in the shares of their place', () => {
    const county = smallCounty()
    county.places.migrants.set([1, 0, 0, 0])
    county.places.leftBehind.set([0, 1, 0, 0])
    runProcess('demography', county, { year: smallYear + 1, settings: { pupilsPerBirths: 0.1 }, set: { ruralMoves: 0, townshipMoves: 0, backgroundSpread: 0, leftBehindCost: 0.15 } })
    const block = blockInGrade(county, 1)
    for (let i = firstPupil(county, block); i < firstPupil(county, block) + county.blocks.size[block]!; i++) {
      expect(county.pupils.standing[i]).toBe([4, 2, 0, 0][county.pupils.home[i]!])
      expect(county.pupils.background[i]).toBeCloseTo(county.pupils.home[i] === 1 ? -0.15 : 0, 12)
    }
  })
})

describe('families who move', () => {
  test('go townwards, take their place in class with them, and come to the share that is set', () => {
    let moved = 0
    let stayed = 0
    for (let seed = 1; seed <= 40; seed++) {
      const county = smallCounty()
      const { pupils } = county
      for (let i = 0; i < pupils.mobility.length; i++) pupils.mobility[i] = i
      const homes = pupils.home.slice()
      runProcess('demography', county, { year: 2030, seed, settings: { pupilsPerBirths: 0.001 }, set: { ruralMoves: 0.08, townshipMoves: 0, toTown: 0.6 } })
      for (let b = 0; b < 9; b++)
        for (let i = firstPupil(county, b); i < firstPupil(county, b) + county.blocks.size[b]!; i++) {
          if (county.blocks.grade[b] === 1 || homes[i]! < 2) {
            if (county.blocks.grade[b] !== 1) expect(pupils.home[i]).toBe(homes[i])
            continue
          }
          if (pupils.home[i] === homes[i]) stayed++
          else {
            moved++
            expect([0, 1]).toContain(pupils.home[i])
          }
        }
    }
    const share = moved / (moved + stayed)
    // 40 × 90 village children of grades 2 to 6 and up: standard error 0.005
    expect(Math.abs(share - 0.08)).toBeLessThan(0.02)
  })

  test('a child who moves sits in the smallest class of the new zone’s school, and boards no longer', () => {
    const county = smallCounty()
    const { pupils, sections, slots } = county
    // grade 1 of the village: everybody is ready to move this year, everybody boards
    const first = firstPupil(county, 0)
    const village: number[] = []
    for (let i = first; i < first + county.blocks.size[0]!; i++) if (pupils.home[i] === 2) village.push(i)
    for (const i of village) {
      pupils.mobility[i] = 11
      pupils.standing[i] = 3
    }
    // ranks that end in the year’s last digit are ready, and at 0.1 and more all of them go
    runProcess('demography', county, { year: 2031, settings: { pupilsPerBirths: 0.001 }, set: { ruralMoves: 0.1, townshipMoves: 0, toTown: 0 } })
    expect(village.length).toBe(10)
    for (const i of village) {
      expect(pupils.home[i]).toBe(1)
      expect(slots.section[pupils.slot[i]!]).toBe(sectionRow.townshipPrimary)
      expect(pupils.since[i]).toBe(2031)
      expect(pupils.standing[i]).toBe(2)
    }
    expect(county.classes.size[sections.firstSlot[sectionRow.townshipPrimary]!]).toBe(32)
    expect(county.classes.size[sections.firstSlot[sectionRow.villagePrimary]!]).toBe(0)
  })
})

describe('ids of pupils', () => {
  test('are different for every entry year, place and child that a county can have', () => {
    const seen = new Set<number>()
    const entries = [1980, 2016, 2017, 2025, 2107]
    const places = [0, 1, 127, 128, 129, 255, 256, 4095]
    const ks = [0, 1, 8191]
    for (const entry of entries) for (const place of places) for (const k of ks) seen.add(pupilId(entry, place, k))
    expect(seen.size).toBe(entries.length * places.length * ks.length)
    for (const id of seen) expect(id | 0).toBe(id)
  })
})

test('nobody boards where there is no dormitory', () => {
  const live = liveYears()
  const { sections, schools } = live.county
  for (let year = 2026; year < 2034; year++) {
    live.year(year)
    for (let s = 0; s < sections.count; s++) if (schools.boarding[sections.school[s]!] === 0) expect(sections.boarders[s], `${year} section ${s}`).toBe(0)
  }
})
