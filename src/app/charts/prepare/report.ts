import { levels, sources, type AnyPolicy, type Citation, type CountyDescription, type Parameter, type Series, type Source } from '../../../engine/index.ts'
import { acts, baselineOf, leverValue, timingOf, type Draft } from '../../stores/draft/draft.ts'
import { itemText, itemUnit } from './amounts.ts'
import { below, cv, mean } from './columns.ts'
import { middleCost } from './cost.ts'
import type { Speech } from './doors.ts'
import { gradeOf, valueText } from './grades.ts'
import { countyCell, countyMiddle, quantile, sectionCell, type Frame, type ItemView, type StandardView } from './frame.ts'
import { mediansPass, schoolRows } from './schools-table.ts'
import { headlineWords } from './headline-words.ts'
import { fixed, insideBand, shownAgainst } from './shown.ts'
import { changedAssumptions } from './report-assumed.ts'
import { setText } from './set-words.ts'
import { timingText } from './timing-words.ts'
import { quantity, twinOf, type Cell, type Column, type Twin } from './twin.ts'
import { firstPasses, headline } from './verdict.ts'

/* What the report and the tables that leave the app say: rows of text, the same for screen, paper, spreadsheet and clipboard. */

const headsOf = (text: string): readonly string[] => text.split('|')

/** The verdict as one line and its runs: “half the runs by 2033”, “17 of 20 runs have passed by 2033”. */
export function verdictLines({ t }: Pick<Speech, 't'>, frame: Frame, view: StandardView, runs: readonly Series[]): { readonly title: string; readonly runs: string } {
  return headlineWords({ t }, headline(firstPasses(frame, view, runs)), frame.years.at(-1) ?? 0)
}

/** Levers that stand away from the baseline: policy, lever, baseline, value, when and where. */
export function changedTwin(speech: Speech, draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[]): Twin {
  const { t, language } = speech
  const rows = policies
    .filter((policy) => acts(draft, policy, county))
    .flatMap((policy) =>
      Object.entries(policy.parameters as Readonly<Record<string, Parameter>>).flatMap(([lever, parameter]) => {
        const [value, usual] = [leverValue(draft, policy, lever, county), baselineOf(policy, lever, county)]
        if (value === usual) return []
        return [[policy.text.name[language], parameter.label[language], valueText(usual, parameter, language), valueText(value, parameter, language), timingText(speech, timingOf(draft, policy.id))]]
      }),
    )
  return { heads: headsOf(t('report.changed.head')), rows }
}

/** Schools that do not pass overall in a year in at least half of the runs: name, level, items met, items below; both levels, in the order of townships. */
export function belowTwin({ t, language }: Speech, frame: Frame, view: StandardView, runs: readonly Series[], year: number): Twin {
  const rows = levels.flatMap((level) =>
    schoolRows(frame, view, level, runs, year)
      .filter((row) => row.assessed && !row.passes)
      .map((row) => {
        const short = row.cells.filter((cell) => cell.standing === 'near' || cell.standing === 'fails').map((cell) => `${cell.standing === 'near' ? '△' : '✕'} ${cell.item.short[language]}`)
        const reason = [...(mediansPass(row) ? [t('schools.medians.pass')] : []), ...(row.lost ? [t('schools.lost.since', { year: row.firstPass!.year })] : [])]
        return [row.fact.schoolName[language], t(`level.${level}`), quantity(row.met), [...(short.length > 0 ? [short.join(t('mark.list'))] : []), ...reason].join(t('mark.semicolon'))]
      }),
  )
  return { heads: headsOf(t('report.below.head', { all: view.items.length })), rows, means: [t('share.means.name'), t('share.means.level'), ...headsOf(t('share.means.school'))] }
}

const kinds = ['county-town', 'township', 'rural'] as const

/** The run that accounts are of, teachers and money alike: that whose added cost is the one printed; without pairs the first. */
export const accountRun = (runs: readonly Series[], pairs: readonly Series[], last: number): Series => runs[middleCost(runs, pairs, last)] ?? runs[0]!

/** Teachers who moved and left by place of school in one run, summed from the first year to `last`: what one place gains others give. */
export function givesTwin({ t }: Pick<Speech, 't'>, frame: Frame, run: Series, last: number): Twin {
  const rows = kinds.map((kind) => {
    const sections = frame.facts.filter((fact) => fact.kind === kind).map((fact) => fact.section)
    const sum = (column: string) => {
      let all = 0
      for (let y = 0; y <= last; y++) for (const section of sections) all += sectionCell(frame, run, y, section, column)
      return all
    }
    const net = sum('movedIn') - sum('movedOut')
    const count = (value: number, sign = '') => quantity(value, sign + fixed(value, 0))
    return [t(`place.${kind}`), count(sum('movedOut')), count(sum('movedIn')), count(net, net > 0 ? '+' : ''), count(sum('quit'))]
  })
  return { heads: headsOf(t('report.gives.head')), rows }
}

