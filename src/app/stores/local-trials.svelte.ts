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
  /** What was asked last: a school under a draft. */
  key = $state('')
  results = $state.raw<readonly Trial[] | null>(null)
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  /** `plan` has the one arm that is in force; `candidates` are policies it does not contain. */
  async ask(key: string, plan: Scenario, candidates: readonly AnyPolicy[], fact: SectionFacts, frame: Frame, shown: Series, year: number): Promise<void> {
    this.key = key
    this.results = null
    const arm = plan.arms[0]!
    const trials: Trial[] = []
    for (const policy of candidates) {
      const scenario = { ...plan, arms: [{ ...arm, policies: [...arm.policies, useHere(policy, fact.schoolId, plan.years.from + 1)] }] }
      const outcome = await this.#runner.run({ runId: `trial-${policy.id}`, scenario, replicates: [shown.replicate] })
      if (this.key !== key) return
      const run = outcome.status === 'done' ? outcome.results[0]?.arms[0] : undefined
      if (!run) continue
      trials.push({
        policy,
        metNow: sectionCell(frame, shown, year, fact.section, 'met'),
        metThen: sectionCell(frame, run, year, fact.section, 'met'),
        yearBefore: firstPass(frame, shown, fact.section),
        year: firstPass(frame, run, fact.section),
      })
    }
    const gain = (trial: Trial) => (trial.metThen - trial.metNow) * 100 - ((trial.year ?? 9999) - (trial.yearBefore ?? 9999))
    this.results = trials.map((trial, k) => ({ trial, k })).sort((a, b) => gain(b.trial) - gain(a.trial) || a.k - b.k).map(({ trial }) => trial)
  }
}

/** Policies that can be tried at one school: money and people sent there. */
export const localPolicies: readonly string[] = ['school-standardisation', 'directed-hiring', 'rural-allowance', 'funding-tilt', 'teacher-rotation', 'mentoring', 'shared-classroom']
