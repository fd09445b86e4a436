import { describe, expect, it } from 'vitest'
import { moveCauses, type MoveCause, type SectionFacts, type TeacherMoves, type TraceYear } from '../../src/engine/index.ts'
import { arcPath } from '../../src/app/charts/prepare/arcs.ts'
import { bandPath, sankeyLayout } from '../../src/app/charts/prepare/sankey.ts'
import { drift, keptMoves, movesOfSchool, placeFlows, schoolFlows, type FlowNode } from '../../src/app/charts/prepare/teacher-flows.ts'
import { flowsDoor, placeFlowsTitle, placeFlowsTwin, schoolFlowsTitle } from '../../src/app/charts/prepare/flow-words.ts'
import { plain } from '../../src/app/charts/prepare/twin-files.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame } from './hand-county.ts'

/* Sections 0 rural, 1 county town, 2 township, and a junior section 3 in the township: every count is read off these lines. */

type Line = readonly [teacher: number, from: number, to: number, cause: MoveCause, backbone: 0 | 1]
const movesOf = (lines: readonly Line[]): TeacherMoves => ({
  teacher: Int32Array.from(lines, (line) => line[0]),
  from: Int16Array.from(lines, (line) => line[1]),
  to: Int16Array.from(lines, (line) => line[2]),
  cause: Uint8Array.from(lines, (line) => moveCauses.indexOf(line[3])),
  backbone: Uint8Array.from(lines, (line) => line[4]),
})
const year = (at: number, lines: readonly Line[]): TraceYear => ({ year: at, before: new Float64Array(0), steps: [], moves: movesOf(lines) })

const trace: readonly TraceYear[] = [
  year(2026, [
    [1, 0, 1, 'upwards', 1],
    [2, 0, 1, 'upwards', 0],
    [3, 1, 0, 'posting', 1],
    [4, -1, 1, 'hired', 0],
    [4, 1, 0, 'directed', 0],
    [5, 2, -1, 'retired', 0],
  ]),
  year(2027, [
    [3, 0, 1, 'return', 1],
    [6, 2, 3, 'redeployed', 0],
    [7, 1, -1, 'quit', 1],
    [8, -1, 3, 'hired', 0],
  ]),
]
const junior: SectionFacts = { ...handFrame.facts[2]!, section: 3, level: 'junior' }
const facts = [...handFrame.facts, junior]
const all = { from: 2026, to: 2027, who: 'all' } as const

describe('the moves that are shown', () => {
  it('are those of the years and teachers chosen', () => {
    expect(keptMoves(trace, { from: 2027, to: 2027, who: 'all' }).map((move) => move.teacher)).toEqual([3, 6, 7, 8])
    expect(keptMoves(trace, { from: 2026, to: 2027, who: 'backbone' }).map((move) => move.teacher)).toEqual([1, 3, 3, 7])
  })
  it('take a new teacher who is placed elsewhere straight there', () => {
    const placed = keptMoves(trace, all).filter((move) => move.teacher === 4)
    expect(placed.map(({ from, to, cause }) => [from, to, cause])).toEqual([[-1, 0, 'hired']])
  })
})

describe('what lies behind a picture of flows', () => {
  it('names its years once where they are one, and the run that was followed', () => {
    const basis = (from: number, to: number, language: 'zh' | 'en') => flowsDoor(speechIn(language), '', '', { from, to, who: 'all' }, 3).basis
    expect(basis(2027, 2027, 'zh')).toBe('2027 年，第 3 次模拟')
    expect(basis(2025, 2027, 'zh')).toBe('2025–2027 年，第 3 次模拟')
    expect([basis(2027, 2027, 'en'), basis(2025, 2027, 'en')]).toEqual(['2027, run 3', '2025–2027, run 3'])
  })
})

describe('flows between places', () => {
  const links = placeFlows(facts, keptMoves(trace, all), 'primary')
  it('count moves by where they begin and end; what does not touch the level is left out', () => {
    expect(links.map(({ from, to, teachers, backbone }) => [from, to, teachers, backbone])).toEqual([
      ['county-town', 'rural', 1, 1],
      ['county-town', 'quit', 1, 1],
      ['township', 'other-level', 1, 0],
      ['township', 'retired', 1, 0],
      ['rural', 'county-town', 3, 2],
      ['hired', 'rural', 1, 0],
    ])
    expect(links.find((link) => link.from === 'rural')!.causes).toEqual([['upwards', 2], ['return', 1]])
  })
  it('say how many go down to the countryside and up to the town', () => {
    expect(drift(links)).toEqual({ down: 1, up: 3, town: 3 })
  })
  it('count what ends in the county town apart from what goes up to a township, and nobody from outside', () => {
    const link = (from: FlowNode, to: FlowNode, teachers: number) => ({ from, to, teachers, backbone: 0, causes: [] })
    const some = [link('rural', 'township', 5), link('rural', 'county-town', 2), link('township', 'county-town', 3), link('county-town', 'rural', 1), link('hired', 'county-town', 7), link('other-level', 'county-town', 4)]
    expect(drift(some)).toEqual({ down: 1, up: 10, town: 5 })
    expect(placeFlowsTitle(speechIn('zh'), some, all)).toContain('向上流动 10 人次（其中进县城 5），向下 1 人次')
  })
  it('have a sentence and a table in both languages, with the same numbers', () => {
    for (const language of ['zh', 'en'] as const) {
      const speech = speechIn(language)
      expect(placeFlowsTitle(speech, links, all)).toMatch(/2026–2027.*3.*1/)
      expect(placeFlowsTwin(speech, links).rows.map((row) => plain(row[2]!))).toEqual(links.map((link) => String(link.teachers)))
    }
  })
})

