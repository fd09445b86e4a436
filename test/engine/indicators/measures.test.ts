import { describe, expect, test } from 'vitest'
import { addToClass, countRolls, firstPupil } from '../../../src/engine/county/cohorts.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { levels, type Level } from '../../../src/engine/declare.ts'
import { measures } from '../../../src/engine/indicators/measures/index.ts'
import { readExchange } from '../../../src/engine/indicators/exchange-gauge.ts'
import { readPupils } from '../../../src/engine/indicators/pupil-gauge.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'

const { townPrimary, townshipPrimary, townshipJunior, villagePrimary, teachingPoint, townJunior } = sectionRow

function measure(county: County, id: string, level: Level): number {
  const found = measures.find((one) => one.id === id)
  if (!found) throw new Error(`no measure ${id}`)
  return found.measure(county, level, readPupils(county), readExchange(county))
}

/** Gives pupils of a section a score, grade by grade. */
function score(county: County, section: number, value: (grade: number, k: number) => number): void {
  const { blocks, pupils, slots } = county
  for (let b = 0; b < 9; b++) {
    const from = firstPupil(county, b)
    let k = 0
    for (let p = from; p < from + blocks.size[b]; p++) {
      if (slots.section[pupils.slot[p]] !== section) continue
      addToClass(county, b, p, pupils.slot[p], -1)
      pupils.durable[p] = value(blocks.grade[b], k++)
      addToClass(county, b, p, pupils.slot[p], 1)
    }
  }
  countRolls(county)
}

describe('scores', () => {
  test('gap: county town minus rural, weighted by pupils; the point counts with the village school', () => {
    const county = smallCounty()
    const { rawMean } = county.sections
    rawMean[townPrimary] = 0.3
    rawMean[villagePrimary] = -0.2
    rawMean[teachingPoint] = -0.5
    // rural mean: (60 × −0.2 + 30 × −0.5) ÷ 90 = −0.3
    expect(measure(county, 'score-gap', 'primary')).toBeCloseTo(0.6, 12)
    expect(measure(county, 'score-gap', 'junior')).toBeNaN()
  })
  test('mean and spread: half the juniors of each class at 1, half at −1', () => {
    const county = smallCounty()
    for (const s of [townshipJunior, townJunior]) score(county, s, (_, k) => (k % 2 === 0 ? 1 : -1))
    expect(measure(county, 'score-mean', 'junior')).toBe(0)
    expect(measure(county, 'score-spread', 'junior')).toBe(1)
    expect(measure(county, 'between-school-share', 'junior')).toBe(0)
    expect(measure(county, 'score-spread', 'primary')).toBe(0)
  })
  test('between-school share: 240 pupils at 1 or 3 in town, 120 at −1 or −3 in the township', () => {
    const county = smallCounty()
    score(county, townJunior, (_, k) => (k % 2 === 0 ? 1 : 3))
    score(county, townshipJunior, (_, k) => (k % 2 === 0 ? -1 : -3))
    // means 2 and −2; county mean 2/3; between = 2/3 · (4/3)² + 1/3 · (8/3)² = 32/9; within = 1
    expect(measure(county, 'between-school-share', 'junior')).toBeCloseTo(32 / 41, 12)
  })
  test('all alike: no variance, so no share of it', () => expect(measure(smallCounty(), 'between-school-share', 'primary')).toBeNaN())
  test('top 5 %: of 77 sixth-graders 3.85 places; the best four are villagers, so 3.85 of 15 rural children are in', () => {
    const county = smallCounty()
    score(county, villagePrimary, (grade, k) => (grade === 6 && k < 4 ? 2 : 0))
    expect(measure(county, 'top-5-rural', 'primary')).toBeCloseTo(3.85 / 15, 12)
    expect(measure(county, 'top-5-town', 'primary')).toBe(0)
  })
  test('everybody alike: every origin has 5 % at the top', () => {
    for (const id of ['top-5-town', 'top-5-township', 'top-5-rural']) expect(measure(smallCounty(), id, 'primary')).toBeCloseTo(0.05, 12)
  })
})

