import { describe, expect, it } from 'vitest'
import type { AdmissionRow } from '../../src/app/charts/prepare/admission.ts'
import { rowLayout } from '../../src/app/charts/prepare/admission-layout.ts'
import { admissionTitle, admissionTwin } from '../../src/app/charts/prepare/admission-words.ts'
import { itemDigits } from '../../src/app/charts/prepare/amounts.ts'
import { trackTwin } from '../../src/app/charts/prepare/backcast.ts'
import { breadthOf, cutTo } from '../../src/app/charts/prepare/breadth.ts'
import { chanceTwin } from '../../src/app/charts/prepare/chance.ts'
import type { ItemView } from '../../src/app/charts/prepare/frame.ts'
import { lorenzTwin } from '../../src/app/charts/prepare/lorenz-words.ts'
import { mapKey } from '../../src/app/charts/prepare/map-words.ts'
import { schoolTrends } from '../../src/app/charts/prepare/school-life.ts'
import { isLocated, mapMarks } from '../../src/app/charts/prepare/school-map.ts'
import { standingOf } from '../../src/app/charts/prepare/standing.ts'
import { swarmDots, type SwarmDot } from '../../src/app/charts/prepare/swarm.ts'
import { stageText, standingTwin, swarmSummary, swarmYearsTwin } from '../../src/app/charts/prepare/swarm-words.ts'
import { byTownship, gridLayout } from '../../src/app/charts/prepare/township-grid.ts'
import { trendsTwin } from '../../src/app/charts/prepare/trends-words.ts'
import { linesOf, sound } from '../../src/app/charts/save.ts'
import { printed, quantity, twinOf } from '../../src/app/charts/prepare/twin.ts'
import { csvOf, plain } from '../../src/app/charts/prepare/twin-files.ts'
import { pictureNames, pictureOf, pictures, picturesOf } from '../../src/app/screens/share/pictures.ts'
import { usualSchoolsView } from '../../src/app/stores/view/schools-view.ts'
import { slotAViews, slotBViews } from '../../src/app/stores/view/view.ts'
import { fc } from '../support/property.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

/* What leaves a picture: its table, its files, and drawings that the screen does not show. */

const zh = speechIn('zh')
const rowsOf = (twin: ReturnType<typeof twinOf>) => twin.rows.map((row) => row.map(printed))

describe('a number that leaves', () => {
  it('is printed short and saved whole, without grouping and with a minus that spreadsheets know', () => {
    const twin = twinOf([{ head: '值', cells: [quantity(3729.4567, '3,729'), quantity(-0.25, '−0.25'), quantity(NaN, '—'), quantity(2031)] }])
    expect(rowsOf(twin)).toEqual([['3,729'], ['−0.25'], ['—'], ['2031']])
    expect(csvOf(twin, '衡图')).toBe('\uFEFF值\n3729.4567\n-0.25\n\n2031\n\n# 衡图')
  })
  it('Q18 is never without its stamp, which stands under what the columns mean', () => {
    const twin = twinOf([{ head: '甲', means: '含义甲', cells: ['a'] }, { head: '乙', means: '含义乙', cells: [quantity(1)] }])
    // a comma or a quote would put the line in quotes, and it would begin with one
    expect(csvOf(twin, 'Quality 2017, "rules"').split('\n').at(-1)).toBe('# Quality 2017;  rules ')
    expect(csvOf(twin, '模型 1').split('\n')).toEqual(['\uFEFF甲,乙', 'a,1', '', '# 甲,含义甲', '# 乙,含义乙', '', '# 模型 1'])
  })
})

describe('a name that is no sound text', () => {
  it('leaves its picture well-formed: what XML forbids is marked, rare signs of two halves stay', () => {
    expect(sound('第\u0001小学\t\ud842 𠮷校\uffff')).toBe('第\ufffd小学\t\ufffd 𠮷校\ufffd')
    // nor is such a sign cut where a line ends
    expect(linesOf('𠮷'.repeat(40), 15, 200).flatMap((line) => [...line])).toEqual(Array(40).fill('𠮷'))
    expect(() => encodeURIComponent(sound('\ud842'))).not.toThrow()
  })
})

