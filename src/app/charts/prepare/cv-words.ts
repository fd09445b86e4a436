import type { Level, Series } from '../../../engine/index.ts'
import { below, mean } from './columns.ts'
import type { CvPicture } from './cv-lines.ts'
import { countyMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import type { KnowledgeBand } from './knowledge.ts'
import { itemText, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import { fixed, insideBand, shownAgainst } from './shown.ts'
import { quantity, twinOf, type Column, type Twin } from './twin.ts'

/** Where the limits and standards drawn across pictures stand written. */
export const standardSource = ({ t, language }: Speech, { text, source }: StandardView): string => text.name[language] + t('mark.colon') + source.says[language]

/** What the gap picture says, as one sentence. */
export function cvSummary({ t, language }: Speech, item: ItemView, picture: CvPicture, limited: boolean): string {
  const slots = { item: item.short[language], level: t(`level.${picture.level}`), limit: picture.limit.toFixed(2), runs: picture.runs }
  const to = picture.years.at(-1) ?? 0
  if (picture.unknown) return t('cv.title.none', { ...slots, why: t(`verdict.${picture.unknown}`) })
  if (!limited) {
    return t('cv.title.composite', { ...slots, from: picture.years[0] ?? 0, to, first: fixed(picture.chosen.values[0] ?? NaN, 2), last: fixed(picture.chosen.values.at(-1) ?? NaN, 2) })
  }
  if (!picture.from) return t(picture.runs > 1 ? 'cv.title.never' : 'cv.title.never.one', { ...slots, year: to })
  return t(picture.runs > 1 ? 'cv.title.kept' : 'cv.title.one', { ...slots, year: picture.from.year, by: picture.from.runs })
}

/** The level beside a coefficient: the mean of an item and, where it has a standard, how many schools are below it. */
export function levelText({ t, language }: Speech, item: ItemView, average: number, short: number, year: number): string {
  const slots = { year, mean: itemText(average, item.unit), unit: itemUnit(item, language) }
  return item.standard ? t('cv.level', { ...slots, below: Number.isNaN(short) ? '—' : short }) : t('cv.level.mean', slots)
}

/** The same of the middle of runs in a year, wherever a coefficient is printed. */
export const levelBeside = (speech: Speech, frame: Frame, item: ItemView, level: Level, runs: readonly Series[], year: number): string =>
  levelText(speech, item, countyMiddle(frame, runs, year, mean(item.id, level)), countyMiddle(frame, runs, year, below(item.id, level)), frame.years[year] ?? 0)

/** What the bands of the gap picture stand for, counted in runs. */
export const bandsNote = ({ t }: Speech, { runs, bands }: CvPicture): string => (bands.length > 0 ? t('cv.bands', { runs, most: insideBand(runs, 10), half: insideBand(runs, 25) }) : t('cv.band.one'))

/** Where a share of the runs lies, as the head of a column: “in 20 runs, 10th percentile”. */
export const shareHead = ({ t }: Pick<Speech, 't'>, runs: number, share: number): string => t('chart.share', { runs, share })

/** Bounds of the two bands, from below: shares of the runs, in per cent. */
const bounds = [10, 25, 75, 90] as const

/**
 * The same numbers as rows, a year each: the chosen item with its bands, the baseline and the last setting, the level beside the gap,
 * then the other items. A coefficient that its limit judges is never printed as equal to a limit it does not equal.
 */
export function cvTwin(speech: Speech, item: ItemView, picture: CvPicture, limited: boolean, knowledge: KnowledgeBand | null = null): Twin {
  const { t, language } = speech
  const said = (value: number) => (limited ? shownAgainst(value, picture.limit, 3) : fixed(value, 3))
  const meaning = (what: string, of: Pick<ItemView, 'short'> = item) => [t(`level.${picture.level}`), of.short[language], what].join(t('mark.middle'))
  const coefficient = (head: string, values: readonly number[], of?: Pick<ItemView, 'short'>): Column => ({ head, means: meaning(t('slotA.cv'), of), cells: picture.years.map((_, y) => quantity(values[y] ?? NaN, said(values[y] ?? NaN))) })
  const columns: readonly Column[] = [
    { head: t('chart.year'), cells: picture.years.map((year) => quantity(year)) },
    coefficient(item.short[language], picture.chosen.values),
    ...(picture.bands.length > 0 ? bounds.map((share, k) => coefficient(shareHead(speech, picture.runs, share), picture.bands.map((band) => band[k]!))) : []),
    ...(knowledge ? [coefficient(t('fan.low'), knowledge.low), coefficient(t('fan.high'), knowledge.high)] : []),
    ...(picture.baseline.length > 0 ? [coefficient(t('cv.baseline'), picture.baseline)] : []),
    ...(picture.ghost.length > 0 ? [coefficient(t('cv.ghost'), picture.ghost)] : []),
    { head: t('door.mean') + t('mark.bracketed', { what: itemUnit(item, language) }), means: meaning(item.name[language]), cells: picture.chosen.means.map((mean) => quantity(mean, itemText(mean, item.unit))) },
    ...(item.standard ? [{ head: t('verdict.below'), means: meaning(t('door.schools.unit')), cells: picture.chosen.below.map((count) => quantity(count)) }] : []),
    ...picture.others.map((other) => coefficient(other.short[language], other.values, other)),
  ]
  return twinOf(columns)
}
