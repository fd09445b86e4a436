import { levels, type Level, type Series } from '../../../engine/index.ts'
import type { SlotA } from '../../stores/view/view.ts'
import { aboutModel } from './about-doors.ts'
import { assessed, passing, value } from './columns.ts'
import { shareHead } from './cv-words.ts'
import { basisOf, passingDoor } from './doors.ts'
import { countyCell, countySumMiddle, itemOf, middle, sectionCell, type Frame } from './frame.ts'
import { costOverYears } from './over-years-cost.ts'
import { bandOf, knownOf, twinByYear, type Asked, type OverYears } from './over-years-shape.ts'
import { fixed } from './shown.ts'

/** Mean of the rural schools’ values over that of the county-town schools, each school once; NaN without either, or where the latter is nothing. */
export function ruralOverTown(frame: Frame, run: Series, year: number, level: Level, item: string): number {
  const average = (kind: 'rural' | 'county-town') => {
    const values = frame.facts.filter((fact) => fact.level === level && fact.kind === kind).map((fact) => sectionCell(frame, run, year, fact.section, value(item)))
    const known = values.filter((one) => !Number.isNaN(one))
    return known.length === 0 ? NaN : known.reduce((sum, one) => sum + one, 0) / known.length
  }
  const town = average('county-town')
  return town === 0 ? NaN : average('rural') / town
}

/** What lines of plan and baseline have in common: their band, their table, and what is read of them. */
function linesOf(asked: Asked, label: string, { plan, baseline, rows, text }: Pick<OverYears, 'plan' | 'baseline'> & { /** Runs of the plan. */ readonly rows: readonly (readonly number[])[]; readonly text: (value: number) => string }) {
  const { speech, frame, runs } = asked
  const { t } = speech
  const { low, high } = bandOf(rows)
  const read = (name: string, ys: readonly number[]) => ({ ys, text: (y: number) => t('chart.point', { year: frame.years[y]!, name, value: text(ys[y] ?? NaN) }) })
  return {
    ...{ label, plan, low, high, baseline, parts: [] },
    note: t('about.years'),
    lines: [read(label, plan), ...(baseline.length > 0 ? [read(t('cv.baseline'), baseline)] : [])],
    twin: twinByYear(asked, [[label, plan], [shareHead(speech, runs.length, 10), low], [shareHead(speech, runs.length, 90), high], [t('cv.baseline'), baseline]], text),
  }
}

/** Schools that pass overall: in every year the middle of what each run has at both stages, and those assessed likewise, as the card counts them. */
function passingOverYears(asked: Asked): OverYears {
  const { speech, frame, runs, pairs, year } = asked
  const { t } = speech
  const both = (some: readonly Series[], column: (level: Level) => string) =>
    some.length === 0 ? [] : frame.years.map((_, y) => countySumMiddle(frame, some, y, levels.map(column)))
  const [plan, baseline, all] = [both(runs, passing), both(pairs, passing), both(runs, assessed)]
  const rows = runs.map((run) => frame.years.map((_, y) => countyCell(frame, run, y, passing('primary')) + countyCell(frame, run, y, passing('junior'))))
  const lines = linesOf(asked, t('slotA.passing'), { plan, baseline, rows, text: (count) => fixed(count) })
  return {
    ...lines,
    title: t('passing.title', { year: frame.years[year]!, count: fixed(plan[year] ?? NaN), all: fixed(all[year] ?? NaN) }),
    subtitle: t('door.passing.formula'),
    domain: [0, Math.max(1, ...knownOf(all, plan, lines.high, baseline))],
    format: String,
    about: () => ({ ...passingDoor(speech, frame, frame.standards[asked.standard].source, runs, year), reading: t('about.years') }),
  }
}

/** The chosen item in the villages over that in the county town: the middle of the runs’ ratios. */
function gapOverYears(asked: Asked): OverYears {
  const { speech, frame, level, runs, pairs, year } = asked
  const { t, language } = speech
  const item = itemOf(frame.standards[asked.standard], asked.item)
  const rowsOf = (some: readonly Series[]) => some.map((run) => frame.years.map((_, y) => ruralOverTown(frame, run, y, level, item.id)))
  const middles = (rows: readonly (readonly number[])[]) => (rows.length === 0 ? [] : frame.years.map((_, y) => middle(rows.map((row) => row[y]!))))
  const rows = rowsOf(runs)
  const plan = middles(rows)
  const lines = linesOf(asked, t('slotA.gap'), { plan, baseline: middles(rowsOf(pairs)), rows, text: (ratio) => fixed(ratio, 3) })
  const slots = { item: item.short[language], level: t(`level.${level}`) }
  const title = plan.every(Number.isNaN) ? t('gap.none', slots) : t('gap.title', { ...slots, from: frame.years[0]!, first: fixed(plan[0] ?? NaN, 2), to: frame.years.at(-1)!, last: fixed(plan.at(-1) ?? NaN, 2) })
  const subtitle = t('gap.subtitle', slots)
  return {
    ...{ ...lines, title, subtitle },
    domain: [0, Math.max(1.2, ...knownOf(plan, lines.high, lines.baseline)) * 1.05],
    format: (ratio) => ratio.toFixed(1),
    about: () => aboutModel(speech, { title: lines.label, formula: subtitle, here: title, basis: basisOf(speech, runs.length, frame.years[year]!), reading: t('about.years') }),
  }
}

const views = { passing: passingOverYears, gap: gapOverYears, cost: costOverYears } as const
export type YearsView = keyof typeof views

/** Whether a view of the upper picture is one of these. */
export const isYearsView = (view: SlotA): view is YearsView => view in views

/** What the picture of a view shows. */
export const overYears = (view: YearsView, asked: Asked): OverYears => views[view](asked)

/** Room a scale takes beyond what leaves it, so that it is not drawn anew with every step of a lever. */
const spare = 1.3

/** The scale while a lever moves: it stands still until a line would leave it, then makes room for more than that. */
export const heldDomain = ([low, high]: readonly [number, number], needed: readonly [number, number]): readonly [number, number] => [
  needed[0] < low ? needed[0] * spare : low,
  needed[1] > high ? needed[1] * spare : high,
]
