import { describe, expect, it } from 'vitest'
import { printed } from '../../src/app/charts/prepare/twin.ts'
import { plain, tsvOf } from '../../src/app/charts/prepare/twin-files.ts'
import { firstPassYears, metDoor, passDoor, schoolItemDoor } from '../../src/app/charts/prepare/school-doors.ts'
import { lacking } from '../../src/app/charts/prepare/school-sheet.ts'
import { passesOf, schoolRows, sortRows, tableColumns } from '../../src/app/charts/prepare/schools-table.ts'
import { passClauses, schoolsTwin, sortingText, statusChip, statusesOf, unitsText, whereText } from '../../src/app/charts/prepare/schools-words.ts'
import { partingText, twinLives } from '../../src/app/charts/prepare/twin-lives.ts'
import { followedMoves } from '../../src/app/screens/schools/flows.svelte.ts'
import { localKey } from '../../src/app/screens/schools/local-key.ts'
import { wholeTop } from '../../src/app/screens/schools/show-whole.ts'
import { cellText, gridMove, rangeText } from '../../src/app/screens/schools/table-cells.ts'
import type { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { withoutName } from '../../src/app/stores/view/without-name.ts'
import { readSchoolsView, sortedAfter, usualSchoolsView } from '../../src/app/stores/view/schools-view.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const run = handRun(1, [
  { cv: 0.6, values: [0.5, 2, 0.9], rolls: [100, 300, 90], status: [1, 2, 1] },
  { cv: 0.5, values: [0.8, 2, 0.95], rolls: [100, 300, 90], status: [1, 2, 2] },
  { cv: 0.4, values: [1, 2, 1], rolls: [100, 300, 90], status: [2, 2, 2] },
])
const late = handRun(2, [{ cv: 0.6 }, { cv: 0.6 }, { cv: 0.6, status: [1, 1, 2] }])
const rows = schoolRows(handFrame, handStandard, 'primary', [run], 0)
const zh = speechIn('zh')

describe('what is said of a school', () => {
  const says = (language: 'zh' | 'en', runs: readonly (typeof run)[], year: number, section: number) => passClauses(speechIn(language), schoolRows(handFrame, handStandard, 'primary', runs, year).find((row) => row.fact.section === section)!, runs.length, 2026 + year, 2028)
  it('is said once: that it never passes, or does not yet, or did and does no more', () => {
    expect(says('zh', [run], 2, 0)).toEqual(['综合达标', '1 次模拟中有 1 次到 2028 年已综合达标'])
    expect(says('zh', [run], 0, 0)).toEqual(['未综合达标', '1 次模拟中有 1 次到 2028 年已综合达标'])
    expect(says('en', [handRun(1, [{ cv: 0.6, values: [0.5, 1, 1] }, { cv: 0.6 }, { cv: 0.6 }])], 0, 0)).toEqual(['does not pass by 2028 in most runs'])
    const lost = handRun(1, [{ cv: 0.6, status: [2, 1, 1] }, { cv: 0.6, values: [0.5, 1, 1], status: [1, 1, 1] }, { cv: 0.6 }])
    expect(says('zh', [lost], 1, 0)).toEqual(['曾于 2026 年达标（1 次模拟中累计 1 次），2027 年未达标（0 次达标）'])
    expect(cellText(zh, schoolRows(handFrame, handStandard, 'primary', [lost], 1).find((row) => row.fact.section === 0)!, 'pass')).toBe('2026↓')
  })
  it('is that its medians would pass, where they would and most runs do not', () => {
    // in two of three runs it is below, each time for what the middle of its one item does not show
    expect(says('zh', [late, late, handRun(3, [{ cv: 0.6, status: [2, 2, 2] }, { cv: 0.6 }, { cv: 0.6 }])], 0, 0)[0]).toBe('各项中位数合乎要求，但不少于半数模拟中仍有指标不足')
  })
  it('is where it is, once where township and kind of place have one name', () => {
    expect(whereText(speechIn('en'), { townshipName: { zh: '县城', en: 'County town' }, kind: 'county-town' })).toBe('County town')
    expect(whereText(zh, handFrame.facts[0]!)).toBe('乡镇2 · 乡村')
  })
})

