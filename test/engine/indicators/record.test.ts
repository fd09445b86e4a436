import { describe, expect, test } from 'vitest'
import { countStaff } from '../../../src/engine/county/staff.ts'
import { Ledger } from '../../../src/engine/county/ledger.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { countyColumn, countySeries, measureYear, sectionColumn, sectionSeries } from '../../../src/engine/record.ts'
import { sectionRow, smallCounty, smallYear } from '../../support/small-county.ts'

const noMoney = (): Ledger => new Ledger(['funding', 'teacher-rotation'], 6)

/** A reader of one year’s record by column id. */
function read(county: County, ledger = noMoney()) {
  const record = measureYear(county, ledger, smallYear)
  const at = (position: number, id: string): number => {
    if (position < 0) throw new Error(`no column ${id}`)
    return position
  }
  return {
    record,
    of: (id: string): number => record.county[at(countyColumn(id), id)],
    section: (s: number, id: string): number => record.sections[s * sectionSeries.length + at(sectionColumn(id), id)],
  }
}

describe('the small county on paper', () => {
  test('values of the town primary: 6 above-degree teachers and 240 pupils are 2.5 per 100; 1,200 m² are 5 each', () => {
    const { section } = read(smallCounty())
    expect(section(sectionRow.townPrimary, 'Q1.value')).toBe(2.5)
    expect(section(sectionRow.townPrimary, 'Q4.value')).toBe(5)
    expect(section(sectionRow.townPrimary, 'Q6.value')).toBe(2000)
    expect(section(sectionRow.townPrimary, 'B6.value')).toBe(0.05)
  })
  test('the nine-year school’s 1,320 m² fall half to 132 primary and half to 120 junior pupils', () => {
    const { section } = read(smallCounty())
    expect(section(sectionRow.townshipPrimary, 'Q4.value')).toBeCloseTo(5, 12)
    expect(section(sectionRow.townshipJunior, 'Q4.value')).toBeCloseTo(5.5, 12)
    // its teachers are not split: 4 of 8 in primary, 5 of 10 in junior
    expect(section(sectionRow.townshipJunior, 'Q1.value')).toBeCloseTo(500 / 120, 12)
  })
  test('the point of 30 pupils is outside both calculations; so primary has 432 pupils in three sections', () => {
    const { of, section } = read(smallCounty())
    expect(section(sectionRow.teachingPoint, 'assessed.balance-2017')).toBe(0)
    expect(section(sectionRow.teachingPoint, 'status')).toBe(0)
    expect(of('schools.assessed.primary')).toBe(3)
    expect(of('schools.assessed.junior')).toBe(2)
    // 6 + 4 + 2 above-degree teachers
    expect(of('Q1.mean.primary')).toBeCloseTo(1200 / 432, 12)
    // 1200 + 660 + 360 m²
    expect(of('Q4.mean.primary')).toBeCloseTo(2220 / 432, 12)
  })
  test('the coefficient of teaching area, worked out by hand', () => {
    // town and township 5 m², village 6 m²; 372 of 432 pupils at 5
    const mean = 2220 / 432
    const variance = (372 * (5 - mean) * (5 - mean) + 60 * (6 - mean) * (6 - mean)) / 432
    expect(read(smallCounty()).of('Q4.cv.primary')).toBeCloseTo(Math.sqrt(variance) / mean, 12)
  })
  test('below standard: every primary school lacks degrees; sports 7.5, 10 and 10 m² all meet 7.5', () => {
    const { of } = read(smallCounty())
    expect(of('Q1.below.primary')).toBe(3)
    // 85 % of 4.2 is 3.57; 2.5, 3.03 and 3.33 are all under it
    expect(of('Q1.near.primary')).toBe(0)
    expect(of('Q5.below.primary')).toBe(0)
    expect(of('B1.below.primary')).toBeNaN()
  })
  test('rolls, teachers and schools by level', () => {
    const { of } = read(smallCounty())
    expect([of('roll.primary'), of('roll.junior')]).toEqual([462, 360])
    expect([of('teachers.primary'), of('teachers.junior')]).toEqual([28, 30])
    expect([of('schools.open.primary'), of('schools.open.junior')]).toEqual([4, 2])
  })
})

