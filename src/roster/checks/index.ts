import type { Bilingual } from '../../engine/index.ts'
import type { ItemSet } from '../item-set.ts'
import type { Table } from '../table.ts'
import { emptyCells, fractions, missingColumns, negatives, notNumbers, numbersWithWords } from './cells.ts'
import { assumedChoices, emptyChoices, unknownChoices } from './choices.ts'
import { impossibleCoordinates } from './coordinates.ts'
import { finding, findingClasses, tablePlace, type Finding, type FindingClass } from './finding.ts'
import { guessedColumns, itemsWithoutColumns, leftOutRows, setAside, tableNotices, tidiedNumbers } from './notices.ts'
import {
  disagreeingCampuses,
  formsAgainstStages,
  identicalRows,
  partsOverWhole,
  repeatedSchools,
  splitsByAnotherRule,
} from './rows-together.ts'
import { disagreeingSchools } from './one-school.ts'
import { gradeSums, outliers, unitSuspicions, zeroColumns } from './sizes.ts'

export { findingClasses, type Finding, type FindingClass, type Fix, type Occurrence } from './finding.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

/** What a row of a table is of. */
function rowIs({ oneSchool, level, fields }: ItemSet): Bilingual {
  if (oneSchool) return both('one row per candidate', '每名考生一行')
  const stages = fields.find((field) => field.id === level)
  return stages?.kind === 'choice' && stages.values.length > 1 ? both('one row per school and stage', '每校每个学段一行') : both('one row per school', '每校一行')
}

/** What to do about a table without a row: its rows were left out, or it is a template that nobody has filled in. */
function toHaveRows({ leftOut, set }: Table): Bilingual {
  if (leftOut.length > 0) return both('Choose another sheet, or bring rows back that you left out.', '请选择其他工作表，或重新计入已剔除的行。')
  const row = rowIs(set)
  return both(`Fill in ${row.en}, then choose the file again. If the rows are on another sheet, choose that.`, `请按${row.zh}填写，保存后重新选择文件；数据若在其他工作表，请选择该工作表。`)
}

/** A table without a header, or without a single school, says so instead of passing silently. */
function noRows(table: Table): Finding[] {
  const headless = table.mapping.headerRow < 0
  if (table.rows.length > 0 && !headless) return []
  return [
    finding({
      check: headless ? 'no-header' : 'no-rows',
      class: 'must',
      field: null,
      text: headless ? both('No header row was found', '没有找到表头') : both('There is no row with a school', '没有学校数据行'),
      hint: headless
        ? both(
            'The first rows must name the columns: school, stage, pupils and so on. The template shows how.',
            '前几行须有列名，如学校名称、学段、在校学生数等，可参照模板。',
          )
        : toHaveRows(table),
      at: [tablePlace(table)],
    }),
  ]
}

/** All checks, in the order of the list: must-fix first. */
export const checks: readonly ((table: Table) => Finding[])[] = [
  noRows,
  missingColumns,
  emptyCells,
  emptyChoices,
  notNumbers,
  numbersWithWords,
  negatives,
  fractions,
  impossibleCoordinates,
  unknownChoices,
  repeatedSchools,
  disagreeingCampuses,
  disagreeingSchools,
  unitSuspicions,
  outliers,
  partsOverWhole,
  gradeSums,
  zeroColumns,
  identicalRows,
  formsAgainstStages,
  splitsByAnotherRule,
  guessedColumns,
  leftOutRows,
  setAside,
  assumedChoices,
  itemsWithoutColumns,
  tidiedNumbers,
  tableNotices,
]

/** Everything found in a table. */
export function checkTable(table: Table): Finding[] {
  const found = checks.flatMap((check) => check(table))
  return findingClasses.flatMap((kind) => found.filter((f) => f.class === kind))
}

/** Whether a baseline may be computed: nothing must be fixed any more. */
export const isClear = (findings: readonly Finding[]): boolean => findings.every((f) => f.class !== 'must')

/** Places per class, for “4 must fix, 9 look”. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<FindingClass, number>> {
  const count = (kind: FindingClass): number => findings.filter((f) => f.class === kind).reduce((sum, f) => sum + f.at.length, 0)
  return { must: count('must'), look: count('look'), 'left-out': count('left-out'), information: count('information') }
}
