import { expect, it } from 'vitest'
import { countyColumn } from '../../../src/engine/index.ts'
import { officialLists } from '../../../src/scenario/results/official-lists.ts'

/** Three runs of one year: the columns named hold these numbers, everything else is undefined. */
const columns: Readonly<Record<string, readonly number[]>> = {
  'G5-oversize-classes': [0, 2, 0],
  'G11-rotation-share': [0.1, 0.12, 0.09],
  'G11-backbone-share': [0.2, 0.19, 0.3],
  'G14-quota-share.junior': [0.5, 0.49, 0.5],
  'quota-rural-tilt.junior': [0.857, 0.9, 0.8],
  'G15-migrant-places': [0.85, NaN, 0.9],
}
const named = new Map(Object.entries(columns).map(([id, values]) => [countyColumn(id), values]))
const lists = officialLists(3, (run, column) => named.get(column)?.[run] ?? NaN)

it('counts runs that pass, of those in which an item can be judged', () => {
  expect(named.has(-1)).toBe(false)
  expect(lists['G5']).toEqual({ handling: 'computed', runs: { passes: 2, of: 3 } })
  // run 1 meets both numbers exactly, run 2 lacks backbone teachers, run 3 lacks exchange
  expect(lists['G11']).toEqual({ handling: 'computed', runs: { passes: 1, of: 3 } })
  expect(lists['G15']).toEqual({ handling: 'proxy', runs: { passes: 2, of: 2 } })
})

it('judges of directed places the half alone, as a stand-in, and tells the tilt beside it', () => {
  // places that lean away from rural schools do not fail it: the text gives no number, and none is made up
  expect(lists['G14']).toEqual({ handling: 'proxy', runs: { passes: 2, of: 3 }, beside: { 'quota-rural-tilt.junior': 0.857 } })
})

it('leaves open what nobody entered and what is not modelled', () => {
  expect(lists['G8']).toEqual({ handling: 'entered', runs: null })
  expect(lists['E8']).toEqual({ handling: 'not-modelled', runs: null })
  expect(Object.keys(lists)).toHaveLength(15 + 9)
})

it('does not count as passed what is computed but undefined', () => expect(lists['G13']).toEqual({ handling: 'computed', runs: { passes: 0, of: 0 } }))
