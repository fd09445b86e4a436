import type { AnyPolicy, PolicyUse, Scenario, SectionFacts, Series } from '../../engine/index.ts'
import type { Runner } from '../../runner/runner.ts'
import { sectionCell, type Frame } from '../charts/prepare/frame.ts'

/** What one policy, tried at one school alone, does to it. */
export interface Trial {
  readonly policy: AnyPolicy
  /** Items at standard in the year asked about, without and with it. */
  readonly metNow: number
  readonly metThen: number
  /** First year in which the school passes overall, without and with it; null = not in the years shown. */
  readonly yearBefore: number | null
  readonly year: number | null
}

const firstPass = (frame: Frame, run: Series, section: number): number | null => frame.years.find((_, y) => sectionCell(frame, run, y, section, 'status') === 2) ?? null

/** The policy at its defaults, at one school, from the first year it can act. */
const useHere = (policy: AnyPolicy, schoolId: number, from: number): PolicyUse => ({
  use: policy.id,
  from,
  where: { schools: [schoolId] },
  set: Object.fromEntries(Object.entries(policy.parameters as Readonly<Record<string, { readonly default: number | string }>>).map(([lever, parameter]) => [lever, parameter.default])),
})

/** Tries policies at one school, one at a time, with the first seed. Nothing is drawn from tables: every answer is a run. */
export class LocalTrials {
  /** What was asked last: a school under a draft; empty after a cancel. */
  key = $state('')
  results = $state.raw<readonly Trial[] | null>(null)
  /** Trials done and asked for. */
  done = $state(0)
  all = $state(0)
  /** Policies whose run failed: what the results leave out. */
  failed = $state(0)
  readonly #runner: Runner
  #abort: AbortController | null = null

  constructor(runner: Runner) {
    this.#runner = runner
  }

  /** Stops at the next year; nothing is kept of what was asked. */
  cancel(): void {
    this.#abort?.abort()
    this.key = ''
    this.results = null
  }

  /** `plan` has the one arm that is in force; `candidates` are policies it does not contain. */
  async ask(key: string, plan: Scenario, candidates: readonly AnyPolicy[], fact: SectionFacts, frame: Frame, shown: Series, year: number): Promise<void> {
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.key = key
    this.results = null
    this.done = 0
    this.failed = 0
    this.all = candidates.length
    const arm = plan.arms[0]!
    const trials: Trial[] = []
    for (const policy of candidates) {
      const scenario = { ...plan, arms: [{ ...arm, policies: [...arm.policies, useHere(policy, fact.schoolId, plan.years.from + 1)] }] }
      const outcome = await this.#runner.run({ runId: `trial-${++trialCount}`, scenario, replicates: [shown.replicate] }, { signal: abort.signal })
      if (abort.signal.aborted) return
      const run = outcome.status === 'done' ? outcome.results[0]?.arms[0] : undefined
      this.done++
      if (run) trials.push(trialOf(policy, frame, shown, run, fact.section, year))
      else this.failed++
    }
    const gain = (trial: Trial) => (trial.metThen - trial.metNow) * 100 - ((trial.year ?? never) - (trial.yearBefore ?? never))
    this.results = trials.map((trial, k) => ({ trial, k })).sort((a, b) => gain(b.trial) - gain(a.trial) || a.k - b.k).map(({ trial }) => trial)
  }
}

/** Later than any year. */
const never = 9999
/** Runs need names of their own, also where one is asked for while an earlier one is still stopping. */
let trialCount = 0

const trialOf = (policy: AnyPolicy, frame: Frame, shown: Series, run: Series, section: number, year: number): Trial => ({
  policy,
  metNow: sectionCell(frame, shown, year, section, 'met'),
  metThen: sectionCell(frame, run, year, section, 'met'),
  yearBefore: firstPass(frame, shown, section),
  year: firstPass(frame, run, section),
})

/** Policies that can be tried at one school: money and people sent there. */
export const localPolicies: readonly string[] = ['school-standardisation', 'directed-hiring', 'rural-allowance', 'funding-tilt', 'teacher-rotation', 'mentoring', 'shared-classroom']