describe('what rows can be asked for', () => {
  it('is a status, or one item under 85%, and the chip says how runs decide who has it', () => {
    expect(statusesOf(handStandard)).toEqual(['not-passing', 'below', 'below.Q2', 'passing'])
    expect(['all', 'not-passing', 'below.Q2', 'passing'].map((status) => statusChip(zh, handStandard, status, 20))).toEqual(['', '未综合达标（不少于半数模拟）', '骨干教师低于 85%（按各校中位数）', '综合达标（过半模拟）'])
    expect(statusChip(speechIn('en'), handStandard, 'below.Q2', 1)).toBe('Backbone under 85%')
  })
})

describe('several columns sort at once', () => {
  it('the second decides where the first is equal; the first order where all are', () => {
    const even = rows.map((row) => ({ ...row, met: row.fact.section === 0 ? 7 : 5 }))
    const sections = (sort: Parameters<typeof sortRows>[1]) => sortRows(even, sort, 'zh').map((row) => row.fact.section)
    expect(sections([{ column: 'met', down: false }])).toEqual([1, 2, 0])
    expect(sections([{ column: 'met', down: false }, { column: 'roll', down: false }])).toEqual([2, 1, 0])
    expect(sections([{ column: 'name', down: true }])).toEqual([2, 1, 0])
  })
  it('a press leads, turns, then lets go; with Shift it is added', () => {
    const once = sortedAfter([], 'roll', false)
    expect(once).toEqual([{ column: 'roll', down: false }])
    expect(sortedAfter(once, 'roll', false)).toEqual([{ column: 'roll', down: true }])
    expect(sortedAfter([{ column: 'roll', down: true }], 'roll', false)).toEqual([])
    const two = sortedAfter(once, 'Q2', true)
    expect(two.map(({ column }) => column)).toEqual(['roll', 'Q2'])
    expect(sortedAfter(sortedAfter(two, 'Q2', true), 'Q2', true)).toEqual(once)
    expect(sortedAfter(two, 'met', false)).toEqual([{ column: 'met', down: false }])
  })
  it('is said in words', () => {
    expect(sortingText(zh, handStandard, [{ column: 'Q2', down: true }, { column: 'roll', down: false }], 3)).toBe('共 3 行，按骨干教师降序、学生数升序排列')
    expect(sortingText(zh, handStandard, [], 3)).toBe('共 3 行，按乡镇和学校排列')
  })
  it('a link may say anything: what is no column is dropped', () => {
    expect(readSchoolsView(new URLSearchParams('e=nonsense&o=roll-.roll.<b>.Q2&c=Q1.&f=abc&u=x'))).toEqual({ ...usualSchoolsView, sort: [{ column: 'roll', down: true }, { column: 'Q2', down: false }], hidden: ['Q1'] })
  })
})

describe('what leaves the table', () => {
  it('has the columns shown, plain numbers, and nothing a spreadsheet would take for a date', () => {
    const twin = schoolsTwin(zh, handStandard, 'primary', rows, ['place', 'pass'])
    expect(tableColumns(handStandard)).toEqual(['place', 'roll', 'Q2', 'met', 'pass'])
    expect(twin.heads).toEqual(['学校', '学段', '学生数', '骨干教师（人/百名学生）', '状态', '达标项（共 1 项）'])
    expect(twin.rows[0]!.map(printed)).toEqual(['第2小学', '小学', '300', '2.00', '✓', '1'])
    expect(twin.rows[0]!.map(plain)).toEqual(['第2小学', '小学', '300', '2', '✓', '1'])
    expect(twin.rows.flat().some((cell) => /^\d+[/-]\d+$/.test(plain(cell)))).toBe(false)
  })
  it('says the unit of every item, those of one unit together', () => {
    const area = { ...handItem, id: 'Q4', short: { zh: '教学用房', en: 'Rooms' }, unit: 'm2/pupil' as const }
    expect(unitsText(zh, [handItem, area, { ...handItem, id: 'Q1', short: { zh: '高学历教师', en: 'Degree' } }])).toBe('骨干教师、高学历教师：人/百名学生；教学用房：平方米/生')
  })
  it('is one line a row for the clipboard, whatever names hold', () => {
    expect(tsvOf([['a\tb\nc', '=1+1'], ['1.5', '-2']])).toBe("a b c\t'=1+1\r\n1.5\t-2")
  })
})