describe('key senior-high places', () => {
  function admitted(): County {
    const county = smallCounty()
    const { leavers, keyAdmitted, kind } = county.sections
    leavers[townJunior] = 80
    keyAdmitted[townJunior] = 20
    leavers[townshipJunior] = 40
    keyAdmitted[townshipJunior] = 4
    kind[townshipJunior] = 1
    return county
  }
  test('24 of 120; 0.25 in town, 0.1 in the township; range 0.15', () => {
    expect(measure(admitted(), 'key-chance', 'junior')).toBe(0.2)
    expect(measure(admitted(), 'key-chance-town', 'junior')).toBe(0.25)
    expect(measure(admitted(), 'key-chance-township', 'junior')).toBe(0.1)
    expect(measure(admitted(), 'key-chance-rural', 'junior')).toBeNaN()
    expect(measure(admitted(), 'key-chance-range', 'junior')).toBeCloseTo(0.15, 12)
  })
  test('by family: 9 of 60 leavers below the county mean, so 15 of the other 60', () => {
    const county = admitted()
    county.sections.leaversLow[townJunior] = 30
    county.sections.keyLow[townJunior] = 7
    county.sections.leaversLow[townshipJunior] = 30
    county.sections.keyLow[townshipJunior] = 2
    expect(measure(county, 'key-chance-low-background', 'junior')).toBe(0.15)
    expect(measure(county, 'key-chance-high-background', 'junior')).toBe(0.25)
  })
  test('last admitted by channel: the lowest of each, undefined where there was none', () => {
    const county = admitted()
    county.seniors.openCut[0] = 0.75
    county.sections.quotaCut.fill(NaN)
    expect(measure(county, 'key-open-cut', 'junior')).toBe(0.75)
    expect(measure(county, 'key-quota-cut', 'junior')).toBeNaN()
    county.sections.quotaCut[townJunior] = 0.5
    county.sections.quotaCut[townshipJunior] = -0.25
    expect(measure(county, 'key-quota-cut', 'junior')).toBe(-0.25)
  })
  test('share of directed places, and the tilt to rural schools', () => {
    const county = admitted()
    county.seniors.seats[0] = 40
    county.seniors.quotaSeats[0] = 20
    expect(measure(county, 'G14-quota-share', 'junior')).toBe(0.5)
    county.sections.quotaPlaces[townJunior] = 12
    county.sections.quotaPlaces[townshipJunior] = 8
    // 8 of 20 places against 40 of 120 leavers
    expect(measure(county, 'quota-rural-tilt', 'junior')).toBeCloseTo(1.2, 12)
  })
})

describe('government items', () => {
  test('G3: the nine-year school has 9 classes, the town junior 6, one room each is enough; without an art room it is not', () => {
    const county = smallCounty()
    expect(measure(county, 'G3-special-rooms', 'primary')).toBe(0)
    county.schools.artRooms[1] = 0
    county.schools.musicRooms[4] = 0
    expect(measure(county, 'G3-special-rooms', 'primary')).toBe(1)
    expect(measure(county, 'G3-special-rooms', 'junior')).toBe(1)
    county.sections.classes[townPrimary] = 13
    expect(measure(county, 'G3-special-rooms', 'primary')).toBe(2)
  })
  test('G4: 2,000 is within the cap, 2,001 is not; a nine-year school is judged as one against 2,500', () => {
    const county = smallCounty()
    county.sections.roll[townPrimary] = 2000
    expect(measure(county, 'G4-oversize-schools', 'primary')).toBe(0)
    county.sections.roll[townPrimary] = 2001
    expect(measure(county, 'G4-oversize-schools', 'primary')).toBe(1)
    county.sections.roll[townshipPrimary] = 1300
    county.sections.roll[townshipJunior] = 1200
    expect(measure(county, 'G4-oversize-schools', 'primary')).toBe(1)
    county.sections.roll[townshipJunior] = 1201
    expect(measure(county, 'G4-oversize-schools', 'primary')).toBe(2)
    expect(measure(county, 'G4-oversize-schools', 'junior')).toBe(0)
  })
  test('G5 counts classes over 45 and 50', () => {
    const county = smallCounty()
    county.sections.oversize[townJunior] = 3
    expect(measure(county, 'G5-oversize-classes', 'junior')).toBe(3)
    expect(measure(county, 'G5-oversize-classes', 'primary')).toBe(0)
  })
  test('G11: settled teachers are those with six years; two moved, one of them a backbone teacher', () => {
    const county = smallCounty()
    const { teachers, sections } = county
    // tenure j = 0 … n − 1: with six years or more 6 of 12, 2 of 8, 0 of 5, 0 of 3 in primary
    expect(measure(county, 'G11-rotation-share', 'primary')).toBe(0)
    expect(measure(county, 'G11-backbone-share', 'primary')).toBeNaN()
    sections.movedIn[villagePrimary] = 2
    for (const t of [10, 11]) {
      teachers.section[t] = villagePrimary
      teachers.tenure[t] = 0
      teachers.postedUntil[t] = 2028
    }
    teachers.backbone[10] = 1
    // two of the six town teachers with six years moved: 4 + 2 settled, 2 moved
    expect(measure(county, 'G11-rotation-share', 'primary')).toBeCloseTo(2 / 8, 12)
    expect(measure(county, 'G11-backbone-share', 'primary')).toBe(0.5)
    // in 2026 a woman born in 1976 is 50 and no longer eligible, a man is; town teachers 6 to 9 are woman, man, woman, man
    for (const t of [6, 7, 8, 9]) teachers.born[t] = 1976
    expect(measure(county, 'G11-rotation-share', 'primary')).toBeCloseTo(2 / 6, 12)
  })
  test('G13: rural, private and boarding schools are outside', () => {
    const county = smallCounty()
    const { sections, schools } = county
    sections.zoned[townPrimary] = 180
    sections.zoned[villagePrimary] = 0
    // (180 + 132) ÷ (240 + 132)
    expect(measure(county, 'G13-nearby-enrolment', 'primary')).toBeCloseTo(312 / 372, 12)
    schools.boarding[1] = 1
    expect(measure(county, 'G13-nearby-enrolment', 'primary')).toBe(0.75)
    schools.owner[0] = 2
    expect(measure(county, 'G13-nearby-enrolment', 'primary')).toBeNaN()
  })
  test('G15: public places only, so a lower bound', () => {
    const county = smallCounty()
    county.sections.migrants[townPrimary] = 30
    county.sections.migrants[townshipPrimary] = 10
    county.schools.owner[1] = 2
    expect(measure(county, 'G15-migrant-places', 'primary')).toBe(0.75)
  })
  test('E1: 2 % leave in a year, so 0.98³ stay three years', () => {
    const county = smallCounty()
    county.sections.roll[townJunior] = 372
    county.sections.dropouts[townJunior] = 8
    county.sections.dropouts[townshipJunior] = 2
    county.sections.roll[townshipJunior] = 118
    expect(measure(county, 'E1-retention', 'junior')).toBeCloseTo(0.98 * 0.98 * 0.98, 12)
  })
})

