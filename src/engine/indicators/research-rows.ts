import type { Level } from '../declare.ts'
import { dispersionCoefficient } from './dispersion.ts'
import { items } from './items/index.ts'
import { atkinson, gini, ratio9010, theil } from './inequality.ts'
import { riseAndFall, type SchoolValues } from './rise-and-fall.ts'
import { sectionSeries } from './section-series.ts'
import { positions, type SeriesColumn } from './series.ts'

/*
 * For researchers: every index of inequality on every item, and why the official coefficient changed, worked out on request
 * from the sections’ record. Too dear to be measured every year of every run.
 */

/** The sections’ record of one run: [year][section][column of `sectionSeries`]. */
export interface SectionRecord {
  readonly sectionCount: number
  readonly sections: ArrayLike<number>
}

/** What the indices need to know about a section besides its record. */
export interface SectionPlace {
  readonly level: Level
  readonly kind: 'county-town' | 'township' | 'rural'
}

const column = (id: string, unit: SeriesColumn['unit'], en: string, zh: string): SeriesColumn => ({ id, unit, text: { en, zh } })

/** What `researchRow` gives, in order. */
export const researchColumns: readonly SeriesColumn[] = [
  column('cv', 'ratio', 'Pupil-weighted coefficient of variation, as official', '校际差异系数（官方口径）'),
  column('theil', 'ratio', 'Theil index between schools', '泰尔指数（校际）'),
  column('theil.within', 'ratio', 'Theil index: part within county town, townships and rural places', '泰尔指数：城区、镇区、乡村内部'),
  column('theil.between', 'ratio', 'Theil index: part between county town, townships and rural places', '泰尔指数：城区、镇区、乡村之间'),
  column('gini', 'ratio', 'Gini coefficient, weighted by pupils', '基尼系数（按学生数加权）'),
  column('ratio.90-10', 'ratio', 'Value at the 90th ÷ value at the 10th percentile of pupils', '90/10分位比（按学生）'),
  column('atkinson.0.5', 'ratio', 'Atkinson index, aversion 0.5', '阿特金森指数（厌恶系数0.5）'),
  column('atkinson.1', 'ratio', 'Atkinson index, aversion 1', '阿特金森指数（厌恶系数1）'),
  column('change', 'ratio', 'Change of the coefficient of variation since the year before', '差异系数比上年变动'),
  column('change.lower', 'ratio', 'Of this: schools below the mean rose (negative) or fell back', '其中：低于均值的学校提升（负）或下降'),
  column('change.upper', 'ratio', 'Of this: schools above the mean fell (negative) or drew away', '其中：高于均值的学校回落（负）或拉大'),
  column('change.mean', 'ratio', 'Of this: the county mean moved', '其中：全县均值变动'),
  column('change.pupils', 'ratio', 'Of this: pupils moved between schools, openings and closures', '其中：生源流动与学校增减'),
]

const cell = positions(sectionSeries)
const width = sectionSeries.length
const roll = cell('roll')
const values = items.map((item) => cell(`${item.id}.value`))
const included = items.map((item) => cell(`assessed.${item.regime}`))
const kinds = ['county-town', 'township', 'rural']

/** Sections of a level, in order of row. */
const rowsOf = (places: readonly SectionPlace[], level: Level): readonly number[] => {
  const rows: number[] = []
  for (let s = 0; s < places.length; s++) if (places[s].level === level) rows.push(s)
  return rows
}

/** Values and pupils of a level's sections; those outside the item's calculation have no pupils. */
function schoolsOf({ sections, sectionCount }: SectionRecord, rows: readonly number[], year: number, item: number): SchoolValues {
  const value = new Float64Array(rows.length)
  const pupils = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const at = (year * sectionCount + rows[i]) * width
    value[i] = sections[at + values[item]]
    pupils[i] = sections[at + included[item]] === 1 ? sections[at + roll] : 0
  }
  return { values: value, pupils }
}

/**
 * Indices of one item at one level in one year, over the sections in the item’s official calculation.
 *
 * @param year position among the recorded years; changes are NaN in the first
 * @param item position in `items`
 * @returns numbers in the order of `researchColumns`; NaN where undefined
 */
export function researchRow(record: SectionRecord, places: readonly SectionPlace[], year: number, item: number, level: Level): readonly number[] {
  const rows = rowsOf(places, level)
  const now = schoolsOf(record, rows, year, item)
  const stock = Float64Array.from(rows, (_, i) => (now.pupils[i] > 0 ? (now.pupils[i] * now.values[i]) / items[item].per : 0))
  const { all, within, between } = theil(now, rows.map((s) => kinds.indexOf(places[s].kind)))
  const split = year > 0 ? riseAndFall(schoolsOf(record, rows, year - 1, item), now) : undefined
  return [
    dispersionCoefficient(stock, now.pupils),
    all,
    within,
    between,
    gini(now),
    ratio9010(now),
    atkinson(now, 0.5),
    atkinson(now, 1),
    split?.change ?? NaN,
    split?.lower ?? NaN,
    split?.upper ?? NaN,
    split?.mean ?? NaN,
    split?.pupils ?? NaN,
  ]
}
