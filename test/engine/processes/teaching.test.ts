import { describe, expect, test } from 'vitest'
import { createRules, type County } from '../../../src/engine/county/county.ts'
import { firstClass, firstPupil } from '../../../src/engine/county/cohorts.ts'
import { countStaff } from '../../../src/engine/county/staff.ts'
import { sectionRow, smallCounty, smallYear, stocks } from '../../support/small-county.ts'
import { runProcess, type StepOptions } from './small-year.ts'

/** Everything that could add to a score set to nothing, so that a test can add one thing. */
const nothing = { shock: 0, degree: 0, backbone: 0, novice: 0, newToSchool: 0, disruption: 0, classSizePrimary: 0, classSizeJunior: 0, peers: 0, tinySchool: 0, equipment: 0, spending: 0, boardingLow: 0 }

/** A small county whose teachers are all past their first year in the school. */
function settledCounty(): County {
  const county = smallCounty()
  for (let t = 0; t < county.teachers.count; t++) county.teachers.tenure[t] = 5
  return county
}

const teach = (county: County, { set = {}, ...more }: StepOptions = {}) => runProcess('teaching', county, { ...more, set: { ...nothing, ...set } })

/** The constant of class `j` of a section in the block of a grade. */
const constantOf = (county: County, section: number, grade: number, j = 0): number => county.classes.constant[firstClass(county, grade - 1) + county.sections.firstSlot[section]! + j]!

describe('two memories', () => {
  test('+0.10 SD a year for three years leaves 0.139 with a persistence of 0.30', () => {
    // 0.1, 0.1 + 0.3 × 0.1 = 0.13, 0.1 + 0.3 × 0.13 = 0.139
    const county = settledCounty()
    const rules = createRules(6)
    rules.sections.teachingGain.fill(0.1)
    for (const expected of [0.1, 0.13, 0.139]) {
      teach(county, { rules, set: { persistence: 0.3 } })
      for (const i of [0, 40, 76, firstPupil(county, 8)]) expect(county.pupils.input[i]).toBeCloseTo(expected, 12)
      expect(county.sections.rawMean[0]).toBeCloseTo(expected, 12)
      expect(county.sections.valueAdded[0]).toBeCloseTo(0.1, 12)
    }
  })

  test('the same with 0.65 would leave 0.207: why one memory is not enough', () => {
    const county = settledCounty()
    const rules = createRules(6)
    rules.sections.teachingGain.fill(0.1)
    for (let year = 0; year < 3; year++) teach(county, { rules, set: { persistence: 0.65 } })
    expect(county.pupils.input[0]).toBeCloseTo(0.1 * (1 + 0.65 + 0.65 ** 2), 12)
  })

  test('the durable part returns to what family and early skill imply and stays there', () => {
    const county = settledCounty()
    const { background, early, durable } = county.pupils
    background[0] = 2
    early[0] = 0.5
    // the resting point is gradient × background + early skill = 0.3 × 2 + 0.5
    durable[0] = 1.1
    durable[1] = 1
    for (let year = 1; year <= 3; year++) {
      teach(county, { set: { stability: 0.7, gradient: 0.3 } })
      expect(durable[0]).toBeCloseTo(1.1, 12)
      expect(durable[1]).toBeCloseTo(0.7 ** year, 12)
    }
  })

  test('a policy that halves the yearly slope of background halves what a year of it adds', () => {
    const county = settledCounty()
    county.pupils.background[0] = 1
    const rules = createRules(6)
    rules.county.backgroundSlope = 0.5
    teach(county, { rules, set: { stability: 0.7, gradient: 0.3 } })
    expect(county.pupils.durable[0]).toBeCloseTo(0.3 * 0.3 * 0.5, 12)
  })

  test('luck has the stated spread and is each child’s own', () => {
    const county = settledCounty()
    teach(county, { set: { shock: 0.62 } })
    const values: number[] = []
    for (let b = 0; b < 9; b++) for (let i = firstPupil(county, b); i < firstPupil(county, b) + county.blocks.size[b]!; i++) values.push(county.pupils.durable[i]!)
    const variance = values.reduce((sum, x) => sum + x * x, 0) / values.length
    // 822 pupils: the variance of a sample has a relative standard error of √(2/822) = 0.05
    expect(values.length).toBe(822)
    expect(Math.abs(variance / 0.62 ** 2 - 1)).toBeLessThan(0.2)
    expect(new Set(values).size).toBeGreaterThan(815)
  })
})

