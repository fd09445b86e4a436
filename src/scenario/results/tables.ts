/*
 * Results as tables for other programs: one row per run, arm and year (county), per section (sections), per entry of the
 * ledger (ledger), per item and level (inequality). Cells are read where they lie; nothing is copied until it is written.
 */
import {
  actors,
  countySeries,
  inReplicateOrder,
  payers,
  purposes,
  sectionSeries,
  type ReplicateSeries,
  type SectionFacts,
  type Series,
} from '../../engine/index.ts'
import { researchTable } from './research-table.ts'
import { column, keyOf, keys, numbers, type Cell, type ResultTable, type TableColumn } from './table-parts.ts'

export type { Cell, ResultTable, TableColumn } from './table-parts.ts'

const facts: readonly TableColumn[] = [
  column('section', 'whole', 'Number of the section within the county', '学校分部编号'),
  column('school', 'whole', 'Id of the school', '学校编号'),
  column('schoolName', 'text', 'Name of the school', '学校名称'),
  column('level', 'text', 'primary or junior', '学段：primary 小学，junior 初中'),
  column('kind', 'text', 'Kind of place: county-town, township, rural', '所在地：county-town 城区，township 镇区，rural 乡村'),
  column('form', 'text', 'Form of the school', '办学类型'),
  column('owner', 'text', 'Owner of the school', '举办者'),
]

/** All series in the order of runs and then of arms. */
const seriesOf = (results: readonly ReplicateSeries[]): readonly Series[] => inReplicateOrder(results).flatMap(({ arms }) => arms)

function countyTable(all: readonly Series[]): ResultTable {
  const years = all[0]?.years.length ?? 0
  const width = countySeries.length
  return {
    id: 'county',
    text: { en: 'The county, one row per run, arm and year', zh: '全县：每次模拟、每个方案、每学年一行' },
    columns: [...keys, ...numbers(countySeries)],
    rows: all.length * years,
    cell(row, at) {
      const series = all[Math.floor(row / years)]!
      const year = row % years
      return at < keys.length ? keyOf(series, year, at) : series.county[year * width + at - keys.length]!
    },
  }
}

const factOf = (section: SectionFacts, language: 'en' | 'zh'): readonly Cell[] => [
  section.section,
  section.schoolId,
  section.schoolName[language],
  section.level,
  section.kind,
  section.form,
  section.owner,
]

function sectionTable(all: readonly Series[], sections: readonly SectionFacts[], language: 'en' | 'zh'): ResultTable {
  const years = all[0]?.years.length ?? 0
  const width = sectionSeries.length
  const who = sections.map((section) => factOf(section, language))
  const perYear = sections.length
  const first = keys.length + facts.length
  return {
    id: 'sections',
    text: {
      en: 'Sections of schools, one row per run, arm, year and section',
      zh: '学校（分学段）：每次模拟、每个方案、每学年、每个学段一行',
    },
    columns: [...keys, ...facts, ...numbers(sectionSeries)],
    rows: all.length * years * perYear,
    cell(row, at) {
      const section = row % perYear
      const step = Math.floor(row / perYear)
      const series = all[Math.floor(step / years)]!
      const year = step % years
      if (at < keys.length) return keyOf(series, year, at)
      if (at < first) return who[section]![at - keys.length]!
      return series.sections[(year * perYear + section) * width + at - first]!
    },
  }
}

const entries: readonly TableColumn[] = [
  column('actor', 'text', 'Process or policy that spent', '支出主体（过程或政策）'),
  column('purpose', 'text', 'What it was spent on', '用途'),
  column('payer', 'text', 'Who paid', '承担者'),
  column('yuan', 'whole', 'Yuan of the scenario’s first year; negative = saved', '金额（以方案首年价格计），负数为节省', 'yuan'),
]

/** Entries of the ledger that are not 0. */
function ledgerTable(all: readonly Series[]): ResultTable {
  const perYear = actors.length * purposes.length * payers.length
  const places: { readonly series: Series; readonly at: number }[] = []
  for (const series of all) series.ledger.forEach((yuan, at) => void (yuan === 0 || places.push({ series, at })))
  const nameOf = (at: number, column: number): string => {
    if (column === 0) return actors[Math.floor((at % perYear) / (purposes.length * payers.length))]!
    return column === 1 ? purposes[Math.floor(at / payers.length) % purposes.length]! : payers[at % payers.length]!
  }
  return {
    id: 'ledger',
    text: {
      en: 'Money, one row per run, arm, year, actor, purpose and payer; rows of 0 are left out',
      zh: '经费：每次模拟、每个方案、每学年、每个主体、用途、承担者一行，金额为0的不列',
    },
    columns: [...keys, ...entries],
    rows: places.length,
    cell(row, at) {
      const { series, at: place } = places[row]!
      if (at < keys.length) return keyOf(series, Math.floor(place / perYear), at)
      return at === keys.length + entries.length - 1 ? series.ledger[place]! : nameOf(place, at - keys.length)
    },
  }
}

/** All tables of a run. School names are written in one language; everything else is language-free. */
export function resultTables(
  results: readonly ReplicateSeries[],
  sections: readonly SectionFacts[],
  language: 'en' | 'zh',
): readonly ResultTable[] {
  const all = seriesOf(results)
  return [countyTable(all), sectionTable(all, sections, language), ledgerTable(all), researchTable(all, sections)]
}
