import type { Dimension } from '../experiment/parameter-sets.ts'

/*
 * History matching: parameter sets are drawn over the ranges of the evidence, the facts are read off each, and every set whose
 * facts lie in their bands is kept. There is no best set; policies are tried over all that are kept.
 */

/** What is not known and bears on the facts: the short set’s constants of processes, and those of teachers, families and places. */
export const matchedDimensions: readonly Dimension[] = [
  { id: 'persistence of school inputs', parameters: ['teaching.persistence'], prior: 'triangular' },
  { id: 'spread of teacher effects', parameters: ['teacher-hiring.effectSpread'], prior: 'lognormal' },
  { id: 'disruption by new staff', parameters: ['teaching.disruption'], prior: 'triangular' },
  { id: 'retention by allowance', parameters: ['teacher-leaving.retention'], prior: 'triangular' },
  { id: 'peers', parameters: ['teaching.peers'], prior: 'triangular' },
  { id: 'choosing a school for its quota', parameters: ['school-choice.strategic'], prior: 'triangular' },
  { id: 'what money does', parameters: ['teaching.spending'], prior: 'triangular' },
  { id: 'leak of tilted money', parameters: ['funding.leak'], prior: 'triangular' },
  { id: 'stability of scores', parameters: ['teaching.stability'], prior: 'triangular' },
  { id: 'family slope', parameters: ['teaching.gradient', 'demography.entryGradient'], prior: 'triangular' },
  { id: 'wish to leave villages', parameters: ['teacher-hiring.ruralApply', 'teacher-hiring.townshipApply'], prior: 'triangular' },
  { id: 'town posts open to serving teachers', parameters: ['teacher-hiring.transferShare'], prior: 'triangular' },
  { id: 'redeployment', parameters: ['teacher-hiring.redeploy'], prior: 'triangular' },
  { id: 'leaving teaching', parameters: ['teacher-leaving.quit', 'teacher-leaving.quitYoungRural'], prior: 'triangular' },
  { id: 'moves of families', parameters: ['demography.ruralMoves', 'demography.townshipMoves'], prior: 'triangular' },
  { id: 'threshold of allowances', parameters: ['teacher-leaving.threshold'], prior: 'triangular' },
  { id: 'applying to key schools', parameters: ['graduation.applyGap'], prior: 'triangular' },
]