describe('the constant of a class', () => {
  test('class size counts from forty, per pupil, in each level’s own measure', () => {
    const county = settledCounty()
    teach(county, { set: { classSizePrimary: -0.003, classSizeJunior: -0.001 } })
    expect(constantOf(county, sectionRow.townPrimary, 1)).toBeCloseTo(0, 12)
    expect(constantOf(county, sectionRow.townshipPrimary, 1)).toBeCloseTo(-0.003 * (22 - 40), 12)
    expect(constantOf(county, sectionRow.teachingPoint, 6)).toBeCloseTo(-0.003 * (5 - 40), 12)
    expect(constantOf(county, sectionRow.townshipJunior, 7)).toBeCloseTo(0, 12)
  })

  test('a team counts by its academic teachers, half of it by the class’s own main one in primary', () => {
    const county = settledCounty()
    const { teachers } = county
    // teaching point: three teachers, the third teaches PE; the two academic ones have 0.2 and 0
    const rows = [0, 1, 2].map((j) => 12 + 8 + 10 + 5 + j)
    teachers.effect[rows[0]!] = 0.2
    teachers.effect[rows[2]!] = 99
    teach(county, { set: { headTeacherPrimary: 0.5 } })
    expect(county.sections.teaching[sectionRow.teachingPoint]).toBeCloseTo(0.1, 12)
    const seen = [1, 2, 3, 4, 5, 6].map((grade) => constantOf(county, sectionRow.teachingPoint, grade))
    // own main teacher 0.2 or 0 with weight one half, the team’s mean with the other half; grades take turns
    for (const constant of seen) expect([0.15, 0.05].some((x) => Math.abs(x - constant) < 1e-12)).toBe(true)
    expect(new Set(seen.map((x) => x.toFixed(6))).size).toBe(2)
  })

  test('what papers say: degree, backbone or senior rank once, novices and newcomers', () => {
    const county = settledCounty()
    const { teachers, sections } = county
    const set = { degree: 0.05, backbone: 0.08, novice: -0.07, newToSchool: -0.03, headTeacherPrimary: 0 }
    const first = 12 + 8 + 10 + 5
    // both academic teachers of the teaching point get the same papers
    const give = (column: 'degree' | 'backbone' | 'rank' | 'experience' | 'tenure', value: number) => [first, first + 1].forEach((t) => (teachers[column][t] = value))
    const meanEffect = (): number => {
      teach(county, { set })
      return sections.teaching[sectionRow.teachingPoint]!
    }
    for (const column of ['degree', 'backbone', 'rank'] as const) give(column, 0)
    expect(meanEffect()).toBe(0)
    give('degree', 1)
    expect(meanEffect()).toBeCloseTo(0.05, 12)
    give('backbone', 1)
    expect(meanEffect()).toBeCloseTo(0.13, 12)
    give('rank', 2)
    expect(meanEffect()).toBeCloseTo(0.13, 12)
    give('tenure', 0)
    expect(meanEffect()).toBeCloseTo(0.1, 12)
    // somebody in the first year of teaching is not also new to the school
    give('experience', 0)
    expect(meanEffect()).toBeCloseTo(0.06, 12)
    give('experience', 1)
    give('tenure', 1)
    expect(meanEffect()).toBeCloseTo(0.13 - 0.04, 12)
    give('experience', 2)
    expect(meanEffect()).toBeCloseTo(0.13 - 0.02, 12)
    give('experience', 3)
    expect(meanEffect()).toBeCloseTo(0.13, 12)
  })

  test('peers count by last year’s class mean against the mean of the grade, and add up to nothing', () => {
    const county = settledCounty()
    const { pupils, classes } = county
    // grade 1: the forty of Town Primary score 1, the other 37 score 0
    const first = firstPupil(county, 0)
    for (let i = first; i < first + 40; i++) pupils.durable[i] = 1
    classes.scores[firstClass(county, 0) + county.sections.firstSlot[sectionRow.townPrimary]!] = 40
    teach(county, { set: { peers: 0.12 } })
    expect(constantOf(county, sectionRow.townPrimary, 1)).toBeCloseTo(0.12 * (1 - 40 / 77), 12)
    expect(constantOf(county, sectionRow.villagePrimary, 1)).toBeCloseTo(-0.12 * (40 / 77), 12)
    const sum = 40 * constantOf(county, sectionRow.townPrimary, 1) + 37 * constantOf(county, sectionRow.villagePrimary, 1)
    expect(sum).toBeCloseTo(0, 12)
    expect(constantOf(county, sectionRow.townPrimary, 2)).toBe(0)
  })

  test('newly changed staff disturb everybody’s class, in proportion to their share', () => {
    const county = settledCounty()
    // two of the eight teachers of the nine-year school’s primary part are new
    county.teachers.tenure[12] = 0
    county.teachers.tenure[13] = 0
    countStaff(county)
    teach(county, { set: { disruption: -0.07 } })
    for (let grade = 1; grade <= 6; grade++) expect(constantOf(county, sectionRow.townshipPrimary, grade)).toBeCloseTo(-0.07 * 0.25, 12)
    expect(constantOf(county, sectionRow.townshipJunior, 7)).toBe(0)
  })

  test('principal, tiny school, added money and what policies say add up', () => {
    const county = settledCounty()
    county.schools.principal[3] = 0.04
    const rules = createRules(6)
    rules.county.effort = -0.02
    rules.sections.sharedGain[sectionRow.teachingPoint] = 0.1
    rules.sections.teachingGain[sectionRow.teachingPoint] = 0.01
    teach(county, { rules, set: { tinySchool: -0.03 } })
    expect(constantOf(county, sectionRow.teachingPoint, 3)).toBeCloseTo(0.04 - 0.02 + 0.1 + 0.01 - 0.03, 12)
    expect(constantOf(county, sectionRow.villagePrimary, 3)).toBeCloseTo(-0.02, 12)
  })

  test('10 % more money for four years adds up to the stated effect', () => {
    const county = settledCounty()
    for (let year = 0; year < 4; year++) {
      // 10 % of 10,000 yuan for each of 240 pupils
      county.sections.instruction[sectionRow.townPrimary] = 240_000
      teach(county, { set: { spending: 0.03, persistence: 0.3 } })
    }
    expect(county.pupils.input[0]).toBeCloseTo(0.03, 12)
  })

  test('equipment counts up to the standard, a campus’s own split between its sections by 1 : 1.1', () => {
    const county = settledCounty()
    teach(county, { set: { equipment: 0.01 } })
    // Town Primary: 480,000 yuan ÷ 240 = 2,000 = the standard; village 120,000 ÷ 60 the same; teaching point 1,000 = half
    expect(constantOf(county, sectionRow.townPrimary, 1)).toBeCloseTo(0.01, 12)
    expect(constantOf(county, sectionRow.villagePrimary, 1)).toBeCloseTo(0.01, 12)
    expect(constantOf(county, sectionRow.teachingPoint, 1)).toBeCloseTo(0.005, 12)
    // the nine-year school’s 528,000 fall half to each part: junior 264,000 ÷ 120 = 2,200 of 2,500
    expect(stocks[1].equipment / 2 / 120).toBe(2200)
    expect(constantOf(county, sectionRow.townshipPrimary, 1)).toBeCloseTo(0.01, 12)
    expect(constantOf(county, sectionRow.townshipJunior, 7)).toBeCloseTo(0.01 * (2200 / 2500), 12)
  })

  test('boarding costs the first three grades only, and only those who board', () => {
    const county = settledCounty()
    for (const b of [0, 2, 3]) county.pupils.standing[firstPupil(county, b)] = 1
    county.pupils.standing[firstPupil(county, 1)] = 3
    teach(county, { set: { boardingLow: -0.05 } })
    const inputs = [0, 1, 2, 3].map((b) => county.pupils.input[firstPupil(county, b)])
    expect(inputs.map((x) => Number(x!.toFixed(9)))).toEqual([-0.05, -0.05, -0.05, 0])
    expect(county.pupils.input[firstPupil(county, 0) + 1]).toBe(0)
  })
})

test('a section’s means are those of its pupils; the adjusted one takes family background off', () => {
  const county = settledCounty()
  for (let b = 0; b < 6; b++) {
    const first = firstPupil(county, b)
    for (let i = first; i < first + 40; i++) county.pupils.background[i] = 1
    county.classes.background[firstClass(county, b)] = 40
  }
  county.sections.rawMean[0] = 0.25
  teach(county, { year: smallYear, set: { stability: 0.7, gradient: 0.3 } })
  expect(county.sections.rawMean[0]).toBeCloseTo(0.09, 12)
  expect(county.sections.rawMeanBefore[0]).toBe(0.25)
  expect(county.sections.adjustedMean[0]).toBeCloseTo(0.09 - 0.3, 12)
  expect(county.sections.rawMean[1]).toBe(0)
})
