import { levels, type Level, type Series } from '../../../engine/index.ts'
import { itemText, itemUnit, pointsText } from './amounts.ts'
import { chanceRange } from './chance.ts'
import { below, cv, mean } from './columns.ts'
import { levelBeside } from './cv-words.ts'
import type { Speech } from './doors.ts'
import { countyMiddle, countyMiddles, middle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { ruralOverTown } from './over-years.ts'
import { fixed, shownAgainst } from './shown.ts'
import { quantity, type Cell, type Twin } from './twin.ts'

/** A small line: the coefficient of variation of an item at a level, by year. */
export interface MiniLine {
  readonly item: ItemView
  readonly level: Level
  readonly values: readonly number[]
}

/** All items at both levels on one scale, and two gaps between places; values by year, medians of the runs. */
export interface MiniPicture {
  readonly lines: readonly MiniLine[]
  /** Top of the common scale. */
  readonly top: number
  /** Rural mean over that of the county town, of the chosen item and level. */
  readonly gap: readonly number[]
  /** Highest minus lowest chance of a key senior-high place between junior schools. */
  readonly chance: readonly number[]
}

/** Which of what there is the small pictures show. */
export interface MiniAsked {
  readonly frame: Frame
  readonly view: StandardView
  readonly runs: readonly Series[]
  /** Of the gap between places. */
  readonly level: Level
  readonly item: ItemView
}

const known = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value))

/** The small pictures of a standard. */
export function miniPicture({ frame, view, runs, level, item }: MiniAsked): MiniPicture {
  const lines = view.items.flatMap((one) => levels.map((stage) => ({ item: one, level: stage, values: countyMiddles(frame, runs, cv(one.id, stage)) })))
  return {
    lines,
    top: Math.max(0.7, ...lines.flatMap(({ values }) => known(values))),
    gap: frame.years.map((_, y) => middle(runs.map((run) => ruralOverTown(frame, run, y, level, item.id)))),
    chance: countyMiddles(frame, runs, chanceRange),
  }
}

/** What the small pictures say in one sentence: coefficients over their limit in a year; of 2012, whose items have none, only what they are. */
export function miniSummary({ t }: Speech, { frame, view }: MiniAsked, { lines }: MiniPicture, year: number): string {
  if (view.judged === 'mean') return t('mini.label')
  const now = lines.flatMap(({ level, values }) => (Number.isNaN(values[year] ?? NaN) ? [] : [values[year]! > view.limit[level]]))
  return `${t('mini.label')}${t('mark.colon')}${t('mini.summary', { year: frame.years[year] ?? '—', over: now.filter(Boolean).length, all: now.length })}`
}

/** What one small picture says in a year, to the ear and to whoever points at it: the coefficient with its mean and schools below. */
export function miniSays(speech: Speech, { frame, view, runs }: MiniAsked, { item, level, values }: MiniLine, year: number): string {
  const { t, language } = speech
  return `${item.short[language]} ${t(`level.${level}`)} ${shownAgainst(values[year] ?? NaN, view.limit[level], 3)}${t('mark.semicolon')}${levelBeside(speech, frame, item, level, runs, year)}`
}

/** The small pictures as a table: a row for each line, a column for each year; mean and schools below the standard of one year stand with the coefficients. */
export function miniTwin(speech: Speech, asked: MiniAsked, picture: MiniPicture, year: number): Twin {
  const { t, language } = speech
  const { frame, view, runs, level, item } = asked
  const at = { year: frame.years[year] ?? '—' }
  const county = (column: string) => countyMiddle(frame, runs, year, column)
  const withUnit = (one: ItemView, value: number) => quantity(value, Number.isNaN(value) ? '—' : `${itemText(value, one.unit)} ${itemUnit(one, language)}`)
  const levelRow = ({ item: one, level: stage, values }: MiniLine): readonly Cell[] => [
    one.short[language],
    t(`level.${stage}`),
    ...values.map((value) => quantity(value, shownAgainst(value, view.limit[stage], 3))),
    withUnit(one, county(mean(one.id, stage))),
    one.standard ? quantity(county(below(one.id, stage))) : '—',
  ]
  return {
    heads: [t('verdict.item'), t('level.picker'), ...frame.years.map(String), t('mini.mean', at), t('mini.below', at)],
    rows: [
      ...picture.lines.map(levelRow),
      [`${t('mini.gap')}${t('mark.bracketed', { what: item.short[language] })}`, t(`level.${level}`), ...picture.gap.map((value) => quantity(value, fixed(value, 2))), '—', '—'],
      [t('mini.chance'), t('level.junior'), ...picture.chance.map((value) => quantity(value, pointsText(value, 0))), '—', '—'],
    ],
  }
}
