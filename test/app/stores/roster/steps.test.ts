import { expect, it } from 'vitest'
import type { Finding, Snapshot } from '../../../../src/roster/index.ts'
import { Spots } from '../../../../src/app/stores/roster/spots.svelte.ts'
import { firstStep } from '../../../../src/app/stores/roster/steps.ts'

const finding = (check: string, kind: Finding['class'], places: number, more: Partial<Finding> = {}) => ({ check, class: kind, all: [], at: Array.from({ length: places }, (_, row) => ({ row })), ...more }) as unknown as Finding
const snapshot = (...findings: Finding[]) => {
  const count = (kind: string) => findings.filter((one) => one.class === kind).reduce((sum, one) => sum + one.at.length, 0)
  return { findings, counts: { must: count('must'), look: count('look'), 'left-out': 0, information: count('information') } } as unknown as Snapshot
}

it('a person is needed at the columns where one is missing that no press can set, at the problems where there are some, else at the figures', () => {
  expect(firstStep(snapshot(finding('missing-column', 'must', 1)), false)).toBe('columns')
  expect(firstStep(snapshot(finding('no-header', 'must', 1)), false)).toBe('columns')
  expect(firstStep(snapshot(finding('missing-column', 'must', 1, { all: [{ id: 'by-name' }] as never })), false)).toBe('check')
  expect(firstStep(snapshot(finding('outlier', 'look', 2)), false)).toBe('check')
  expect(firstStep(snapshot(finding('tidied', 'information', 2)), false)).toBe('result')
  expect(firstStep(snapshot(), true)).toBe('check')
})

it('the cursor goes round the places that need somebody, and stays where it stood when one is settled', () => {
  const now = snapshot(finding('empty', 'must', 2), finding('outlier', 'look', 1), finding('tidied', 'information', 4))
  const spots = new Spots(() => now)
  expect([spots.list.length, spots.open, spots.current]).toEqual([7, 3, null])
  const walk = (by: 1 | -1, steps: number) => Array.from({ length: steps }, () => (spots.next(by), spots.at))
  expect(walk(1, 4)).toEqual([0, 1, 2, 0])
  expect(walk(-1, 2)).toEqual([2, 1])
  // from what only informs it goes to the first, or the last, that needs somebody
  spots.at = 5
  expect(walk(1, 1)).toEqual([0])
  spots.at = 5
  expect(walk(-1, 1)).toEqual([2])
})

it('the cursor is at the last place where those after it are settled, and nowhere where all are', () => {
  for (const [left, at] of [[2, 1], [0, -1]] as const) {
    const spots = new Spots(() => snapshot(finding('empty', 'must', left)))
    spots.at = 2
    spots.stay()
    expect(spots.at).toBe(at)
  }
})