describe('Q16 a table of schools', () => {
  it('prints no value on another side of its standard or of 85 % of it than it lies', () => {
    // the standards of the form (standards.md 1.1), and 85 % of each
    const limits = [['per 100 pupils', 0.9, 0.765], ['per 100 pupils', 1, 0.85], ['m2/pupil', 4.5, 3.825], ['yuan/pupil', 2000, 1700], ['yuan/pupil', 2500, 2125]] as const
    fc.assert(
      fc.property(fc.constantFrom(...limits), fc.boolean(), fc.double({ min: -1e-4, max: 1e-4, noNaN: true }), ([unit, standard, floor], atFloor, off) => {
        const limit = atFloor ? floor : standard
        const value = limit + off
        fc.pre(Math.abs(value - limit) > 1e-9)
        const item: ItemView = { ...handItem, unit, standard: { primary: standard, junior: standard } }
        const dot: SwarmDot = { section: 0, name: { zh: '校', en: 'S' }, place: 'rural', value, standing: standingOf(value, standard) }
        const shown = [standingTwin(zh, item, 'primary', [dot]).rows[0]![2]!, swarmYearsTwin(zh, item, 'primary', [{ year: 2031, dots: [dot] }]).rows[0]![2]!]
        for (const cell of shown) {
          const number = Number(printed(cell).replace(/[△✕ ,]/g, ''))
          expect(Math.sign(number - limit)).toBe(Math.sign(value - limit))
          expect(plain(cell)).toBe(String(value))
        }
      }),
    )
  })
  it('prints 0.996 beside 1.00 as 0.996, and what meets by far with the digits of the form', () => {
    const dots = ([0.996, 1.25] as const).map((value, section): SwarmDot => ({ section, name: { zh: `校${section}`, en: '' }, place: 'rural', value, standing: standingOf(value, 1) }))
    expect(rowsOf(standingTwin(zh, handItem, 'primary', dots))).toEqual([
      ['校0', '乡村', '0.996', '△ 未达标（不低于 85%）'],
      ['校1', '乡村', '1.25', '✓ 达标'],
    ])
    expect(itemDigits('per 100 pupils')).toBe(2)
  })
})

