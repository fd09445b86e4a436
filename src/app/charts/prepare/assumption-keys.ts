/**
 * Constants of the county’s behaviour that a planner meets first, in the order of the year: births, moves, leaving, moving up,
 * leaking. By short name, as in a scenario’s `behaviour`; apart from what is known of them, which the first screen does without.
 */
export const assumptionKeys = {
  births: 'demography.futureBirths',
  moves: 'demography.ruralMoves',
  quit: 'teacher-leaving.quit',
  transfer: 'teacher-hiring.ruralApply',
  leak: 'funding.leak',
} as const

export type AssumptionId = keyof typeof assumptionKeys

export const assumptionIds = Object.keys(assumptionKeys) as readonly AssumptionId[]