describe('side-effects', () => {
  test('way to school: everybody lives at the school’s place; a villager of the town school travels √(14² + 3²) km', () => {
    const county = smallCounty()
    expect(measure(county, 'commute', 'primary')).toBe(0)
    county.pupils.home[0] = 2
    expect(measure(county, 'commute', 'primary')).toBeCloseTo(Math.sqrt(205) / 462, 12)
    county.pupils.standing[0] = 1
    expect(measure(county, 'commute', 'primary')).toBe(0)
  })
  test('shares of boarders, vacancies and newcomers', () => {
    const county = smallCounty()
    county.sections.boarders[townshipJunior] = 90
    county.sections.vacancies[townJunior] = 3
    expect(measure(county, 'boarding-share', 'junior')).toBe(0.25)
    expect(measure(county, 'vacancy-share', 'junior')).toBe(0.1)
    // one teacher of tenure 0 in each of two junior sections of 10 and 20
    expect(measure(county, 'newcomer-share', 'junior')).toBeCloseTo(2 / 30, 12)
  })
  test('satisfaction falls with crowding, with distance and with uneven beliefs, and stays between 0 and 1', () => {
    const base = measure(smallCounty(), 'satisfaction', 'primary')
    expect(base).toBe((1 + 1 + 0.5 + 1) / 4)
    const crowded = smallCounty()
    crowded.sections.oversize[townPrimary] = 6
    const far = smallCounty()
    far.pupils.home.fill(3)
    const uneven = smallCounty()
    uneven.sections.belief[townPrimary] = 0.5
    uneven.sections.belief[townshipPrimary] = -120 / 132
    for (const county of [crowded, far, uneven]) {
      const value = measure(county, 'satisfaction', 'primary')
      expect(value).toBeLessThan(base)
      expect(value).toBeGreaterThan(0)
    }
  })
})

test('an empty county gives no number anywhere except counts of 0', () => {
  const county = smallCounty()
  county.sections.open.fill(0)
  county.blocks.size.fill(0)
  county.classes.size.fill(0)
  county.seniors.count = 0
  county.teachers.count = 0
  for (const one of measures)
    for (const level of levels) {
      if (one.only !== undefined && one.only !== level) continue
      const value = one.measure(county, level, readPupils(county), readExchange(county))
      if (one.unit === 'count') expect(value, one.id).toBe(0)
      else expect(value, one.id).toBeNaN()
    }
})