describe('Q38 a table holds what its picture draws', () => {
  const values = [
    { cv: 0.6, values: [0.5, 1.4, 0.9] as const },
    { cv: 0.5, values: [0.8, 1.4, 0.95] as const },
    { cv: 0.4, values: [1, 1.4, 1.1] as const },
  ] as const
  const run = handRun(1, [values[0], values[1], values[2]])
  const dots = (y: number) => swarmDots(handFrame, handStandard, 'primary', 'Q2', [run], y)

  it('every year of a picture of years, a school without a dot left empty', () => {
    // the picture shows two of the three years; the town school has no dot in the first
    const first = dots(0).filter((dot) => dot.section !== 1)
    const twin = swarmYearsTwin(zh, handItem, 'primary', [{ year: 2026, dots: first }, { year: 2028, dots: dots(2) }])
    expect(twin.heads).toEqual(['学校', '城乡类型', '2026', '2028'])
    expect(rowsOf(twin)).toEqual([
      ['第3小学', '镇区', '△ 0.90', '1.10'],
      ['第1小学', '乡村', '✕ 0.50', '1.00'],
      ['第2小学', '县城', '—', '1.40'],
    ])
    expect(rowsOf(chanceTwin(zh, [{ year: 2026, dots: first }]))).toEqual([
      ['第3小学', '镇区', '90%'],
      ['第1小学', '乡村', '50%'],
    ])
  })
  it('the marks of the map, and its key', () => {
    const marks = mapMarks(handFrame, handStandard, 'primary', 'Q2', [run], 0)
    expect(standingTwin(zh, handItem, 'primary', marks).rows.map((row) => plain(row[2]!))).toEqual(['1.4', '0.9', '0.5'])
    expect(mapKey(zh, handItem, false)).toBe('■ 县城 · ▲ 镇区 · ● 乡村 · ✓ 达标 · △ 85%–100% · ✕ 低于 85%')
  })
  it('the two parts of a chance of admission, which add up to it', () => {
    const rows: readonly AdmissionRow[] = handFrame.facts.slice(0, 2).map((fact, k) => ({ fact, leavers: 80, chance: 0.5 - 0.25 * k, byQuota: 0.125 }))
    const twin = admissionTwin(zh, rows)
    expect(twin.rows.map((row) => row.slice(2).map(plain))).toEqual([
      ['80', '0.5', '0.125', '0.375'],
      ['80', '0.25', '0.125', '0.125'],
    ])
    // one decimal everywhere: 50 and 12.5 in one column would look as if they were not equally exact
    expect(twin.rows.map((row) => row.slice(3).map(printed))).toEqual([
      ['50.0%', '12.5%', '37.5%'],
      ['25.0%', '12.5%', '12.5%'],
    ])
    expect(admissionTitle(zh, rows, 2031)).toBe('2031 年优质高中录取机会：最高 50.0%，最低 25.0%')
  })
  it('of one kind of place says of which, in its title', () => {
    const rows: readonly AdmissionRow[] = [{ fact: handFrame.facts[0]!, leavers: 80, chance: 0.5, byQuota: 0 }]
    expect(admissionTitle(zh, rows, 2031, 'rural')).toBe('2031 年乡村初中优质高中录取机会：最高 50.0%，最低 50.0%')
    expect(admissionTitle(speechIn('en'), rows, 2031, 'rural')).toContain('in 2031, Junior, Rural:')
    expect(swarmSummary(zh, handItem, 'primary', [], 0, 2031, 'county-town')).toBe('2031 年县城小学骨干教师：无参评学校')
    expect(stageText(speechIn('en'), 'primary', 'township')).toBe('Primary, Township')
    expect(stageText(zh, 'primary')).toBe('小学')
  })
  it('the Lorenz curves at tenths: where everybody has the same, every tenth has a tenth', () => {
    const even = { pupils: [0, 1], resource: [0, 1] }
    const twin = lorenzTwin(zh, { year: 2031, now: even, first: 2025, then: even })
    expect(twin.rows.map((row) => Number(plain(row[1]!)))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  })
  it('the small pictures of a school: pupils, each item under the plan and, where there is one, under the baseline', () => {
    const [plan, base] = [run, handRun(1, [values[2], values[2], values[2]])]
    const twinOfSchool = (pairs: readonly (typeof run)[]) => trendsTwin(zh, handFrame, 'primary', 0, [plan], schoolTrends(handFrame, handStandard.items, 0, [plan], pairs))
    expect(twinOfSchool([base]).heads).toEqual(['年份', '学生数', '骨干教师（人/百名学生）', '骨干教师（人/百名学生），基线'])
    expect(rowsOf(twinOfSchool([base]))).toEqual([
      ['2026', '100', '0.50', '1.00'],
      ['2027', '100', '0.80', '1.00'],
      ['2028', '100', '1.00', '1.00'],
    ])
    expect(twinOfSchool([]).heads).toHaveLength(3)
  })
  it('the bounds of both bands of a record, each in a column of its own', () => {
    const track = { measure: 'coefficient', level: 'primary', item: 'Q2', years: [2024], bands: [[0.46], [0.5], [0.54], [0.58], [0.63]], recorded: [] } as const
    const twin = trackTwin(track, { t: (key) => key, figure: (value) => value.toFixed(2) })
    expect(twin.heads).toEqual(['year', 'recorded', 'median', 'inner.low', 'inner.high', 'outer.low', 'outer.high'])
    expect(rowsOf(twin)).toEqual([['2024', '—', '0.54', '0.50', '0.58', '0.46', '0.63']])
  })
})

describe('drawings that only leave', () => {
  it('townships of any size stay inside the frame and beside each other', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.integer({ min: 20, max: 90 }), schools: fc.integer({ min: 1, max: 30 }) }), { minLength: 1, maxLength: 24 }), fc.constantFrom([820, 380], [750, 450], [576, 500]), (sizes, [width, height]) => {
        const { cell, townships } = gridLayout(sizes, width!, height!, 17, 5)
        // the name and its cells, whichever is broader
        const boxes = townships.map(({ x, left, top, perRow }, k) => {
          const { name, schools } = sizes[k]!
          return { x, y: top, right: Math.max(x + name, left + Math.min(perRow, schools) * cell), bottom: top + Math.max(17, Math.ceil(schools / perRow) * cell) }
        })
        for (const box of boxes) expect(box.right <= width! + 1e-9 && (box.bottom <= height! + 1e-9)).toBe(true)
        for (const [a, one] of boxes.entries()) for (const two of boxes.slice(a + 1)) expect(one.right <= two.x || two.right <= one.x || one.bottom <= two.y + 1e-9).toBe(true)
      }),
    )
  })
  it('Q11 cells of townships fill the room there is, and are never smaller than what can be pressed', () => {
    // a county town and 14 townships of 5, names of three Chinese letters of 12 px
    const sizes = [13, ...Array.from({ length: 14 }, () => 5)].map((schools) => ({ name: 36, schools }))
    // 660 by 360: two columns of 330, of which names leave 287 for five cells: eight rows of 44 at most with 4 between are 380, of 41 are 356
    const wide = gridLayout(sizes, 660, 360, 17, 25)
    expect([wide.cell, wide.height, wide.townships.every(({ perRow }, k) => perRow >= sizes[k]!.schools)]).toEqual([41, 8 * 41 + 7 * 4, true])
    // 396 by 143: not even the smallest cells fit, so what is lowest scrolls, two townships beside each other
    const low = gridLayout(sizes, 396, 143, 17, 25)
    expect([low.cell, low.height, new Set(low.townships.map(({ x }) => x)).size]).toEqual([25, 8 * 25 + 7 * 4, 2])
  })
  it('townships come in the order of the marks, with all their schools', () => {
    const marks = mapMarks(handFrame, handStandard, 'primary', 'Q2', [handRun(1, [{ cv: 1 }, { cv: 1 }, { cv: 1 }])], 0)
    expect(byTownship([...marks, marks[0]!]).map(({ name, marks: mine }) => [name.zh, mine.length])).toEqual([['乡镇-1', 2], ['乡镇1', 1], ['乡镇2', 1]])
  })
  it('rows of schools fill columns from the left; words that would touch are thinned', () => {
    // 380 ÷ 15.6 are 24 rows to a column; 842 ÷ 276 are three columns
    expect(rowLayout(24, 842, 380, 12)).toMatchObject({ columns: 1, perColumn: 24, named: 1 })
    expect(rowLayout(25, 842, 380, 12)).toMatchObject({ columns: 2, perColumn: 13, named: 1 })
    expect(rowLayout(72, 842, 380, 12)).toMatchObject({ columns: 3, perColumn: 24, named: 1 })
    // 50 rows of 7.6 pixels: words of 14.4 pixels on every second
    expect(rowLayout(150, 842, 380, 12)).toMatchObject({ columns: 3, perColumn: 50, named: 2 })
  })
  it('a name is cut where it does not fit, and says so', () => {
    expect(cutTo('县城第一初级中学', 12, 200)).toBe('县城第一初级中学')
    const cut = cutTo('民办县城第一九年一贯制学校', 12, 100)
    expect(cut).toMatch(/^民办县城第一.*…$/)
    expect(breadthOf(cut, 12)).toBeLessThanOrEqual(100)
  })
})