describe('cells chosen in the table', () => {
  const columns = ['name', 'roll', 'Q2', 'met']
  const corner = [{ row: 1, column: 1 }, { row: 0, column: 0 }] as const
  it('are those between two corners, whichever was first, with plain numbers', () => {
    expect(rangeText(zh, rows, columns, ...corner)).toBe('第2小学\t300\r\n第3小学\t90')
    expect(rangeText(zh, rows, columns, corner[1], corner[0])).toBe('第2小学\t300\r\n第3小学\t90')
  })
  it('have thousands grouped on the screen, and nowhere else', () => {
    const large = [{ ...rows[0]!, roll: 1358 }]
    expect(cellText(zh, large[0]!, 'roll')).toBe('1,358')
    expect(rangeText(zh, large, columns, { row: 0, column: 1 }, { row: 0, column: 1 })).toBe('1358')
  })
  it('say what the table says when they are copied: the language, the names hidden, the order, the year', () => {
    expect(rangeText(speechIn('en'), rows, columns, ...corner)).not.toMatch(/[\u4e00-\u9fff]/)
    const frame = { ...handFrame, facts: handFrame.facts.map(withoutName) }
    const hidden = rangeText(zh, schoolRows(frame, handStandard, 'primary', [run], 0), columns, ...corner)
    expect(hidden).toMatch(/^P\d{3}\t300\r\nP\d{3}\t90$/)
    expect(rangeText(zh, sortRows(rows, [{ column: 'roll', down: true }], 'zh'), columns, { row: 0, column: 1 }, { row: 2, column: 1 })).toBe('300\r\n100\r\n90')
  })
})

describe('what was tried for a school', () => {
  const app = { year: 2031, standardKey: 'standard.balance-2017', groundKey: 'a' } as const
  it('is of that school, year, standard and draft alone', () => {
    const keys = [
      localKey(app, { section: 1 }),
      localKey(app, { section: 12 }),
      localKey({ ...app, year: 2032 }, { section: 1 }),
      localKey({ ...app, standardKey: 'standard.balance-2017.relaxed' }, { section: 1 }),
      localKey({ ...app, groundKey: 'b' }, { section: 1 }),
    ]
    expect(new Set(keys).size).toBe(5)
    expect(localKey({ ...app }, { section: 1 })).toBe(keys[0])
  })
})

describe('moves that are followed', () => {
  it('are of the teachers chosen, and of all on paper, where no filter is seen', () => {
    const app = { frame: { years: [2025, 2026, 2027] }, year: 2027, selection: { schools: { since: 2026, who: 'backbone' } }, explanation: { trace: null }, runs: [] } as unknown as AppState
    expect(followedMoves(app).filter).toEqual({ from: 2026, to: 2027, who: 'backbone' })
    expect(followedMoves(app, 'all').filter).toEqual({ from: 2026, to: 2027, who: 'all' })
  })
})

describe('Q15 behind a school’s number', () => {
  it('stand its own figures: 1.5 of a stock over 300 pupils', () => {
    const door = schoolItemDoor(zh, handFrame, handItem, handFrame.facts[1]!, [run], 0)
    // 2.00 per hundred of 300 pupils are 6
    expect(door.here).toBe('6 ÷ 300 × 100 = 2.00；小学标准 1.00，85% 为 0.85')
    expect(door.sources).toEqual([handItem.source])
  })
  it('stand the split of a campus with two levels, and the rule it follows', () => {
    const door = schoolItemDoor(zh, handFrame, handItem, { ...handFrame.facts[1]!, form: 'nine-year' }, [run], 0)
    expect(door.formula).toContain('1∶1.1∶1.32')
    expect(door.sources.map(({ source }) => source)).toContain('combined-school-split')
  })
  it('stand the items met and missed, and runs by year', () => {
    expect(metDoor(zh, handStandard, handFrame, rows[2]!, 1, 0).here).toBe('低于 85%：骨干教师；未综合达标')
    expect(firstPassYears(handFrame, [run, late], 0)).toEqual([2028, null])
    expect(passDoor(zh, handStandard, handFrame, rows[2]!, [run, late]).here).toBe('2028 年 1 次；始终未达标 1 次')
    expect(passesOf(handFrame, [2028, null])).toEqual([{ year: 2028, runs: 1 }, { year: null, runs: 1 }])
  })
})

