import { describe, expect, it } from 'vitest'
import { lineMarks } from '../../src/app/charts/prepare/line-marks.ts'
import { markAt, stepList, stepMark, stepPlane, type ChartMark } from '../../src/app/charts/prepare/steps.ts'
import { swarmMarks } from '../../src/app/charts/prepare/swarm-marks.ts'
import { swarmDots } from '../../src/app/charts/prepare/swarm.ts'
import { linear } from '../../src/app/charts/scale.ts'
import { handFrame, handRun, handStandard } from './hand-county.ts'

const frame = { width: 200, height: 100, x: linear([2026, 2028], [0, 200]), y: linear([0, 1], [100, 0]), line: 15 }

describe('Q37 reading lines point by point', () => {
  const xs = [2026, 2027, 2028]
  const marks = lineMarks(frame, [
    { xs, ys: [0.5, 0.6, 0.7], text: (k) => `plan ${xs[k]}` },
    { xs, ys: [0.5, NaN, 0.4], text: (k) => `baseline ${xs[k]}` },
  ])
  it('every known value is a point, where the line has it', () => {
    expect(marks.map(({ x, y, text, row }) => [x, Math.round(y), text, row])).toEqual([
      [0, 50, 'plan 2026', 0],
      [100, 40, 'plan 2027', 0],
      [200, 30, 'plan 2028', 0],
      [0, 50, 'baseline 2026', 1],
      [200, 60, 'baseline 2028', 1],
    ])
  })
  it('left and right stay on a line, up and down change it, Home and End are its ends', () => {
    expect([stepMark(marks, 0, 'ArrowRight'), stepMark(marks, 0, 'ArrowLeft'), stepMark(marks, 2, 'ArrowRight')]).toEqual([1, 0, 2])
    expect([stepMark(marks, 2, 'ArrowDown'), stepMark(marks, 4, 'ArrowUp'), stepMark(marks, 4, 'ArrowDown')]).toEqual([4, 2, 4])
    expect([stepMark(marks, 1, 'Home'), stepMark(marks, 1, 'End'), stepMark(marks, 4, 'Home')]).toEqual([0, 2, 3])
    expect(stepMark(marks, 0, 'x')).toBeUndefined()
  })
  it('under the pointer is the nearest within reach', () => {
    expect([markAt(marks, 195, 33, 14), markAt(marks, 150, 90, 14)]).toEqual([2, -1])
  })
})

describe('Q37 reading dots', () => {
  const cross = [[50, 50], [90, 50], [10, 50], [50, 10], [50, 90], [60, 80]] as const
  it('an arrow goes to the nearest dot in its direction, and stays where there is none', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].map((key) => stepPlane(cross, 0, key))).toEqual([1, 2, 3, 4])
    expect(stepPlane(cross, 3, 'ArrowUp')).toBe(3)
    expect([stepPlane(cross, 2, 'Home'), stepPlane(cross, 2, 'End'), stepPlane(cross, 2, 'Enter')]).toEqual([0, 5, undefined])
  })
  it('in a list keys stop at its ends', () => {
    expect([stepList('ArrowDown', 0, 3), stepList('ArrowRight', 2, 3), stepList('ArrowUp', 0, 3), stepList('End', 0, 3), stepList('Tab', 0, 3)]).toEqual([1, 2, 0, 2, undefined])
  })
  it('map and swarm have the order of township, then school', () => {
    const year = { cv: 0.3, values: [0.9, 1.2, 0.5] as const }
    const dots = swarmDots(handFrame, handStandard, 'primary', 'Q2', [handRun(1, [year, year, year])], 0)
    const marks: readonly ChartMark[] = swarmMarks({ ...frame, x: linear([-0.5, 0.5], [0, 200]) }, [{ label: '2026', dots }], 5, 2, (dot, column) => `${column} ${dot.name.en} ${dot.value}`)
    // townships −1, 1 and 2; values over a scale to 1 on which those above 2 sit on the edge
    expect(marks.map(({ section, text }) => [section, text])).toEqual([
      [1, '2026 School 2 1.2'],
      [2, '2026 School 3 0.5'],
      [0, '2026 School 1 0.9'],
    ])
  })
})
