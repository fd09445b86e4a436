import { describe, expect, it } from 'vitest'
import { chanceRange, chanceSummary } from '../../src/app/charts/prepare/chance.ts'
import type { Frame } from '../../src/app/charts/prepare/frame.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handRun } from './hand-county.ts'

const year = { cv: 0.5 }
const run = handRun(1, [year, year, year])
/** Leavers of one school are admitted at 44.1%, of another at 8.7%: 35.4 points between them. */
const frame = (range: number): Frame => ({ ...handFrame, reread: { section: () => undefined, county: (_, __, column) => (column === chanceRange ? range : column === 'key-chance.junior' ? 0.272 : undefined) } })

describe('the chances of admission', () => {
  it('differ by percentage points: a difference of two shares is no percentage of either', () => {
    expect(chanceSummary(speechIn('zh'), frame(0.441 - 0.087), [run], 1)).toBe('2027 年各初中优质高中录取机会最多相差 35.4 个百分点（全县平均 27.2%）')
    expect(chanceSummary(speechIn('en'), frame(0.441 - 0.087), [run], 1)).toContain('35.4 percentage points')
  })
  it('are not compared where nobody leaves', () => {
    expect(chanceSummary(speechIn('zh'), frame(NaN), [run], 1)).toBe('2027 年没有可比的初中毕业生')
  })
})
