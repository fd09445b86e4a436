import type { SeenCounty } from '../county/county.ts'
import { levels } from '../declare.ts'
import { balance2012 } from '../norms/balance-2012.ts'
import { balance2017, floorOf, schoolOutcome, standards2017, type Item2017 } from '../norms/balance-2017.ts'
import { belowStandard, countyMean, dispersionCoefficient, perPupils } from './dispersion.ts'
import { itemGauge, peArtsItem, type ItemGauge, type Population } from './item-gauge.ts'
import { items, items2012, items2017 } from './items/index.ts'
import { sectionSeries, sectionStart } from './section-series.ts'
import { perLevel, type SeriesColumn } from './series.ts'

/*
 * The two official regimes on a simulated county: means, coefficients, schools below standard, verdicts. The rules themselves
 * stand in `norms`; here they meet the county’s arrays.
 */

const perItem: readonly SeriesColumn[] = items.flatMap((item) =>
  levels.flatMap((level) => [
    perLevel(`${item.id}.mean`, level, item.unit, { en: `${item.text.name.en}: county mean`, zh: `${item.text.name.zh}（全县平均）` }),
    perLevel(`${item.id}.cv`, level, 'ratio', { en: `${item.text.name.en}: coefficient of variation`, zh: `${item.text.name.zh}校际差异系数` }),
    perLevel(`${item.id}.below`, level, 'count', { en: `${item.text.name.en}: schools below standard`, zh: `${item.text.name.zh}未达标校数` }),
    perLevel(`${item.id}.near`, level, 'count', { en: `${item.text.name.en}: of these at 85% or more`, zh: `${item.text.name.zh}未达标但不低于85%的校数` }),
  ]),
)

const perVerdict: readonly SeriesColumn[] = levels.flatMap((level) => [
  perLevel('schools.assessed', level, 'count', { en: 'Schools in the calculation of 2017', zh: '优质均衡测算校数' }),
  perLevel('schools.passing', level, 'count', { en: 'Schools that pass overall', zh: '综合达标校数' }),
  perLevel('schools.passing.relaxed', level, 'count', { en: 'Schools that pass overall, relaxed edition', zh: '综合达标校数（规程放宽口径）' }),
  perLevel('cv.passing', level, 'count', { en: 'Coefficients within the limit, of seven', zh: '七项差异系数中达标项数' }),
  perLevel('Q3.cv.relaxed', level, 'ratio', { en: 'PE and arts teachers: coefficient of variation, relaxed edition', zh: '体育、艺术专任教师校际差异系数（规程放宽口径）' }),
  perLevel('verdict.balance-2017', level, 'code', { en: 'Meets the seven items of 2017 (1 yes)', zh: '七项指标达标（1为是）' }),
  perLevel('verdict.balance-2017.relaxed', level, 'code', { en: 'Meets the seven items of 2017, relaxed edition (1 yes)', zh: '七项指标达标（规程放宽口径，1为是）' }),
  perLevel('schools.assessed.balance-2012', level, 'count', { en: 'Schools in the calculation of 2012', zh: '基本均衡测算校数' }),
  perLevel('composite.cv', level, 'ratio', { en: 'Composite coefficient of 2012', zh: '综合差异系数（基本均衡）' }),
  perLevel('verdict.balance-2012', level, 'code', { en: 'Composite coefficient within the limit of 2012 (1 yes)', zh: '综合差异系数达标（1为是）' }),
])

const overall: readonly SeriesColumn[] = [
  { id: 'verdict.balance-2017', unit: 'code', text: { en: 'Meets the seven items of 2017 at both stages (1 yes)', zh: '小学、初中七项指标均达标（1为是）' } },
  { id: 'verdict.balance-2017.relaxed', unit: 'code', text: { en: 'Meets the seven items of 2017 at both stages, relaxed edition (1 yes)', zh: '小学、初中七项指标均达标（规程放宽口径，1为是）' } },
  { id: 'verdict.balance-2012', unit: 'code', text: { en: 'Within the limits of 2012 at both stages (1 yes)', zh: '小学、初中综合差异系数均达标（1为是）' } },
]

/** County columns that this gauge fills, in order. */
export const balanceSeries: readonly SeriesColumn[] = [...perItem, ...perVerdict, ...overall]

const itemStride = 4
const verdictStart = perItem.length
const verdictStride = perVerdict.length / 2
const overallStart = verdictStart + perVerdict.length
const floors2017 = items2017.map((item) => levels.map((level) => floorOf(item.standard![level])))
const standards = items2017.map((item) => levels.map((level) => standards2017[item.id as Item2017][level]))

const yes = (condition: boolean): number => (condition ? 1 : 0)

/** Items met × 8 + items near, of the seven, in a section’s row; with another value for item 3. */
function countMet(out: Float64Array, row: number, level: number, peArts: number): number {
  let count = 0
  for (let i = 0; i < items2017.length; i++) {
    const value = i === peArtsItem ? peArts : out[row + sectionStart.values + i]
    count += value >= standards[i][level] ? 8 : value >= floors2017[i][level] ? 1 : 0
  }
  return count
}

/** 2 passes overall, 1 does not. */
const statusOf = (count: number): number => {
  const met = count >> 3
  const near = count & 7
  return schoolOutcome(met, near, items2017.length - met - near, 0) === 'passes' ? 2 : 1
}

