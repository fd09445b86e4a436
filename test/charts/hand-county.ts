import type { SectionFacts, Series } from '../../src/engine/index.ts'
import type { Frame, ItemView, StandardView } from '../../src/app/charts/prepare/frame.ts'

/* Three primary schools, one item, three years: every expected value in these tests is worked out by hand from this page. */

const item: ItemView = {
  id: 'Q2',
  name: { zh: '每百名学生拥有县级以上骨干教师数', en: 'Backbone teachers per 100 pupils' },
  short: { zh: '骨干教师', en: 'Backbone' },
  reading: { zh: '', en: '' },
  unit: 'per 100 pupils',
  per: 100,
  formula: { zh: '', en: '' },
  source: { source: 'assumption', says: { en: '', zh: '' }, confidence: 'judgement' },
  standard: { primary: 1, junior: 1 },
}

const standard: StandardView = {
  id: 'balance-2017',
  items: [item],
  limit: { primary: 0.5, junior: 0.45 },
  judged: 'each',
  verdict: 'verdict.balance-2017',
  source: item.source,
  text: { name: { zh: '', en: '' }, covers: { zh: '', en: '' }, leavesOut: { zh: '', en: '' } },
}

const sectionColumns = ['roll', 'Q2.value', 'status', 'met', 'assessed.balance-2017', 'movedIn', 'transfersIn', 'hired', 'movedOut', 'transfersOut', 'retired', 'quit']
const countyColumns = [
  'Q2.cv.primary',
  'Q2.mean.primary',
  'Q2.below.primary',
  'Q2.cv.junior',
  'Q2.mean.junior',
  'Q2.below.junior',
  'schools.passing.primary',
  'schools.assessed.primary',
  'schools.passing.junior',
  'schools.assessed.junior',
  'verdict.balance-2017',
]

const fact = (section: number, kind: SectionFacts['kind'], township: number): SectionFacts => ({
  section,
  schoolId: 10 + section,
  schoolName: { zh: `第${section + 1}小学`, en: `School ${section + 1}` },
  level: 'primary',
  kind,
  form: 'primary',
  owner: 'county',
  x: section * 3,
  y: section,
  township,
  townshipName: { zh: `乡镇${township}`, en: `Township ${township}` },
})

export const handFrame: Frame = {
  facts: [fact(0, 'rural', 2), fact(1, 'county-town', -1), fact(2, 'township', 1)],
  years: [2026, 2027, 2028],
  sectionColumn: (id) => sectionColumns.indexOf(id),
  sectionWidth: sectionColumns.length,
  countyColumn: (id) => countyColumns.indexOf(id),
  countyWidth: countyColumns.length,
  standards: { 'balance-2017': standard, 'balance-2012': { ...standard, id: 'balance-2012', judged: 'mean' } },
}
export const handStandard = standard
export const handItem = item

export interface HandYear {
  readonly cv: number
  readonly mean?: number
  readonly below?: number
  readonly verdict?: number
  /** Values of the three schools. */
  readonly values?: readonly [number, number, number]
  readonly rolls?: readonly [number, number, number]
  readonly status?: readonly [number, number, number]
}

/** A run of three years. */
export function handRun(replicate: number, years: readonly [HandYear, HandYear, HandYear]): Series {
  const sections = new Float64Array(3 * 3 * sectionColumns.length)
  const county = new Float64Array(3 * countyColumns.length)
  years.forEach((year, y) => {
    for (let s = 0; s < 3; s++) {
      const status = year.status?.[s] ?? 1
      const row = [year.rolls?.[s] ?? 100, year.values?.[s] ?? 1, status, status === 2 ? 7 : 5, 1, s, 0, 1, 0, 0, 2, 0]
      sections.set(row, (y * 3 + s) * sectionColumns.length)
    }
    county.set([year.cv, year.mean ?? 1, year.below ?? 0, NaN, NaN, NaN, 2, 3, 0, 0, year.verdict ?? 0], y * countyColumns.length)
  })
  return { arm: 'plan', replicate, years: [2026, 2027, 2028], sectionCount: 3, sections, county, ledger: new Float64Array(0) }
}
