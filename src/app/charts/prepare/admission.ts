import type { SectionFacts, Series } from '../../../engine/index.ts'
import { middle, sectionCell, type Frame } from './frame.ts'

/** The chance of a junior school’s leavers to enter a key senior high, in two parts. */
export interface AdmissionRow {
  readonly fact: SectionFacts
  readonly leavers: number
  readonly chance: number
  /** Part of the chance that comes from directed quota places. */
  readonly byQuota: number
}

/** Junior schools with leavers in a year, highest chance first; ties by school id. */
export function admissionRows(frame: Frame, runs: readonly Series[], year: number): readonly AdmissionRow[] {
  return frame.facts
    .filter((fact) => fact.level === 'junior')
    .map((fact) => {
      const over = (read: (cell: (column: string) => number) => number) => middle(runs.map((run) => read((column) => sectionCell(frame, run, year, fact.section, column))))
      return {
        fact,
        leavers: over((cell) => cell('leavers')),
        chance: over((cell) => cell('keyAdmitted') / cell('leavers')),
        byQuota: over((cell) => cell('keyByQuota') / cell('leavers')),
      }
    })
    .filter((row) => row.leavers > 0 && !Number.isNaN(row.chance))
    .sort((a, b) => b.chance - a.chance || a.fact.schoolId - b.fact.schoolId)
}
