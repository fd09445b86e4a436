import type { AllotmentReport } from '../../../roster/index.ts'
import { quantity } from '../../charts/prepare/twin.ts'
import { csvOf } from '../../charts/prepare/twin-files.ts'

/** Places per school as a table for spreadsheets. */
export function allotCsv(report: AllotmentReport, heads: Readonly<Record<'school' | 'eligible' | 'direct' | 'places' | 'per100' | 'one', string>>, stamp: string): string {
  const shared = (names: readonly string[]) => names.join(' + ')
  const hasGroup = report.seniors.some(({ direct }) => direct.length > 0)
  return csvOf({
    heads: [heads.school, heads.eligible, ...(hasGroup ? [heads.direct] : []), ...report.seniors.map((senior) => senior.name || heads.one), heads.places, heads.per100],
    rows: report.schools.map((school) => [
      school.name,
      quantity(school.eligible),
      ...(hasGroup ? [quantity(school.direct)] : []),
      ...school.places.map((places) => (places === null ? shared(school.sharedWith) : quantity(places))),
      school.total === null ? shared(school.sharedWith) : quantity(school.total),
      quantity(school.per100, school.per100.toFixed(2)),
    ]),
  }, stamp)
}

/** Who would be admitted, a row per junior school and senior high. */
export interface AdmissionRow {
  readonly school: string
  readonly senior: string
  /** null = shared with other schools. */
  readonly places: number | null
  readonly admitted: number
  /** NaN = nobody. */
  readonly lowest: number
  /** Lowest − unified line; NaN where one is unknown. */
  readonly against: number
}

/** Rows of the admissions, without schools that have no place at a senior high. */
export const admissionRows = ({ admission, schools, seniors }: AllotmentReport): readonly AdmissionRow[] =>
  admission === null
    ? []
    : schools.flatMap((school, j) =>
        seniors.flatMap(({ name }, h): AdmissionRow[] => {
          const cell = admission.cells[j]![h]!
          return cell.places === 0 ? [] : [{ school: school.name, senior: name, ...cell, against: cell.lowest - admission.seniors[h]!.unifiedLine }]
        }),
      )

export const admissionCsv = (report: AllotmentReport, heads: Readonly<Record<'school' | 'senior' | 'places' | 'admitted' | 'lowest' | 'against' | 'shared', string>>, stamp: string): string =>
  csvOf({
    heads: [heads.school, heads.senior, heads.places, heads.admitted, heads.lowest, heads.against],
    rows: admissionRows(report).map((row) => [row.school, row.senior, row.places === null ? heads.shared : quantity(row.places), quantity(row.admitted), quantity(row.lowest), quantity(row.against)]),
  }, stamp)
