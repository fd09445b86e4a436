import { createEngine, numbersCounter, sectionColumn, sectionSeries, countyColumn, type Arm, type Scenario, type Series } from '../../../src/engine/index.ts'
import { cohorts, columnsOf, tableNames, type SeenCounty, type TableName } from '../../../src/engine/county/county.ts'
import { Digest } from '../../../src/engine/kernel/digest.ts'
import { runReplicate, useOf } from '../../support/run-engine.ts'
import { tinyCountyScenario } from '../../support/tiny-description.ts'

/*
 * The golden runs: a tiny county, five years, one policy each for teachers, money and admission, printed as a planner could
 * read them. Their digests are over the whole state of the county, so nothing can change unseen, and a new column in a record
 * changes nothing.
 */

const arms: readonly Arm[] = [
  { id: 'status-quo', policies: [] },
  { id: 'rotation', policies: [useOf('teacher-rotation', 2026, { share: 0.2, length: 2 })] },
  { id: 'tilt', policies: [useOf('funding-tilt', 2026)] },
  { id: 'quota', policies: [useOf('enrolment-quota', 2027, { shareRule: 'set', share: 0.7, tiltRural: 0.3 })] },
  { id: 'all-three', policies: [useOf('teacher-rotation', 2026, { share: 0.2, length: 2 }), useOf('funding-tilt', 2026), useOf('enrolment-quota', 2027, { shareRule: 'set', share: 0.7, tiltRural: 0.3 })] },
]

/** What the golden files show. */
export const goldenScenario: Scenario = tinyCountyScenario({ id: 'golden', seed: 'golden', years: { from: 2025, to: 2030 }, arms })

/** Columns that only carry a year's work from one step to the next. */
const scratch = new Set(['pupils.wishes', 'places.listed', 'options.section', 'options.km'])

/** Rows of a table that stand for somebody or something. */
function rowsInUse(county: SeenCounty, table: TableName): number[] {
  const { blocks, capacity, teachers } = county
  if (table === 'pupils') return Array.from({ length: cohorts }, (_, b) => Array.from({ length: blocks.size[b]! }, (_, i) => b * capacity.cohort + i)).flat()
  const length = table === 'blocks' || table === 'classes' || table === 'options' ? county[table].capacity : county[table].count
  const rows = Array.from({ length }, (_, row) => row)
  return table === 'teachers' ? rows.filter((t) => teachers.section[t]! >= 0) : rows
}

/** Digest of every row in use of every column of every table. */
function stateDigest(county: SeenCounty): string {
  const digest = new Digest()
  for (const table of tableNames) {
    const columns = county[table] as unknown as Record<string, ArrayLike<number>>
    const rows = rowsInUse(county, table)
    for (const column of Object.keys(columnsOf[table])) if (!scratch.has(`${table}.${column}`)) digest.text(column).numbers(rows.map((row) => columns[column]![row]!))
  }
  return digest.hex()
}

type Shown = readonly [heading: string, column: string, digits: number]

const countyColumns: readonly Shown[] = [
  ['pupils P', 'roll.primary', 0],
  ['pupils J', 'roll.junior', 0],
  ['teachers P', 'teachers.primary', 0],
  ['teachers J', 'teachers.junior', 0],
  ['hired P', 'hired.primary', 0],
  ['moved P', 'movedIn.primary', 0],
  ['moved J', 'movedIn.junior', 0],
  ['Q2 CV P', 'Q2.cv.primary', 4],
  ['Q2 CV J', 'Q2.cv.junior', 4],
  ['Q6 CV P', 'Q6.cv.primary', 4],
  ['composite P', 'composite.cv.primary', 4],
  ['mean P', 'score-mean.primary', 4],
  ['mean J', 'score-mean.junior', 4],
  ['key places', 'keyAdmitted.junior', 0],
  ['by quota', 'keyByQuota.junior', 0],
  ['yuan', 'cost', 0],
]