/** Gives every section stocks and teachers at `factor` of every standard. */
function meeting(factor: number): County {
  const county = smallCounty()
  const { schools, sections, teachers } = county
  const need = [
    { k: 0, units: 240, junior: false },
    { k: 1, units: 132, junior: true },
    { k: 2, units: 60, junior: false },
    { k: 4, units: 240, junior: true },
  ]
  for (const { k, units, junior } of need) {
    // junior standards exceed 1.1 times the primary ones, so a campus with juniors is built to the junior figure
    const per = k === 1 ? 120 * 2 : units
    schools.area[k] = factor * per * (junior ? 5.8 : 4.5)
    schools.sports[k] = factor * per * (junior ? 10.2 : 7.5)
    schools.equipment[k] = factor * per * (junior ? 2500 : 2000)
    schools.multimedia[k] = factor * per * 0.03
  }
  teachers.degree.fill(1, 0, teachers.count)
  countStaff(county)
  for (let s = 0; s < 6; s++) {
    sections.aboveDegree[s] = Math.ceil(0.06 * sections.roll[s])
    sections.backbone[s] = Math.ceil(0.02 * sections.roll[s])
    sections.peArts[s] = Math.ceil(0.02 * sections.roll[s])
  }
  return county
}

describe('verdicts', () => {
  test('a county at standard everywhere passes 2017 at both levels', () => {
    const { of } = read(meeting(1))
    expect(of('schools.passing.primary')).toBe(3)
    expect(of('verdict.balance-2017.primary')).toBe(1)
    expect(of('verdict.balance-2017')).toBe(1)
    expect(of('cv.passing.junior')).toBe(7)
  })
  test('one item of one school at 85 %: near, still passes; at 84 %: fails, and with it the level and the county', () => {
    const near = meeting(1)
    near.schools.area[2] = 229.5 // 85 % of 4.5 m² for 60 pupils
    expect(read(near).section(sectionRow.villagePrimary, 'met')).toBe(6)
    expect(read(near).section(sectionRow.villagePrimary, 'near')).toBe(1)
    expect(read(near).of('verdict.balance-2017')).toBe(1)
    const below = meeting(1)
    below.schools.area[2] = 0.84 * 4.5 * 60
    const { of, section } = read(below)
    expect(section(sectionRow.villagePrimary, 'status')).toBe(1)
    expect(of('schools.passing.primary')).toBe(2)
    expect(of('verdict.balance-2017.primary')).toBe(0)
    expect(of('verdict.balance-2017.junior')).toBe(1)
    expect(of('verdict.balance-2017')).toBe(0)
  })
  test('two items near: fails, because six of seven must be met', () => {
    const county = meeting(1)
    county.schools.area[2] = 0.9 * 4.5 * 60
    county.schools.sports[2] = 0.9 * 7.5 * 60
    expect(read(county).of('verdict.balance-2017.primary')).toBe(0)
  })
  test('travelling teachers count in the relaxed edition only, for a village school of 50 to 99 pupils', () => {
    const county = meeting(1)
    // 2 others would make two items short without them: 0 of 60 pupils’ 0.54 PE and arts teachers
    county.sections.peArts[sectionRow.villagePrimary] = 0
    county.sections.itinerant[sectionRow.villagePrimary] = 0.6
    const { of } = read(county)
    expect(of('verdict.balance-2017.primary')).toBe(0)
    expect(of('schools.passing.relaxed.primary')).toBe(3)
    expect(of('verdict.balance-2017.relaxed.primary')).toBe(1)
    county.sections.kind[sectionRow.villagePrimary] = 1
    expect(read(county).of('verdict.balance-2017.relaxed.primary')).toBe(0)
  })
  test('a nine-year school is small only as a whole: 60 primary and 60 junior pupils are not', () => {
    const county = meeting(1)
    for (const s of [sectionRow.townshipPrimary, sectionRow.townshipJunior]) {
      county.sections.kind[s] = 2
      county.sections.roll[s] = 60
      county.sections.peArts[s] = 0
      county.sections.itinerant[s] = 0.6
    }
    expect(read(county).of('schools.passing.relaxed.primary')).toBe(2)
    county.sections.roll[sectionRow.townshipJunior] = 0
    expect(read(county).of('schools.passing.relaxed.primary')).toBe(3)
  })
  test('private schools count in 2017 and not in 2012', () => {
    const county = meeting(1)
    county.schools.owner[2] = 2
    const { of } = read(county)
    expect(of('schools.assessed.primary')).toBe(3)
    expect(of('schools.assessed.balance-2012.primary')).toBe(2)
  })
  test('no computers anywhere: the composite of 2012 is undefined, and so is its verdict; 2017 does not ask for them', () => {
    const county = meeting(1)
    county.schools.computers.fill(0)
    const { of } = read(county)
    expect(of('B4.cv.primary')).toBeNaN()
    expect(of('verdict.balance-2012.primary')).toBeNaN()
    expect(of('verdict.balance-2017.primary')).toBe(1)
  })
  test('a level without sections has no verdict, and neither has the county', () => {
    const county = meeting(1)
    county.sections.open[sectionRow.townshipJunior] = 0
    county.sections.open[sectionRow.townJunior] = 0
    const { of } = read(county)
    expect(of('verdict.balance-2017.junior')).toBeNaN()
    expect(of('Q4.cv.junior')).toBeNaN()
    expect(of('verdict.balance-2017')).toBeNaN()
  })
})