describe('the pictures that are offered', () => {
  it('are all that the screens show, each with a name, none twice', () => {
    const names = Object.values(pictureNames(zh, 2031))
    expect(new Set(names).size).toBe(Object.keys(pictures).length)
    expect(Object.keys(pictures)).toEqual(expect.arrayContaining([...slotAViews, ...slotBViews.filter((view) => view !== 'flows')]))
  })
  it('are without the map where one school of a roster has no coordinates: where the others lie to it nobody said', () => {
    const at = (longitude: number | null, latitude: number | null) => ({ longitude, latitude }) as never
    const offered = (roster?: readonly never[]) => picturesOf(zh, 2031, roster ? { roster } : {}).map(([one]) => one)
    expect(offered()).toEqual(Object.keys(pictures))
    expect(offered([at(104.1, 30.2), at(104.2, 30.3)])).toEqual(Object.keys(pictures))
    for (const missing of [at(null, 30.3), at(104.2, null)]) {
      expect(isLocated({ roster: [at(104.1, 30.2), missing] })).toBe(false)
      expect(offered([at(104.1, 30.2), missing])).toEqual(Object.keys(pictures).filter((one) => one !== 'map'))
    }
  })
  it('begin with the one somebody looks at', () => {
    expect(pictureOf({ screen: 'explore', slotA: 'chance', schools: usualSchoolsView })).toBe('chance')
    expect(pictureOf({ screen: 'schools', slotA: 'cv', schools: { ...usualSchoolsView, tab: 'admission' } })).toBe('admission')
    expect(pictureOf({ screen: 'schools', slotA: 'swarm', schools: usualSchoolsView })).toBe('swarm')
  })
})
