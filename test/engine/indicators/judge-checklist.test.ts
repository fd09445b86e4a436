import { describe, expect, test } from 'vitest'
import { Ledger } from '../../../src/engine/county/ledger.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { judgeChecklist } from '../../../src/engine/indicators/judge-checklist.ts'
import { governmentItems } from '../../../src/engine/norms/government-items.ts'
import { qualityItems } from '../../../src/engine/norms/quality-items.ts'
import { countyColumn, measureYear } from '../../../src/engine/record.ts'
import { sectionRow, smallCounty, smallYear } from '../../support/small-county.ts'

function judge(county: County) {
  const ledger = new Ledger(['funding'], 6)
  ledger.charge('funding')
  for (let s = 0; s < 6; s++) ledger.spend('public-funds', s, 1_000_000)
  const { county: row } = measureYear(county, ledger, smallYear)
  const verdicts = judgeChecklist([...governmentItems, ...qualityItems], (id) => {
    if (countyColumn(id) < 0) throw new Error(`no column ${id}`)
    return row[countyColumn(id)]
  })
  return (id: string) => verdicts.find((verdict) => verdict.item.id === id)!
}

describe('the small county', () => {
  const of = judge(smallCounty())
  test.each([
    ['G3', 'passes'],
    ['G4', 'passes'],
    ['G5', 'passes'],
    ['G6', 'passes'],
    ['G13', 'passes'],
    ['E1', 'passes'],
  ])('%s %s', (id, outcome) => expect(of(id).outcome).toBe(outcome))
  test('nobody was exchanged: 0 % is below 10 %', () => {
    expect(of('G11').outcome).toBe('fails')
    expect(of('G11').parts.map((part) => part.column)).toEqual(['G11-rotation-share', 'G11-backbone-share'])
  })
  test('no migrant children: nothing to judge', () => expect(of('G15').outcome).toBe('undecided'))
  test('what rests on documents stays open, and so does what is not modelled', () => {
    for (const id of ['G1', 'G2', 'G7', 'G8', 'G12', 'E2', 'E7', 'E8']) expect(of(id).outcome).toBe('open')
  })
})

test('exchange is judged over the county, not level by level', () => {
  const county = smallCounty()
  const { teachers, sections } = county
  // 8 settled in primary and 4 + 14 = 18 in junior; three juniors move, none of primary: 3 of 26
  sections.movedIn[sectionRow.townshipJunior] = 3
  const movers = Array.from({ length: teachers.count }, (_, t) => t).filter((t) => teachers.section[t] === sectionRow.townJunior && teachers.tenure[t] >= 17)
  expect(movers).toHaveLength(3)
  for (const t of movers) {
    teachers.section[t] = sectionRow.townshipJunior
    teachers.tenure[t] = 0
    teachers.postedUntil[t] = 2028
  }
  teachers.backbone[movers[0]] = 1
  const { parts, outcome } = judge(county)('G11')
  expect(parts[0].value).toBeCloseTo(3 / 26, 12)
  expect(parts[1].value).toBeCloseTo(1 / 3, 12)
  expect(outcome).toBe('passes')
})

test('the difference rate is the one strict limit: 0.15 itself fails', () => {
  const at = (share: number) => judgeChecklist(qualityItems, () => share).find(({ item }) => item.id === 'E9')!.outcome
  expect(at(0.15)).toBe('fails')
  expect(at(0.1499)).toBe('passes')
})
