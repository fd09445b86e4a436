/*
 * How the physical stocks of a campus with several stages are divided between them: weights 1 : 1.1 : 1.32 per primary, junior
 * and senior pupil. Teachers are not split, because official statistics count them per stage.
 *
 * Source: `combined-school-split` (2012) and `balance-form-2017`. A complete secondary school’s 1 : 1.2 is the same rule,
 * since 1.32 = 1.1 × 1.2. Weights are kept in hundredths so that whole pupils give exact sums.
 */

/** Weight of one pupil of each stage, in hundredths of a primary pupil. */
export const stageWeights = { primary: 100, junior: 110, senior: 132 } as const

/**
 * Share of a campus’s physical stocks that belongs to its primary or junior stage.
 *
 * @param stage   the stage asked for
 * @param primary pupils on the campus in primary grades; junior and senior likewise
 * @returns a share in [0, 1]; 1 for a campus with one stage, 0 for a stage without pupils, NaN for a campus without pupils
 */
export function stageShare(stage: 'primary' | 'junior', primary: number, junior: number, senior: number): number {
  const total = stageWeights.primary * primary + stageWeights.junior * junior + stageWeights.senior * senior
  return (stageWeights[stage] * (stage === 'primary' ? primary : junior)) / total
}
