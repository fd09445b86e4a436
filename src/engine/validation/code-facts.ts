import type { CountyDescription } from '../county/description.ts'
import { countyMean, dispersionCoefficient } from '../indicators/dispersion.ts'
import { items2017 } from '../indicators/items/index.ts'
import { assessedRows } from '../county/anchor-staff.ts'
import type { SeenCounty } from '../county/county.ts'
import { intakeOf } from '../norms/national-births.ts'
import type { Scenario } from '../scenario.ts'
import { countyColumn, countySeries } from '../record.ts'
import { createEngine } from '../simulate.ts'
import { quotaMean } from './quota-arithmetic.ts'

/** Draws of the closed quota county. */
const quotaDraws = 200
const quotaGap = 0.4
const half = 0.5

/** Actual grade-1 intakes, ten thousand: education bulletins of these years. */
const actualIntakes: Readonly<Record<number, number>> = { 2018: 1867.3, 2021: 1782.58, 2022: 1701.39, 2023: 1877.88, 2024: 1616.63 }

/** Arithmetic facts: the same in every run. */
export function codeFigures(): Record<string, number> {
  const none = quotaMean({ share: 0, order: 'open-first', gap: quotaGap }, quotaDraws)
  const open = quotaMean({ share: half, order: 'open-first', gap: quotaGap }, quotaDraws)
  const quota = quotaMean({ share: half, order: 'quota-first', gap: quotaGap }, quotaDraws)
  let changed = 0
  for (const share of [0.3, 0.5, 0.7, 1]) {
    for (const order of ['open-first', 'quota-first'] as const) {
      const admitted = quotaMean({ share, order, gap: quotaGap }, 10).admitted
      changed = Math.max(changed, Math.abs(admitted / quotaMean({ share: 0, order, gap: quotaGap }, 10).admitted - 1))
    }
  }
  let worst = 1
  for (const [year, intake] of Object.entries(actualIntakes)) {
    const ratio = intake / intakeOf(Number(year))
    if (Math.abs(ratio - 1) > Math.abs(worst - 1)) worst = ratio
  }
  return { V20: (none.gap - open.gap) / (none.gap - quota.gap), V20n: changed < 1e-12 ? 0 : changed, V21: -open.lowestCut, V24: worst }
}

const title = { en: 'Validation', zh: '检验' }
const statusQuo = (county: CountyDescription, span: number): Scenario => ({
  id: 'validation',
  title,
  seed: 'validation',
  years: { from: county.year, to: county.year + span },
  replicates: 1,
  county,
  behaviour: {},
  arms: [{ id: 'status-quo', policies: [] }],
})

/** Mean dispersion coefficient of the seven items over both levels. */
function meanCoefficient(county: SeenCounty): number {
  let sum = 0
  let n = 0
  for (const level of [0, 1] as const) {
    const rows = assessedRows(county, level)
    const pupils = rows.map((s) => county.sections.roll[s])
    for (const item of items2017) {
      const stock = rows.map((s) => item.stock(county, s))
      if (!(countyMean(stock, pupils) > 0)) continue
      sum += dispersionCoefficient(stock, pupils)
      n++
    }
  }
  return sum / n
}

/** Mean coefficients of counties in their first year and five years on. */
export function coefficientsOf(counties: readonly CountyDescription[]): number[] {
  const found: number[] = []
  for (const county of counties) {
    const engine = createEngine((seen, _, year) => {
      if (year === county.year || year === county.year + 5) found.push(meanCoefficient(seen))
    })
    const run = engine.replicate(statusQuo(county, 5), 1)
    while (run.next().done !== true);
  }
  return found
}

/** Largest difference of any recorded number between two runs whose counties and futures differ in names only. */
export function relabelled(county: CountyDescription): number {
  const numbers = (scenario: Scenario): Float64Array => {
    const run = createEngine().replicate(scenario, 1)
    let step = run.next()
    while (step.done !== true) step = run.next()
    return step.value[0].county
  }
  const plain = numbers(statusQuo(county, 3))
  const other = numbers({
    ...statusQuo({ ...county, id: 'renamed', title: { en: 'Model county of excellence', zh: '示范县' } }, 3),
    id: 'renamed',
    arms: [{ id: 'award-winning', title: { en: 'Award-winning', zh: '先进' }, policies: [] }],
  })
  let largest = 0
  plain.forEach((x, i) => {
    const away = Math.abs(x - other[i])
    if (away > largest) largest = away
  })
  return largest
}

/** Rolls of a county’s next ten years under the status quo, set against its own year. */
export function rollFigures(county: CountyDescription): Record<string, number> {
  const run = createEngine().replicate(statusQuo(county, 10), 1)
  let step = run.next()
  while (step.done !== true) step = run.next()
  const { years, county: rows } = step.value[0]
  const roll = (level: string, y: number): number => rows[y * countySeries.length + countyColumn(`roll.${level}`)]
  let peak = 0
  years.forEach((_, y) => {
    if (roll('junior', y) > roll('junior', peak)) peak = y
  })
  return { D1: roll('primary', 5) / roll('primary', 0), D2: roll('primary', 10) / roll('primary', 0), D3: years[peak], D4: roll('junior', 10) / roll('junior', 0) }
}
