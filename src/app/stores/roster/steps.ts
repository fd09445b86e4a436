import type { Snapshot } from '../../../roster/index.ts'

/** Steps of an import, in order; `result` is the baseline of schools, or the allotment of places. */
export const rosterSteps = ['file', 'columns', 'check', 'result', 'build'] as const
export type RosterStep = (typeof rosterSteps)[number]

/** Where a person is needed: at the columns, at the problems, or nowhere before the figures. `doubtful` = the file may be written in another encoding. */
export function firstStep({ counts, findings }: Snapshot, doubtful: boolean): RosterStep {
  if (findings.some((f) => f.class === 'must' && (f.check === 'missing-column' || f.check === 'no-header') && f.all.length === 0)) return 'columns'
  return counts.must + counts.look > 0 || doubtful ? 'check' : 'result'
}
