import { describe, expect, it } from 'vitest'
import { aboutSchools } from '../../src/app/charts/prepare/about-doors.ts'
import { compositeDoor, cvDoor } from '../../src/app/charts/prepare/doors.ts'
import type { Frame, ItemView, StandardView } from '../../src/app/charts/prepare/frame.ts'
import { yearSays } from '../../src/app/charts/prepare/level-words.ts'
import { rangeLines } from '../../src/app/charts/prepare/report.ts'
import { schoolItemDoor } from '../../src/app/charts/prepare/school-doors.ts'
import type { SheetItem } from '../../src/app/charts/prepare/school-sheet.ts'
import type { SchoolCell } from '../../src/app/charts/prepare/schools-table.ts'
import SheetItems from '../../src/app/screens/schools/SheetItems.svelte'
import Trend from '../../src/app/screens/schools/Trend.svelte'
import { items2017, levels, standards2017, type Item2017, type Level } from '../../src/engine/index.ts'
import { languages } from '../../src/words/index.ts'
import { appWithRuns, drawn } from '../support/app-with-runs.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from '../charts/hand-county.ts'

/* Bar Q16 beside the tables: on cards, in the drawer and the sheet of a school, in “why” and in the report no number says another thing than the table it stands behind. */

const zh = speechIn('zh')
const run = handRun(1, [{ cv: 0.5003, values: [0.996, 1.4, 0.9] }, { cv: 0.5 }, { cv: 0.4997 }])

describe('Q16 85 % of a standard', () => {
  /** On paper: hundredths of a standard times 85 are its ten-thousandths. */
  const onPaper = (standard: number): number => (Math.round(standard * 100) * 85) / 10_000
  const shown = items2017.flatMap(({ id, unit }) =>
    levels.map((level) => {
      const standard = standards2017[id as Item2017][level]
      const item: ItemView = { ...handItem, unit, standard: { primary: standard, junior: standard } }
      const floors = languages.flatMap((language) => {
        const speech = speechIn(language)
        const here = [schoolItemDoor(speech, handFrame, item, handFrame.facts[0]!, [run], 0).here, aboutSchools(speech, handFrame, handStandard, item, 'primary', [run], 0, 'swarm').here]
        return here.map((text) => /85%(?: 为| of it) ([\d.,]*\d)/.exec(text)?.[1])
      })
      return { id, level, standard, floors }
    }),
  )
  it('is one number on the card of a school and behind the pictures, and no other than it is', () => {
    expect(shown.length).toBe(14)
    for (const { id, level, standard, floors } of shown) {
      expect([id, level, new Set(floors).size]).toEqual([id, level, 1])
      expect([id, level, Number(floors[0]!.replace(',', ''))]).toEqual([id, level, onPaper(standard)])
    }
  })
  it('has the digits of the form where they are enough', () => {
    const of = (id: string, level: Level) => shown.find((one) => one.id === id && one.level === level)!.floors[0]
    expect([of('Q2', 'primary'), of('Q4', 'primary'), of('Q7', 'primary'), of('Q6', 'primary')]).toEqual(['0.85', '3.825', '1.955', '1,700'])
  })
})

describe('Q16 a school beside its standard', () => {
  const cell: SchoolCell = { item: handItem, value: 1.2, standing: 'meets' }
  it('on its sheet: the first and the last year too', async () => {
    const app = await appWithRuns()
    const item: SheetItem = { cell, standard: 1, floor: 0.85, first: 0.8496, last: 0.996, lacks: 0 }
    const cells = [...drawn(app, SheetItems, { items: [item], years: [2025, 2031, 2039] }).matchAll(/<td[^>]*>(?:<b>✓ )?([\d.]+)/g)].map((one) => one[1])
    expect(cells).toEqual(['1.00', '0.8496', '1.20', '0.996'])
  })
  it('in its drawer: at both ends of the line, and to the ear', async () => {
    const app = await appWithRuns()
    const trend = { item: handItem, plan: [0.8496, ...new Array<number>(app.frame.years.length - 2).fill(1.2), 0.996], baseline: [] }
    const html = drawn(app, Trend, { trend, cell, fact: app.frame.facts.find(({ level }) => level === 'primary')! })
    const [first, last] = [app.frame.years[0]!, app.frame.years.at(-1)!]
    expect(html.replace(/<!--.*?-->/g, '')).toMatch(new RegExp(`>${first} 0\\.8496</button>.*>${last} 0\\.996</button>`, 's'))
    expect(/role="img" aria-label="([^"]*)"/.exec(html)?.[1]).toMatch(new RegExp(`${first} 0\\.8496.*${last} 0\\.996$`))
  })
})

describe('Q16 a coefficient beside its limit', () => {
  const last = (here: string) => /= ([\d.]+)；限值 0\.50$/.exec(here)?.[1]
  it('on its own card: its sum ends in the figure at its head', () => {
    const doors = [0, 1, 2].map((year) => cvDoor(zh, handFrame, handStandard, handItem, 'primary', [run], year))
    expect(doors.map(({ here }) => last(here))).toEqual(['0.5003', '0.500', '0.4997'])
    expect(doors.map(({ shown }) => shown)).toEqual(['0.5003', '0.500', '0.4997'])
  })
  it('of all eight items together', () => {
    // the composite of the hand-made county is read from the column of its one coefficient
    const frame: Frame = { ...handFrame, countyColumn: (id) => handFrame.countyColumn(id === 'composite.cv.primary' ? 'Q2.cv.primary' : id) }
    expect(last(compositeDoor(zh, frame, handStandard, 'primary', [run], 0).here)).toBe('0.5003')
  })
  it('in “why”, before and after a year', () => {
    const view: StandardView = handStandard
    expect(yearSays(zh, view, 'primary', { before: 0.5003, after: 0.49996, bars: [] })).toMatch(/^从 0\.5003 到 0\.49996；/)
  })
  it('in the report: the range of the runs', () => {
    const runs = [1, 2, 3].map((replicate) => handRun(replicate, [{ cv: 0.5003 }, { cv: 0.5 }, { cv: 0.4 }]))
    expect(rangeLines(zh, handFrame, handStandard, handItem, runs, 0)[0]).toMatch(/0\.5003–0\.5003 之间。$/)
  })
})