describe('the same school in two futures', () => {
  it('parts where the first record differs, with what differs, causes before consequences', () => {
    const other = handRun(1, [
      { cv: 0.6, values: [0.5, 2, 0.9], rolls: [100, 300, 90], status: [1, 2, 1] },
      { cv: 0.5, values: [0.8, 2, 0.95], rolls: [100, 300, 90], status: [2, 2, 2] },
      { cv: 0.4, values: [1, 2, 1], rolls: [100, 300, 90], status: [2, 2, 2] },
    ])
    const lives = twinLives(handFrame, run, other, 0)
    expect(lives.parting).toBe(2027)
    expect(lives.years.map(({ plan, baseline }) => [plan.passes, baseline.passes])).toEqual([[false, false], [false, true], [true, true]])
    expect(lives.why.map(({ column }) => column)).toEqual(['met', 'status'])
    // a status in its words, money with its unit
    expect(partingText(zh, lives.why[1]!, lives.why[1]!.plan)).toBe('未综合达标')
    expect(partingText(zh, { ...lives.why[0]!, column: 'spent.staff', unit: 'yuan' }, 4000)).toBe('4,000元')
    expect(twinLives(handFrame, run, run, 0)).toMatchObject({ parting: null, why: [] })
  })
})

describe('what a school lacks', () => {
  it('is whole teachers, and square metres as they are', () => {
    // 1.00 − 0.51 per hundred of 390 pupils are 1.911 teachers: two
    expect(lacking(handItem, 1, 0.51, 390)).toBe(2)
    // exactly three stay three, although (1 − 0.7) × 1000 ÷ 100 is a little more than 3 in binary
    expect(lacking(handItem, 1, 0.7, 1000)).toBe(3)
    expect(lacking({ ...handItem, per: 1 }, 4.5, 4, 300)).toBe(150)
    expect(lacking(handItem, 1, 1, 300)).toBe(0)
    expect(lacking(handItem, 1, NaN, 300)).toBe(0)
  })
})

describe('a row brought into view', () => {
  // ten rows of 30 between head and foot of a box that has room for three and a third
  const table = (scrollTop: number) => ({ scrollTop, room: 100, rows: Array.from({ length: 10 }, (_, k) => ({ top: 30 * k, height: 30 })) })
  it('leaves the table where it is if it is seen, moves back to it, or on to whole rows', () => {
    expect(wholeTop(table(10), 2)).toBe(10)
    expect(wholeTop(table(100), 2)).toBe(60)
    // row 7 ends at 240: seen from 140 on, and rows begin at 150
    expect(wholeTop(table(0), 7)).toBe(150)
  })
  it('is shown from its beginning where there is room for less than a row', () => expect(wholeTop({ ...table(0), room: 20 }, 4)).toBe(120))
  it('so is the last one, after which none begins', () => expect(wholeTop({ ...table(0), room: 20 }, 9)).toBe(270))
})

describe('keys in the grid', () => {
  it('stop at its edges', () => {
    expect(gridMove('ArrowUp', false, { row: 0, column: 2 }, 5, 4)).toEqual({ row: 0, column: 2 })
    expect(gridMove('PageDown', false, { row: 0, column: 2 }, 5, 4)).toEqual({ row: 4, column: 2 })
    expect(gridMove('Home', true, { row: 3, column: 2 }, 5, 4)).toEqual({ row: 0, column: 0 })
    expect(gridMove('End', false, { row: 3, column: 2 }, 5, 4)).toEqual({ row: 3, column: 3 })
    expect(gridMove('End', true, { row: 0, column: 0 }, 5, 4)).toEqual({ row: 4, column: 3 })
    expect(gridMove('x', false, { row: 0, column: 0 }, 5, 4)).toBeNull()
  })
})
