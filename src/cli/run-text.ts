/*
 * A run report as text for people: a table of verdicts per arm, costs, digests.
 */
import { balance2012, balance2017, items2017, levelNames, policies, type Bilingual, type Item } from '../engine/index.ts'
import type { ArmReport, Count, PerLevel, RunReport, YearReport } from '../scenario/results/report-shape.ts'
import { formatCoefficient, formatItem, formatMoney, formatNumber, type Language } from '../words/format.ts'
import { word, type Talk } from './io.ts'
import { textTable } from './text-table.ts'

const levels = ['primary', 'junior'] as const
type LevelName = (typeof levels)[number]

const none = '—'
const whole = (value: number | null): string => (value === null ? none : formatNumber(value))
const money = (value: number | null, language: Language): string => (value === null ? none : formatMoney(value, language))

/** `✓` or `✕` for one run, `17/20` for more. */
function countText({ passes, of }: Count): string {
  if (of === 0) return none
  return of === 1 ? (passes === 1 ? '✓' : '✕') : `${passes}/${of}`
}

/** The highest of the seven coefficients with its item: `0.502 Q2`. */
function highest(year: YearReport, level: LevelName): string {
  let worst: { readonly id: string; readonly cv: number } | undefined
  for (const id of balance2017.items) {
    const cv = year.items[id]?.[level].cv ?? null
    if (cv !== null && (worst === undefined || cv > worst.cv)) worst = { id, cv }
  }
  return worst === undefined ? none : `${formatCoefficient(worst.cv, balance2017.limits[level])} ${worst.id}`
}

const composite = ({ composite: both }: YearReport, level: LevelName): string => {
  const value = both[level]
  return value === null ? none : formatCoefficient(value, balance2012.limits[level])
}

const pair = (of: (level: LevelName) => string): string => levels.map(of).join(' / ')
const wholes = (values: PerLevel): string => pair((level) => whole(values[level]))

function rowOf(year: YearReport, language: Language): readonly string[] {
  const strict = year.verdicts['balance-2017']!
  const basic = year.verdicts['balance-2012']!
  return [
    String(year.year),
    wholes(year.rolls),
    pair((level) => countText(strict[level])),
    wholes(year.schools.below),
    pair((level) => highest(year, level)),
    pair((level) => countText(basic[level])),
    pair((level) => composite(year, level)),
    money(year.costs.moreThanReference, language),
  ]
}

const policyName = (id: string): Bilingual => policies.find((policy) => policy.id === id)?.text.name ?? { en: id, zh: id }

function costLines({ years, total }: ArmReport, talk: Talk): string {
  const { language } = talk
  const span = { from: years[0]?.year ?? '', to: years.at(-1)?.year ?? '' }
  const spent = Object.entries(total.byPolicy).map(
    ([id, cost]) => `  ${word(talk, 'policySpent', { policy: policyName(id)[language], cost: money(cost, language) })}\n`,
  )
  const each = total.perNewlyPassing === null ? '' : `  ${word(talk, 'perPassing', { schools: whole(total.newlyPassing), cost: money(total.perNewlyPassing, language) })}\n`
  return `  ${word(talk, 'sumMore', { ...span, cost: money(total.moreThanReference, language) })}\n${each}${spent.join('')}`
}

/** `4.35 ✓` against a standard or limit; `—` where it is not defined. */
const judged = (value: number | null, text: (value: number) => string, passes: (value: number) => boolean): string =>
  value === null ? none : `${text(value)} ${passes(value) ? '✓' : '✕'}`

function itemRow(item: Item, year: YearReport, language: Language): readonly string[] {
  const report = year.items[item.id]!
  const cells = levels.flatMap((level) => {
    const { mean, cv, below } = report[level]
    const standard = item.standard![level]
    return [
      judged(
        mean,
        (value) => formatItem(value, item.unit, standard),
        (value) => value >= standard,
      ),
      whole(below),
      judged(
        cv,
        (value) => formatCoefficient(value, balance2017.limits[level]),
        (value) => value <= balance2017.limits[level],
      ),
    ]
  })
  return [`${item.id} ${item.text.short[language]}`, ...cells]
}

/** The seven items of the last year: county mean against the standard, schools below it, coefficient against the limit. */
function lastYearTable({ years }: ArmReport, talk: Talk): string {
  const year = years.at(-1)
  if (year === undefined) return ''
  const { language } = talk
  const columns = levels.flatMap((level) =>
    (['colMean', 'colBelowShort', 'colCv'] as const).map((key) => word(talk, key, { level: levelNames[level][language] })),
  )
  const rows = items2017.map((item) => itemRow(item, year, language))
  return `  ${word(talk, 'lastYear', { year: year.year })}\n${textTable([[word(talk, 'item'), ...columns], ...rows], '    ')}`
}

function armText(id: string, arm: ArmReport, talk: Talk): string {
  const { language } = talk
  const title = `${arm.title?.[language] ?? id} [${id}]${arm.reference ? ` ${word(talk, 'reference')}` : ''}`
  const heads = (['year', 'colRolls', 'colStrict', 'colBelow', 'colHighest', 'colBasic', 'colComposite', 'colMore'] as const).map((key) =>
    word(talk, key),
  )
  return `${title}\n${textTable([heads, ...arm.years.map((year) => rowOf(year, language))])}${arm.reference ? '' : costLines(arm, talk)}${lastYearTable(arm, talk)}`
}

/** The whole report. */
export function reportText(report: RunReport, talk: Talk): string {
  const { language } = talk
  const { title, county, years, seed, replicates, engine, numbers, scenario, digest } = report
  const slots = { title: title[language], county: county.title[language], ...years, seed, count: replicates.length }
  const head = word(talk, replicates.length === 1 ? 'headerOne' : 'header', slots)
  const arms = Object.entries(report.arms).map(([id, arm]) => armText(id, arm, talk))
  const legend = word(talk, replicates.length === 1 ? 'legendOne' : 'legend', { count: replicates.length })
  const ends = [
    legend,
    balance2017.text.leavesOut[language],
    `${word(talk, 'engine', { engine, numbers })}${language === 'zh' ? '，' : ', '}${word(talk, 'scenarioDigest', { digest: scenario })}`,
    word(talk, 'resultDigest', { digest }),
  ]
  return `${head}\n\n${arms.join('\n')}\n${ends.join('\n')}\n`
}
