import type { CountyDescription } from '../county/description.ts'
import type { Arm, PolicyUse } from '../scenario.ts'

/*
 * What a study tries besides the status quo. Every probe is a policy anybody could write into a scenario.
 */

/** Years simulated after the county’s own year. */
export const span = 5
/** Probes start two years in, so that all futures share a lived history. */
export const probeAfter = 2
/** Gain in teaching that the persistence probe gives for one year, SD: 120 of the usual 72 hours at 0.06. */
const probeTraining = { hours: 120, kind: 'practice', practiceEffect: 0.06 }
/** Yuan per pair and year under the mentoring probe: what its bill is divided by to count the pairs. */
export const mentoringCost = 3000

const nothing: PolicyUse[] = []

/** The futures of a study: the status quo and every probe. */
export function probes(description: CountyDescription): Arm[] {
  const from = description.year + probeAfter
  const schools = description.schools.reduce((sum, group) => sum + group.count, 0)
  const half = Array.from({ length: schools + 1 }, (_, id) => id).filter((id) => id % 2 === 0)
  const allowance = (share: number): PolicyUse => ({
    use: 'rural-allowance',
    from,
    set: { village: Math.round((share * description.finance.teacherPay) / 12), township: 0, remoteness: 0, rank: 0 },
  })
  return [
    { id: 'status-quo', policies: nothing },
    { id: 'better-teaching', policies: [{ use: 'teacher-training', from, to: from, where: { schools: half }, set: probeTraining }] },
    { id: 'mentoring', policies: [{ use: 'mentoring', from, to: from, set: { share: 1, match: 'skill', reach: 'school', cost: mentoringCost } }] },
    { id: 'lectures', policies: [{ use: 'teacher-training', from, set: { hours: 72, kind: 'lectures' } }] },
    { id: 'names-only', policies: [{ use: 'school-group', from, set: { coverage: 0.6, memberGain: 0, leadGain: 0 } }] },
    { id: 'allowance-8', policies: [allowance(0.08)] },
    { id: 'allowance-18', policies: [allowance(0.18)] },
  ]
}
