import { unitNames, type Level, type Series } from '../../../engine/index.ts'
import type { SlotA } from '../../stores/view.ts'
import { assessed, passing, value } from './columns.ts'
import { costByYear } from './cost.ts'
import { axisMoney, itemText, moneyText } from './amounts.ts'
import { shareHead } from './cv-words.ts'
import type { Speech } from './doors.ts'
import { countyCell, itemOf, middle, quantile, sectionCell, type Frame, type Standard } from './frame.ts'
import { quantity, twinOf, type Column, type Twin } from './twin.ts'

/** One number over the years under the plan, with its band, and under the baseline. */
export interface OverYears {
  readonly title: string
  readonly subtitle: string
  readonly label: string
  readonly plan: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly baseline: readonly number[]
  readonly domain: readonly [number, number]
  readonly format: (value: number) => string
  /** A value with its unit, as it is read. */
  readonly exact: (value: number) => string
  readonly twin: Twin
}

interface What {
  readonly standard: Standard
  readonly level: Level
  readonly item: string
}

/** Mean of the rural schools’ values over that of the county-town schools, each school once; NaN without either. */
export function ruralOverTown(frame: Frame, run: Series, year: number, level: Level, item: string): number {
  const average = (kind: 'rural' | 'county-town') => {
    const values = frame.facts.filter((fact) => fact.level === level && fact.kind === kind).map((fact) => sectionCell(frame, run, year, fact.section, value(item)))
    const known = values.filter((one) => !Number.isNaN(one))
    return known.length === 0 ? NaN : known.reduce((sum, one) => sum + one, 0) / known.length
  }
  return average('rural') / average('county-town')
}

/** The series of a view in every run: [run][year]. */
function rows(view: SlotA, frame: Frame, what: What, runs: readonly Series[], pairs: readonly Series[]): readonly (readonly number[])[] {
  if (view === 'cost') return runs.slice(0, pairs.length).map((run, k) => costByYear(run, pairs[k]!))
  return runs.map((run) =>
    frame.years.map((_, y) =>
      view === 'passing' ? countyCell(frame, run, y, passing('primary')) + countyCell(frame, run, y, passing('junior')) : ruralOverTown(frame, run, y, what.level, what.item),
    ),
  )
}

/** What one of the line pictures shows. */
export function overYears(view: SlotA, speech: Speech, frame: Frame, what: What, runs: readonly Series[], pairs: readonly Series[]): OverYears {
  const { t, language } = speech
  const mine = rows(view, frame, what, runs, pairs)
  const theirs = view === 'cost' ? [] : rows(view, frame, what, pairs, pairs)
  const at = (all: readonly (readonly number[])[], read: (values: readonly number[]) => number) => (all.length === 0 ? [] : frame.years.map((_, y) => read(all.map((row) => row[y]!))))
  const plan = at(mine, middle)
  const baseline = at(theirs, middle)
  const banded = runs.length >= 5
  const low = banded ? at(mine, (values) => quantile(values, 0.1)) : []
  const high = banded ? at(mine, (values) => quantile(values, 0.9)) : []
  const last = frame.years.length - 1
  const all = runs[0] ? countyCell(frame, runs[0], 0, assessed('primary')) + countyCell(frame, runs[0], 0, assessed('junior')) : 1
  const item = itemOf(frame.standards[what.standard], what.item)
  const format = view === 'cost' ? (yuan: number) => axisMoney(yuan, language) : view === 'passing' ? (count: number) => String(count) : (share: number) => share.toFixed(1)
  const known = [...plan, ...baseline, ...low, ...high].filter((one) => !Number.isNaN(one))
  const bottom = Math.min(0, ...known)
  // where nothing costs anything the axis still needs figures that differ
  const least = view === 'gap' ? 1.2 : known.some((one) => one !== 0) ? 1 : 1e6
  const top = view === 'passing' ? all : Math.max(least, ...known) * 1.05
  const subtitle = view === 'gap' ? t('gap.subtitle', { item: item.short[language], level: t(`level.${what.level}`) }) : view === 'passing' ? t('door.passing.formula') : t('door.cost.formula')
  const total = plan.reduce((sum, one) => sum + one, 0)
  const title =
    view === 'cost'
      ? total === 0
        ? t('cost.none')
        : t('cost.summary', { year: frame.years[last] ?? 0, cost: moneyText(total, language) })
      : view === 'passing'
        ? t('passing.title', { year: frame.years[last] ?? 0, count: plan[last] ?? '—', all })
        : t('gap.title', { item: item.short[language], level: t(`level.${what.level}`), from: frame.years[0] ?? 0, first: (plan[0] ?? NaN).toFixed(2), to: frame.years[last] ?? 0, last: (plan[last] ?? NaN).toFixed(2) })
  const text = (number: number) => (Number.isNaN(number) ? '—' : view === 'cost' ? itemText(number, 'yuan') : view === 'gap' ? number.toFixed(3) : String(number))
  const column = (head: string, values: readonly number[]): readonly Column[] => (values.length === 0 ? [] : [{ head, cells: values.map((one) => quantity(one, text(one))) }])
  const twin = twinOf([
    { head: t('chart.year'), cells: frame.years.map((year) => quantity(year)) },
    ...column(t(`slotA.${view}`) + (view === 'cost' ? t('mark.bracketed', { what: unitNames.yuan[language] }) : ''), plan),
    ...column(shareHead(speech, runs.length, 10), low),
    ...column(shareHead(speech, runs.length, 90), high),
    ...column(t('cv.baseline'), baseline),
  ])
  return { title, subtitle, label: t(`slotA.${view}`), plan, low, high, baseline, domain: [bottom, top], format, exact: (number) => (view === 'cost' ? moneyText(number, language) : text(number)), twin }
}

/** Room a scale takes beyond what leaves it, so that it is not drawn anew with every step of a lever. */
const spare = 1.3

/** The scale while a lever moves: it stands still until a line would leave it, then makes room for more than that. */
export const heldDomain = ([low, high]: readonly [number, number], needed: readonly [number, number]): readonly [number, number] => [
  needed[0] < low ? needed[0] * spare : low,
  needed[1] > high ? needed[1] * spare : high,
]