describe('flows between schools', () => {
  const moves = keptMoves(trace, all)
  it('of the county: the largest first, within the level', () => {
    expect(schoolFlows(facts, moves, 'primary', -1).flows.map(({ from, to, teachers }) => [from.section, to.section, teachers])).toEqual([
      [0, 1, 3],
      [1, 0, 1],
    ])
  })
  it('of the county never part of those as large as each other, unless there are no larger ones: then how many are left out', () => {
    // 0→1 has 3 moves, 1→0 one: with room for one arc only the larger is drawn
    expect(schoolFlows(facts, moves, 'primary', -1, 1)).toMatchObject({ flows: [{ teachers: 3 }], tied: 0 })
    const single = [
      [0, 1],
      [1, 0],
    ].map(([from, to]) => moves.find((move) => move.from === from && move.to === to)!)
    expect(schoolFlows(facts, single, 'primary', -1, 1)).toMatchObject({ flows: [{ teachers: 1 }], tied: 1 })
    for (const language of ['zh', 'en'] as const) expect(schoolFlowsTitle(speechIn(language), schoolFlows(facts, single, 'primary', -1, 1), undefined, all)).toMatch(/2026–2027.*1.*2.*1/)
  })
  it('of one school: all that begin or end there, the other level too', () => {
    expect(schoolFlows(facts, moves, 'primary', 2).flows.map(({ from, to }) => [from.section, to.section])).toEqual([[2, 3]])
  })
  it('as groups of dots: arrivals first, each with its origin and cause', () => {
    expect(movesOfSchool(facts, moves, 0).map(({ inward, other, cause, teachers, backbone }) => [inward, other?.section ?? -1, cause, teachers, backbone])).toEqual([
      [true, -1, 'hired', 1, 0],
      [true, 1, 'posting', 1, 1],
      [false, 1, 'upwards', 2, 1],
      [false, 1, 'return', 1, 1],
    ])
  })
})

describe('the layout of bands', () => {
  // 3 + 1 on the left, 2 + 2 on the right; 110 pixels less one gap of 10 leave 100 for 4: 25 each
  const layout = sankeyLayout([{ from: 'a', to: 'x', teachers: 2 }, { from: 'a', to: 'y', teachers: 1 }, { from: 'b', to: 'y', teachers: 1 }], { left: ['a', 'b', 'c'], right: ['x', 'y'] }, 110, 10)
  it('shares the height out by flow; nodes without flow are left out', () => {
    expect(layout.scale).toBe(25)
    expect(layout.left.map(({ id, top, height }) => [id, top, height])).toEqual([['a', 0, 75], ['b', 85, 25]])
    expect(layout.right.map(({ id, top, height }) => [id, top, height])).toEqual([['x', 0, 50], ['y', 60, 50]])
  })
  it('stacks the bands of a node without overlap', () => {
    expect(layout.bands.map(({ left, right, width }) => [left, right, width])).toEqual([[25, 25, 50], [62.5, 72.5, 25], [97.5, 97.5, 25]])
  })
  it('draws nothing broken where nothing flows', () => {
    expect(sankeyLayout([], { left: [], right: [] }, 100, 10)).toEqual({ left: [], right: [], bands: [], scale: 0 })
    expect(bandPath({ link: null, left: 10, right: 20, width: 4 }, 0, 100)).toBe('M0,8C50,8 50,18 100,18V22C50,22 50,12 0,12Z')
  })
  it('bends an arc to the left of its way and keeps clear of both marks', () => {
    // from 0,0 to 100,0: the middle is drawn to 50,-22; 5 pixels towards it from either end
    const [sx, sy, cx, cy, ex, ey] = arcPath([0, 0], [100, 0], 5).match(/-?[\d.]+/g)!.map(Number)
    expect([cx, cy]).toEqual([50, -22])
    expect(sx).toBeCloseTo((5 * 50) / Math.sqrt(50 * 50 + 22 * 22), 9)
    expect([sy! < 0, ey! < 0, ex! > 95]).toEqual([true, true, true])
    expect(arcPath([0, 0], [1, 0], 5)).not.toMatch(/NaN/)
  })
})
