import type { SeenCounty } from '../county/county.ts'
import { payerNames, payers, purposes, type Ledger } from '../county/ledger.ts'
import { owners } from '../county/schools.ts'
import type { sectionColumns } from '../county/sections.ts'
import { levels, type Level, type Unit } from '../declare.ts'
import { publicFundsBase, smallSchoolFloor } from '../norms/public-funds.ts'
import { purposeName, sectionSeries, sectionStart } from './section-series.ts'
import { perLevel, type SeriesColumn } from './series.ts'

/*
 * Totals of the county: pupils, classes, teachers and their moves by level; money by payer and by purpose.
 */

/** `only`: the single level at which the total means something. */
type Total = readonly [id: string, column: keyof typeof sectionColumns, unit: Unit, en: string, zh: string, only?: Level]

const totals: readonly Total[] = [
  ['roll', 'roll', 'pupils', 'Pupils on roll', '在校生数'],
  ['intake', 'intake', 'pupils', 'Admitted to the first grade', '起始年级招生数'],
  ['boarders', 'boarders', 'pupils', 'Boarders', '寄宿生数'],
  ['migrants', 'migrants', 'pupils', 'Migrant children', '随迁子女数'],
  ['leftBehind', 'leftBehind', 'pupils', 'Left-behind children', '留守儿童数'],
  ['dropouts', 'dropouts', 'pupils', 'Dropouts', '辍学人数', 'junior'],
  ['leavers', 'leavers', 'pupils', 'Leavers', '毕业生数', 'junior'],
  ['keyAdmitted', 'keyAdmitted', 'pupils', 'Admitted to key senior highs', '优质高中录取人数', 'junior'],
  ['keyByQuota', 'keyByQuota', 'pupils', 'Of these by directed place', '其中指标到校录取人数', 'junior'],
  ['displaced', 'displaced', 'pupils', 'Leavers displaced by directed places', '因指标到校未被录取的人数', 'junior'],
  ['generalAdmitted', 'generalAdmitted', 'pupils', 'Admitted to general senior highs', '普通高中录取人数', 'junior'],
  ['quotaPlaces', 'quotaPlaces', 'count', 'Directed places allotted', '分配到校指标数', 'junior'],
  ['classes', 'classes', 'count', 'Classes', '班级数'],
  ['posts', 'posts', 'teachers', 'Posts granted', '核定编制数'],
  ['teachers', 'staff', 'teachers', 'Full-time teachers', '专任教师数'],
  ['newcomers', 'newcomers', 'teachers', 'Teachers in their first year at the school', '本校任教首年教师数'],
  ['vacancies', 'vacancies', 'teachers', 'Vacant posts', '空编数'],
  ['movedIn', 'movedIn', 'teachers', 'Teachers moved by exchange', '交流轮岗教师数'],
  ['transfers', 'transfersIn', 'teachers', 'Own transfers', '自主调动教师数'],
  ['hired', 'hired', 'teachers', 'Newly hired teachers', '新聘教师数'],
  ['retired', 'retired', 'teachers', 'Retired teachers', '退休教师数'],
  ['quit', 'quit', 'teachers', 'Teachers who left teaching', '离职教师数'],
]

const publicFunds = purposes.indexOf('public-funds')
const privateOwner = owners.indexOf('private')

const perSections: readonly SeriesColumn[] = [
  ...totals.flatMap(([id, , unit, en, zh, only]) => levels.filter((level) => only === undefined || only === level).map((level) => perLevel(id, level, unit, { en, zh }))),
  ...levels.map((level) => perLevel('schools.open', level, 'count', { en: 'Schools and points with pupils', zh: '有学生的学校和教学点数' })),
  ...levels.map((level) =>
    perLevel('G6-small-school-funding', level, 'share', { en: 'Small schools and points funded as 100 pupils or better', zh: '不足100人的学校和教学点按100人核定公用经费的比例' }),
  ),
]