const sectionColumns: readonly Shown[] = [
  ['pupils', 'roll', 0],
  ['classes', 'classes', 0],
  ['teachers', 'staff', 0],
  ['backbone', 'backbone', 0],
  ['newcomers', 'newcomers', 0],
  ['mean score', 'rawMean', 4],
  ['value added', 'valueAdded', 4],
  ['belief', 'belief', 4],
  ['key admitted', 'keyAdmitted', 0],
  ['items met', 'met', 0],
]

/** Lines of cells, each column as wide as its widest. */
function lines(cells: readonly (readonly string[])[]): string {
  const widths = cells[0]!.map((_, c) => Math.max(...cells.map((row) => row[c]!.length)))
  return cells.map((row) => row.map((cell, c) => cell.padStart(widths[c]!)).join('  ')).join('\n')
}

/** A number to fixed digits; a change below them still shows in the digest. −0 is 0. */
const show = (value: number, digits: number): string => (value === value ? (value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1')) : '-')

function yearTable(series: Series, digests: ReadonlyMap<number, string>): string {
  const width = series.county.length / series.years.length
  const rows = series.years.map((year, y) => [
    `${year}`,
    ...countyColumns.map(([, column, digits]) => show(series.county[y * width + countyColumn(column)]!, digits)),
    digests.get(year)!,
  ])
  return lines([['year', ...countyColumns.map(([heading]) => heading), 'state'], ...rows])
}

function sectionTable(series: Series, facts: readonly { readonly schoolName: { readonly en: string }; readonly level: string; readonly kind: string }[]): string {
  const width = sectionSeries.length
  const last = (series.years.length - 1) * series.sectionCount * width
  const rows = facts.map(({ schoolName, level, kind }, s) => [schoolName.en, level, kind, ...sectionColumns.map(([, column, digits]) => show(series.sections[last + s * width + sectionColumn(column)]!, digits))])
  return lines([['school', 'level', 'place', ...sectionColumns.map(([heading]) => heading)], ...rows])
}

/** The golden texts by arm: what a file of this folder must hold. */
export function goldenTexts(): ReadonlyMap<string, string> {
  const digests = new Map<string, Map<number, string>>()
  const before = new Map<number, string>()
  const engine = createEngine((county, arm, year) => {
    const years = arm === '' ? before : (digests.get(arm) ?? new Map<number, string>())
    years.set(year, stateDigest(county))
    if (arm !== '') digests.set(arm, years)
  })
  const all = runReplicate(goldenScenario, 1, engine)
  const facts = engine.facts(goldenScenario)
  return new Map(
    all.map((series, a) => {
      const uses = arms[a]!.policies.map(({ use, from, set }) => `  from ${from}: ${use} ${JSON.stringify(set)}`)
      const head = [`numbers ${numbersCounter}`, `Tiny county of ${facts.length} sections, arm ${series.arm}, seed ${goldenScenario.seed}, replicate 1`, ...(uses.length > 0 ? uses : ['  no policy'])]
      const states = new Map([...before, ...(digests.get(series.arm) ?? [])])
      const year = `Schools at the end of ${series.years.at(-1)}; P primary, J junior; scores in standard deviations`
      return [series.arm, [...head, '', yearTable(series, states), '', year, '', sectionTable(series, facts), ''].join('\n')]
    }),
  )
}

/** Counter in the first line of a golden text; NaN if it has none. */
export const counterOf = (text: string): number => Number(/^numbers (\d+)\n/.exec(text)?.[1] ?? NaN)

/** The change log's entry that brought a counter in, or undefined: the oldest, as later versions may keep the numbers. */
export const entryFor = (changes: string, counter: number): string | undefined => changes.split(/^## /m).findLast((entry) => entry.split('\n', 1)[0]!.includes(`(numbers ${counter})`))

/** Whether an entry says that numbers changed, and why, in at least a sentence. */
export const saysNumbersChanged = (entry: string): boolean => /^Numbers changed: yes\. \S.{20,}/m.test(entry)