describe('money', () => {
  test('every yuan appears once by payer, once by purpose and once in the sum', () => {
    const ledger = noMoney()
    ledger.charge('funding')
    ledger.spend('public-funds', 0, 1000, 'central')
    ledger.spend('public-funds', 1, 500)
    ledger.charge('teacher-rotation')
    ledger.spend('allowance', -1, 77, 'province')
    const { of, section } = read(smallCounty(), ledger)
    expect(of('cost')).toBe(1577)
    expect([of('cost.payer.central'), of('cost.payer.province'), of('cost.payer.county'), of('cost.payer.family')]).toEqual([1000, 77, 500, 0])
    expect([of('cost.purpose.public-funds'), of('cost.purpose.allowance')]).toEqual([1500, 77])
    expect(section(0, 'spent.public-funds')).toBe(1000)
  })
})

test('G6: the village school and the point are small; 72,000 yuan are the base for 100 pupils', () => {
  const ledger = noMoney()
  ledger.charge('funding')
  ledger.spend('public-funds', sectionRow.villagePrimary, 72_000)
  ledger.spend('public-funds', sectionRow.teachingPoint, 71_999)
  const { of } = read(smallCounty(), ledger)
  expect(of('G6-small-school-funding.primary')).toBe(0.5)
  expect(of('G6-small-school-funding.junior')).toBeNaN()
})

test('totals that mean something at one level only have no column at the other', () => {
  expect(countyColumn('leavers.primary')).toBe(-1)
  expect(countyColumn('leavers.junior')).toBeGreaterThan(-1)
})

test('column ids are unique, named in both languages, and found by name', () => {
  for (const columns of [sectionSeries, countySeries]) {
    expect(new Set(columns.map((c) => c.id)).size).toBe(columns.length)
    for (const { text } of columns) expect(text.en.length > 0 && /[\u4e00-\u9fff]/.test(text.zh)).toBe(true)
  }
  expect(sectionColumn('no such column')).toBe(-1)
  expect(countySeries[countyColumn('Q1.cv.primary')].unit).toBe('ratio')
})

test('measuring changes nothing and gives fresh arrays', () => {
  const county = smallCounty()
  const before = county.save()
  const first = measureYear(county, noMoney(), smallYear)
  const second = measureYear(county, noMoney(), smallYear)
  expect(county.save()).toEqual(before)
  expect(second.county).not.toBe(first.county)
  expect(second.county).toEqual(first.county)
})