/** Writes values of items, items met and status into every section’s row. */
function measureSections({ sections }: SeenCounty, gauge: ItemGauge, out: Float64Array): void {
  const { count, pupils, stock, width: apart } = gauge
  const { level } = sections
  const width = sectionSeries.length
  const in2017 = gauge.population('balance-2017', 0).included
  const in2012 = gauge.population('balance-2012', 0).included
  for (let i = 0; i < items.length; i++) {
    const { per } = items[i]
    for (let s = 0, at = sectionStart.values + i; s < count; s++, at += width) out[at] = pupils[s] > 0 ? perPupils(stock[i * apart + s], pupils[s], per) : NaN
  }
  for (let s = 0, row = 0; s < count; s++, row += width) {
    const strict = countMet(out, row, level[s], out[row + sectionStart.values + peArtsItem])
    const relaxed = countMet(out, row, level[s], pupils[s] > 0 ? perPupils(gauge.relaxedPeArts[s], pupils[s], 100) : NaN)
    const at = row + sectionStart.assessment
    out[at] = in2017[s]
    out[at + 1] = in2012[s]
    out[at + 2] = strict >> 3
    out[at + 3] = strict & 7
    out[at + 4] = in2017[s] === 0 ? 0 : statusOf(strict)
    out[at + 5] = in2017[s] === 0 ? 0 : statusOf(relaxed)
  }
}

/** Mean, coefficient, below and near of one item and level. */
function measureItem(gauge: ItemGauge, i: number, level: number, county: Float64Array, start: number): void {
  const item = items[i]
  const population = gauge.population(item.regime, level)
  const { pupils, count } = population
  const stock = gauge.pack(gauge.stock, i * gauge.width, population)
  const at = start + (i * 2 + level) * itemStride
  county[at] = countyMean(stock, pupils, count) * item.per
  county[at + 1] = dispersionCoefficient(stock, pupils, count)
  if (item.standard === undefined || count === 0) {
    county[at + 2] = NaN
    county[at + 3] = NaN
    return
  }
  county[at + 2] = belowStandard(stock, pupils, item.per, standards[i][level], count)
  county[at + 3] = county[at + 2] - belowStandard(stock, pupils, item.per, floors2017[i][level], count)
}

/** Sections of a population whose column in the section table is 2, passes overall. */
function countPassing({ rows, count }: Population, table: Float64Array, column: number): number {
  const width = sectionSeries.length
  let n = 0
  for (let i = 0; i < count; i++) if (table[rows[i] * width + column] === 2) n++
  return n
}

/** One level’s verdict columns. Verdicts are NaN where no section of the level is in the calculation or the composite is undefined. */
function judge(gauge: ItemGauge, table: Float64Array, level: number, county: Float64Array, start: number): void {
  const limit = balance2017.limits[levels[level]]
  const cvAt = (i: number): number => county[start + (i * 2 + level) * itemStride + 1]
  const seven = items2017.length
  let within = 0
  for (let i = 0; i < seven; i++) within += yes(cvAt(i) <= limit)
  let composite = 0
  for (let i = 0; i < items2012.length; i++) composite += cvAt(seven + i)
  composite /= items2012.length
  const population = gauge.population('balance-2017', level)
  const n = population.count
  const n2012 = gauge.population('balance-2012', level).count
  const relaxedCv = dispersionCoefficient(gauge.pack(gauge.relaxedPeArts, 0, population), population.pupils, n)
  const relaxedWithin = within - yes(cvAt(peArtsItem) <= limit) + yes(relaxedCv <= limit)
  const passing = countPassing(population, table, sectionStart.assessment + 4)
  const passingRelaxed = countPassing(population, table, sectionStart.assessment + 5)
  const at = start + verdictStart + level * verdictStride
  county[at] = n
  county[at + 1] = passing
  county[at + 2] = passingRelaxed
  county[at + 3] = within
  county[at + 4] = relaxedCv
  county[at + 5] = n === 0 ? NaN : yes(passing === n && within === seven)
  county[at + 6] = n === 0 ? NaN : yes(passingRelaxed === n && relaxedWithin === seven)
  county[at + 7] = n2012
  county[at + 8] = composite
  county[at + 9] = composite !== composite ? NaN : yes(composite <= balance2012.limits[levels[level]])
}

/** Both levels’ verdicts as one: 1 if both pass, 0 if one fails, NaN if a level cannot be judged. */
const both = (primary: number, junior: number): number => (primary === 0 || junior === 0 ? 0 : primary * junior)

/**
 * Measures both regimes.
 *
 * @param table  [section][column of `sectionSeries`]; values of items, items met and status are written
 * @param county [county column]; `balanceSeries.length` numbers are written from `start`
 */
export function measureBalance(seen: SeenCounty, table: Float64Array, county: Float64Array, start: number): void {
  const gauge = itemGauge(seen)
  gauge.read()
  measureSections(seen, gauge, table)
  for (let i = 0; i < items.length; i++) for (let level = 0; level < 2; level++) measureItem(gauge, i, level, county, start)
  for (let level = 0; level < 2; level++) judge(gauge, table, level, county, start)
  const verdict = start + verdictStart
  county[start + overallStart] = both(county[verdict + 5], county[verdict + verdictStride + 5])
  county[start + overallStart + 1] = both(county[verdict + 6], county[verdict + verdictStride + 6])
  county[start + overallStart + 2] = both(county[verdict + 9], county[verdict + verdictStride + 9])
}