/** County columns that this gauge fills, in order. */
export const totalsSeries: readonly SeriesColumn[] = [
  ...perSections,
  { id: 'cost', unit: 'yuan', text: { en: 'Spent this year', zh: '本年支出合计' } },
  ...payers.map((payer): SeriesColumn => ({
    id: `cost.payer.${payer}`,
    unit: 'yuan',
    text: { en: `Paid this year by: ${payerNames[payer].en}`, zh: `本年${payerNames[payer].zh}承担` },
  })),
  ...purposes.map((purpose): SeriesColumn => ({
    id: `cost.purpose.${purpose}`,
    unit: 'yuan',
    text: { en: `Spent this year on: ${purposeName(purpose).en}`, zh: `本年${purposeName(purpose).zh}支出` },
  })),
]

function measureLedger(ledger: Ledger, out: Float64Array, start: number): void {
  const { entries } = ledger
  const cells = payers.length * purposes.length
  for (let c = 0; c < 1 + payers.length + purposes.length; c++) out[start + c] = 0
  const payerCount = payers.length
  for (let from = 0; from < entries.length; from += cells)
    for (let p = 0, e = from; p < purposes.length; p++)
      for (let payer = 0; payer < payerCount; payer++, e++) {
        const yuan = entries[e]
        if (yuan === 0) continue
        out[start] += yuan
        out[start + 1 + payer] += yuan
        out[start + 1 + payerCount + p] += yuan
      }
}

/** G6: share of public schools and points under 100 pupils last October whose public funds reach the base for 100; NaN without any. */
function measureSmallSchools({ sections, schools }: SeenCounty, ledger: Ledger, year: number, out: Float64Array, start: number): void {
  for (let code = 0; code < 2; code++) {
    const due = smallSchoolFloor * publicFundsBase(year, levels[code])
    let small = 0
    let funded = 0
    for (let s = 0; s < sections.count; s++) {
      const roll = sections.rollLastOctober[s]
      if (sections.open[s] === 0 || sections.level[s] !== code || roll === 0 || roll >= smallSchoolFloor || schools.owner[sections.school[s]] === privateOwner) continue
      small++
      if (ledger.bySection[s * purposes.length + publicFunds] >= due) funded++
    }
    out[start + code] = small > 0 ? funded / small : NaN
  }
}

/** Sums a column over open sections, level by level. */
function measureTotal({ sections }: SeenCounty, [, name, , , , only]: Total, n: number, out: Float64Array, at: number): number {
  const { open, level } = sections
  const column = sections[name]
  let primary = 0
  let junior = 0
  for (let s = 0; s < n; s++) {
    if (open[s] === 0) continue
    if (level[s] === 0) primary += column[s]
    else junior += column[s]
  }
  if (only !== 'junior') out[at++] = primary
  if (only !== 'primary') out[at++] = junior
  return at
}

/**
 * Measures totals and spending.
 *
 * @param table [section][column of `sectionSeries`]; what was spent on each section is written
 * @param out   [county column]; `totalsSeries.length` numbers are written from `start`
 */
export function measureTotals(county: SeenCounty, ledger: Ledger, year: number, table: Float64Array, out: Float64Array, start: number): void {
  const { sections } = county
  const n = sections.count
  const { open, level, roll } = sections
  let at = start
  for (const total of totals) at = measureTotal(county, total, n, out, at)
  out[at] = 0
  out[at + 1] = 0
  for (let s = 0; s < n; s++) if (open[s] !== 0 && roll[s] > 0) out[at + level[s]]++
  measureSmallSchools(county, ledger, year, out, at + 2)
  measureLedger(ledger, out, start + perSections.length)
  const { bySection } = ledger
  const width = sectionSeries.length
  for (let s = 0; s < n; s++)
    for (let p = 0; p < purposes.length; p++) table[s * width + sectionStart.spending + p] = bySection[s * purposes.length + p]
}
