import { expect, test } from 'vitest'
import type { Parameters } from '../../../src/engine/declare.ts'
import { originParameters } from '../../../src/engine/county/origins.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { processes } from '../../../src/engine/year.ts'
import { unitNames } from '../../../src/engine/units.ts'

const groups = [...processes, ...policies, { id: 'origins', parameters: originParameters }]
const all = groups.flatMap(({ id, parameters }) => Object.entries(parameters as Parameters).map(([name, { label, unit }]) => ({ name: `${id}.${name}`, label, unit })))
const unitOf = (name: string) => unitNames[all.find((one) => one.name === name)!.unit].en

test('a standard deviation is said of what it is measured in', () => {
  // from the formulas: the shift of teachers is multiplied by the spread of their effect, merit has a draw of standard deviation 1
  expect(unitOf('origins.teacherTown')).toBe('standard deviations of teacher effect')
  expect(unitOf('origins.backgroundTown')).toBe('standard deviations of family background')
  expect(unitOf('demography.leftBehindCost')).toBe('standard deviations of family background')
  expect(unitOf('teacher-hiring.attraction')).toBe('standard deviations of teachers’ test scores')
  expect(unitOf('teacher-hiring.townFavour')).toBe('standard deviations of chance in the choice')
  // a spread of logarithms has no unit
  expect(unitOf('origins.sizeSpread')).toBe('ratio')
})

test('no label repeats a unit of its own beside the one that is printed', () => {
  expect(all.filter(({ label }) => /\bin (teachers?’? ?|the )?SDs?\b|（[^（）]*个?标准差）/.test(`${label.en} ${label.zh.replace('对数标准差', '')}`)).map(({ name }) => name)).toEqual([])
})
