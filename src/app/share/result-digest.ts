import { resultDigest, type Series } from '../../engine/index.ts'

/** The runs of one arm, and the arm’s id in the shared file. */
export interface ArmRuns {
  readonly id: string
  readonly runs: readonly Series[]
}

/**
 * Digest of the results on the screen, as the command line prints it for the shared file: replicates 1 to `replicates` of
 * every arm. Undefined while some of them have not been run.
 *
 * Without a policy in force the plan’s runs stand for the baseline’s, so arms take their id from the file.
 */
export function digestOfRuns(arms: readonly ArmRuns[], replicates: number): string | undefined {
  const results = Array.from({ length: replicates }, (_, k) => ({
    replicate: k + 1,
    arms: arms.flatMap(({ id, runs }) => runs.filter((series) => series.replicate === k + 1).map((series) => ({ ...series, arm: id }))),
  }))
  return results.every((result) => result.arms.length === arms.length) ? resultDigest(results) : undefined
}
