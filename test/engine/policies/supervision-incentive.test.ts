import { expect, test } from 'vitest'
import { supervisionIncentive } from '../../../src/engine/policies/supervision-incentive.ts'
import { smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

const record = (primary: number, junior: number) => (column: string) => (column === 'Q2.cv.primary' ? primary : column === 'Q2.cv.junior' ? junior : NaN)

function review(set: Record<string, number | string>, primary: number, junior: number) {
  const raised: [string, string, number][] = []
  const { ledger } = actOnce(supervisionIncentive, smallCounty(), { item: 'Q2', limit: 0.5, steps: 2, reward: 500_000, ...set }, {
    published: record(primary, junior),
    raise: (policy, lever, by) => raised.push([policy, lever, by]),
  })
  return { raised, reward: ledger.spent('reward') }
}

test('above the limit two steps raise the rotation share by two points; no reward is paid', () => {
  expect(review({}, 0.51, 0.3)).toEqual({ raised: [['teacher-rotation', 'share', 0.02]], reward: 0 })
})

test('at the limit itself nothing is raised and the reward is paid', () => {
  expect(review({}, 0.5, 0.3)).toEqual({ raised: [], reward: 500_000 })
})

test('only the level watched counts', () => {
  expect(review({ level: 'primary' }, 0.3, 0.9).raised).toEqual([])
  expect(review({ level: 'junior' }, 0.3, 0.9).raised).toHaveLength(1)
})

test('each answer names a lever that exists in the unit it has there', () => {
  expect(review({ answer: 'hiring' }, 0.9, 0).raised).toEqual([['directed-hiring', 'share', 0.2]])
  expect(review({ answer: 'building' }, 0.9, 0).raised).toEqual([['school-standardisation', 'money', 4_000_000]])
  expect(review({ answer: 'tilt' }, 0.9, 0).raised).toEqual([['funding-tilt', 'size', 100]])
})

test('before there is a record nothing happens', () => {
  expect(review({}, NaN, NaN)).toEqual({ raised: [], reward: 0 })
})
