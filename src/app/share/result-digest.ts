import { resultDigestSteps, type Series } from '../../engine/index.ts'

/** The runs of one arm, and the arm’s id in the shared file. */
export interface ArmRuns {
  readonly id: string
  readonly runs: readonly Series[]
}

/** Milliseconds of work on a digest after which the page has its turn: all runs together are some fifty megabytes. */
const turn = 12

// digests of runs that never change, by those of the last arm: a new name asks for the same again, and texts are to be there at once
const made = new WeakMap<readonly Series[], { readonly arms: readonly ArmRuns[]; readonly replicates: number; readonly digest: Promise<string | undefined> }>()

/**
 * Digest of the results on the screen, as the command line prints it for the shared file: replicates 1 to `replicates` of
 * every arm. Undefined while some of them have not been run.
 *
 * Without a policy in force the plan’s runs stand for the baseline’s, so arms take their id from the file.
 */
export function digestOfRuns(arms: readonly ArmRuns[], replicates: number): Promise<string | undefined> {
  const runs = arms.at(-1)!.runs
  const known = made.get(runs)
  if (known?.replicates === replicates && known.arms.length === arms.length && known.arms.every(({ id, runs }, a) => id === arms[a]!.id && runs === arms[a]!.runs)) return known.digest
  const digest = computed(arms, replicates)
  made.set(runs, { arms, replicates, digest })
  return digest
}

async function computed(arms: readonly ArmRuns[], replicates: number): Promise<string | undefined> {
  const results = Array.from({ length: replicates }, (_, k) => ({
    replicate: k + 1,
    arms: arms.flatMap(({ id, runs }) => runs.filter((series) => series.replicate === k + 1).map((series) => ({ ...series, arm: id }))),
  }))
  if (results.some((result) => result.arms.length !== arms.length)) return undefined
  const steps = resultDigestSteps(results)
  for (let from = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - from < turn) continue
    await new Promise((resolve) => setTimeout(resolve))
    from = performance.now()
  }
}