/** One ground of the report: a document, study or assumption, how good it is, and everything that rests on it. */
export interface Ground {
  readonly source: string
  readonly grade: string
  readonly carries: readonly string[]
}

/** The grounds of a result, each once: the standard’s, then those of the parameters of the policies in force and of the assumptions that were changed; assumptions of the model last. */
export function grounds(speech: Speech, draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[], view: StandardView): readonly Ground[] {
  const { t, language } = speech
  const entries: Readonly<Record<string, Source>> = sources
  const carried = new Map<string, string[]>()
  const put = ({ source }: Citation, what: string) => carried.set(source, [...(carried.get(source) ?? []), what])
  put(view.source, t('report.sources.standard'))
  for (const policy of policies.filter((one) => acts(draft, one, county))) {
    const name = policy.text.name[language]
    for (const [lever, parameter] of Object.entries(policy.parameters as Readonly<Record<string, Parameter>>)) {
      const isSet = draft.levers[policy.id]?.[lever] !== undefined
      put(parameter.source, t('report.sources.policy', { policy: name, label: parameter.label[language] }) + (isSet ? t('mark.bracketed', { what: setText(speech, draft.days?.[`${policy.id}.${lever}`]) }) : ''))
    }
  }
  for (const { key, name, parameter, usual, value } of changedAssumptions(speech, draft)) put(parameter.source, t('report.sources.assumed', { name, usual, value, set: setText(speech, draft.days?.[key]) }))
  const all = [...carried].map(([id, carries]) => ({ id, source: entries[id]?.title[language] ?? id, grade: t(gradeOf({ source: id })), carries }))
  const isAssumed = ({ id }: { readonly id: string }) => id === 'assumption'
  return [...all.filter((one) => !isAssumed(one)), ...all.filter(isAssumed)]
}

/** Where the middle 80% of the runs lie for an item in a year, by level. */
export function rangeLines({ t, language }: Speech, frame: Frame, view: StandardView, item: ItemView, runs: readonly Series[], year: number): readonly string[] {
  const inner = insideBand(runs.length, 10)
  return levels.map((level) => {
    const values = runs.map((run) => countyCell(frame, run, year, cv(item.id, level)))
    const at = (share: number) => shownAgainst(quantile(values, share), view.limit[level], 3)
    return t('report.sure.range', { item: item.short[language], level: t(`level.${level}`), year: frame.years[year] ?? 0, inner, of: runs.length, low: at(0.1), high: at(0.9) })
  })
}

/** Every item of a standard in every year at both levels: mean, coefficient, limit and schools below, the middle of the runs; where the mean of the coefficients is judged, that too. */
export function yearsTwin({ t, language }: Speech, frame: Frame, view: StandardView, runs: readonly Series[]): Twin {
  const each = view.judged === 'each'
  const rows = frame.years.flatMap((year, y) => levels.flatMap((level) => [...view.items, ...(each ? [] : [null])].map((item) => ({ year, y, level, item }))))
  const column = (head: string, means: string, read: (row: (typeof rows)[number]) => Cell): Column => ({ head, means, cells: rows.map(read) })
  const middleOf = (y: number, id: string) => countyMiddle(frame, runs, y, id)
  return twinOf([
    column(t('chart.year'), t('share.means.year'), ({ year }) => quantity(year)),
    column(t('level.picker'), t('share.means.level'), ({ level }) => t(`level.${level}`)),
    column(t('verdict.item'), t('share.means.item'), ({ item }) => item?.short[language] ?? t('verdict.composite')),
    column(t('share.means.unit'), t('share.means.unit'), ({ item }) => (item ? itemUnit(item, language) : '')),
    column(t('door.mean'), t('share.means.mean'), ({ y, level, item }) => {
      const at = item ? middleOf(y, mean(item.id, level)) : NaN
      return quantity(at, item ? itemText(at, item.unit) : '')
    }),
    column(t('slotA.cv'), t('share.means.cv'), ({ y, level, item }) => {
      const at = middleOf(y, item ? cv(item.id, level) : `composite.cv.${level}`)
      return quantity(at, each || !item ? shownAgainst(at, view.limit[level], 3) : fixed(at, 3))
    }),
    column(t('share.limit'), t('share.means.limit'), ({ level, item }) => (each || !item ? quantity(view.limit[level], fixed(view.limit[level], 2)) : quantity(NaN))),
    column(t('report.below.count'), t('share.means.below'), ({ y, level, item }) => quantity(item?.standard ? middleOf(y, below(item.id, level)) : NaN)),
  ])
}

/** The data dictionary of a table: each heading and its meaning. */
export const dictionaryTwin = ({ t }: Pick<Speech, 't'>, { heads, means = [] }: Twin): Twin => ({
  heads: [t('share.column'), t('share.meaning')],
  rows: means.map((meaning, k) => [heads[k]!, meaning]),
})
