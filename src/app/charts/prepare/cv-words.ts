import type { CvPicture } from './cv-lines.ts'
import type { ItemView } from './frame.ts'
import type { KnowledgeBand } from './knowledge.ts'
import { itemText, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import { fixed } from './shown.ts'
import type { Twin } from './twin.ts'

/** What the gap picture says, as one sentence. */
export function cvSummary({ t, language }: Speech, item: ItemView, picture: CvPicture, limited: boolean): string {
  const slots = { item: item.short[language], level: t(`level.${picture.level}`), limit: picture.limit.toFixed(2), runs: picture.runs }
  const to = picture.years.at(-1) ?? 0
  if (!limited) {
    return t('cv.title.composite', { ...slots, from: picture.years[0] ?? 0, to, first: fixed(picture.chosen.values[0] ?? NaN, 2), last: fixed(picture.chosen.values.at(-1) ?? NaN, 2) })
  }
  if (!picture.from) return t(picture.runs > 1 ? 'cv.title.never' : 'cv.title.never.one', { ...slots, year: to })
  return t(picture.runs > 1 ? 'cv.title.kept' : 'cv.title.one', { ...slots, year: picture.from.year, by: picture.from.runs })
}

/** The level beside a coefficient: the mean of an item and, where it has a standard, how many schools are below it. */
export function levelText({ t, language }: Speech, item: ItemView, mean: number, below: number, year: number): string {
  const slots = { year, mean: itemText(mean, item.unit), unit: itemUnit(item, language) }
  return item.standard ? t('cv.level', { ...slots, below: Number.isNaN(below) ? '—' : below }) : t('cv.level.mean', slots)
}

/** What the bands of the gap picture stand for, counted in runs. */
export const bandsNote = ({ t }: Speech, { runs, bands }: CvPicture): string => (bands.length > 0 ? t('cv.bands', { runs, most: Math.round(runs * 0.8), half: Math.round(runs * 0.5) }) : t('cv.band.one'))

/** The same numbers as rows: a year each. */
export function cvTwin({ t, language }: Speech, item: ItemView, picture: CvPicture, knowledge: KnowledgeBand | null = null): Twin {
  const banded = picture.bands.length > 0
  const heads = [t('chart.year'), item.short[language], ...(banded ? [t('chart.low', { runs: picture.runs }), t('chart.high', { runs: picture.runs })] : []), ...(knowledge ? [t('fan.low'), t('fan.high')] : []), t('cv.baseline'), t('door.mean'), ...(item.standard ? [t('verdict.below')] : [])]
  const rows = picture.years.map((year, y) => [
    String(year),
    fixed(picture.chosen.values[y] ?? NaN, 3),
    ...(banded ? [fixed(picture.bands[y]![0], 3), fixed(picture.bands[y]![3], 3)] : []),
    ...(knowledge ? [fixed(knowledge.low[y] ?? NaN, 3), fixed(knowledge.high[y] ?? NaN, 3)] : []),
    fixed(picture.baseline[y] ?? NaN, 3),
    itemText(picture.chosen.means[y] ?? NaN, item.unit),
    ...(item.standard ? [String(picture.chosen.below[y] ?? '—')] : []),
  ])
  return { heads, rows }
}
