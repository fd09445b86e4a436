import { describe, expect, it } from 'vitest'
import { columnPlaces } from '../../src/app/charts/prepare/swarm-marks.ts'
import { aboveSays, swarmNote, swarmTop } from '../../src/app/charts/prepare/swarm-scale.ts'
import { swarmDots } from '../../src/app/charts/prepare/swarm.ts'
import { linear } from '../../src/app/charts/scale.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

/* A school above the scale of a swarm is seen to be above it: never at the value at which the scale ends. */

const zh = speechIn('zh')
const en = speechIn('en')
// in township order: town school 1.4, township school 0.9, village school 0.5
const year = { cv: 0.6, values: [0.5, 1.4, 0.9] as const }
const dots = swarmDots(handFrame, handStandard, 'primary', 'Q2', [handRun(1, [year, year, year])], 0)

describe('the scale of a swarm', () => {
  // 33 schools of 2 and one of 10: 97% of 34 are 32 and a bit, so most have 2
  const crowd = [10, ...new Array<number>(33).fill(2)]
  it('ends where most do if one lies far above, and where all do if that costs little', () => {
    expect(swarmTop(crowd, 1, 1.25)).toBe(2)
    expect(swarmTop(crowd, 1, 5)).toBe(10)
    // 2.4 is no more than 1.25 × 2
    expect(swarmTop([2.4, ...crowd.slice(1)], 1, 1.25)).toBe(2.4)
  })
  it('leaves the standard some room, and ends at a round value', () => {
    expect(swarmTop([0.5, 0.6], 1, 1.25)).toBe(1.6)
    // about eight steps of 500 up to 3,510
    expect(swarmTop([3510], 2000, 1.25)).toBe(4000)
    expect(swarmTop([], undefined, 1.25)).toBe(1)
  })
  it('is there too where nobody, or hardly anybody, has any of an item without a standard', () => {
    expect(swarmTop([0, 0, 0], undefined, 1.25)).toBe(1)
    expect(swarmTop([0, 0, 0], 0, 1.25)).toBe(1)
    // one school of forty has 3 computers: 97% of them have none, and the one is the scale
    expect(swarmTop([3, ...new Array<number>(39).fill(0)], undefined, 1.25)).toBe(3)
  })
})

describe('a dot above the scale', () => {
  const frame = { width: 100, height: 200, x: linear([-0.5, 0.5], [0, 100]), y: linear([0, 1], [200, 0]), line: 15 }
  it('lies over the break by its radius and five pixels; one at the end of the scale lies there', () => {
    expect(columnPlaces(frame, dots, 0, 4, 1).map(({ y }) => Math.round(y))).toEqual([-9, 20, 100])
    expect(columnPlaces({ ...frame, y: linear([0, 1.4], [200, 0]) }, dots, 0, 4, 1.4)[0]!.y).toBe(0)
  })
  it('is told in words, for the screen, for who hears it and for a file: how many in the year of the title', () => {
    const extent = { year: 2026, dots, drawn: [dots], top: 1 }
    expect(aboveSays(zh, handItem, extent)).toBe('折线以上高于 1，不按比例；2026 年 1 所')
    expect(swarmNote(zh, handItem, extent, true)).toBe('■ 县城 · ▲ 镇区 · ● 乡村 · ○ 低于 85% · 折线以上高于 1，不按比例；2026 年 1 所')
    expect(swarmNote(en, handItem, extent, false)).toBe('○ under 85% · above the torn line: over 1, not to scale; 1 in 2026')
  })
  it('of another year than that of the title is told too', () => {
    expect(aboveSays(zh, handItem, { year: 2027, dots: [], drawn: [dots, []], top: 1 })).toBe('折线以上高于 1，不按比例；2027 年 0 所')
  })
  it('where there is none, nothing is said; without a standard no dot is hollow', () => {
    const extent = { year: 2026, dots, drawn: [dots], top: 1.4 }
    expect(aboveSays(zh, handItem, extent)).toBe('')
    const { standard: _, ...plain } = handItem
    expect(swarmNote(zh, plain, extent, false)).toBe('')
  })
})
