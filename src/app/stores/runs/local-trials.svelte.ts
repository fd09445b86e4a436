import type { PolicyUse, Scenario, SectionFacts, Series } from '../../../engine/index.ts'
import { runName } from '../../../runner/run-name.ts'
import type { Runner } from '../../../runner/runner.ts'
import { sectionCell, type Frame } from '../../charts/prepare/frame.ts'

/** Something tried: the policies in force with it. */
export interface Candidate {
  readonly key: string
  readonly uses: readonly PolicyUse[]
}

/** What one change does to a school. */
export interface Trial<C extends Candidate = Candidate> {
  readonly candidate: C
  /** Whether the school still has pupils with it in the year asked about. */
  readonly open: boolean
  /** Items at standard in the year asked about, without and with it. */
  readonly metNow: number
  readonly metThen: number
  /** First year in which the school passes overall, without and with it; null = not in the years shown. */
  readonly yearBefore: number | null
  readonly year: number | null
}

const firstPass = (frame: Frame, run: Series, section: number): number | null => frame.years.find((_, y) => sectionCell(frame, run, y, section, 'status') === 2) ?? null

/** Tries changes for one school, one at a time, with the seed of the first run. Nothing is drawn from tables: every answer is a run. */
export class LocalTrials<C extends Candidate = Candidate> {
  /** What was asked last: a school under a draft; empty after a cancel. */
  key = $state('')
  results = $state.raw<readonly Trial<C>[] | null>(null)
  /** Trials done and asked for. */
  done = $state(0)
  all = $state(0)
  /** Changes whose run failed: what the results leave out. */
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

  /** `plan` has the one arm that is in force; its policies are exchanged for those of each candidate. */
  async ask(key: string, plan: Scenario, candidates: readonly C[], fact: SectionFacts, frame: Frame, shown: Series, year: number): Promise<void> {
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.key = key
    this.results = null
    this.done = 0
    this.failed = 0
    this.all = candidates.length
    const arm = plan.arms[0]!
    const trials: Trial<C>[] = []
    for (const candidate of candidates) {
      const scenario = { ...plan, arms: [{ ...arm, policies: candidate.uses }] }
      const outcome = await this.#runner.run({ runId: runName('trial'), scenario, replicates: [shown.replicate] }, { signal: abort.signal })
      if (abort.signal.aborted) return
      const run = outcome.status === 'done' ? outcome.results[0]?.arms[0] : undefined
      this.done++
      if (run) trials.push(trialOf(candidate, frame, shown, run, fact.section, year))
      else this.failed++
    }
    // a school that is closed gains nothing by it
    const gain = (trial: Trial) => (trial.open ? (trial.metThen - trial.metNow) * 100 - ((trial.year ?? never) - (trial.yearBefore ?? never)) : -Infinity)
    this.results = trials.map((trial, k) => ({ trial, k })).sort((a, b) => gain(b.trial) - gain(a.trial) || a.k - b.k).map(({ trial }) => trial)
  }
}

/** Later than any year. */
const never = 9999
const trialOf = <C extends Candidate>(candidate: C, frame: Frame, shown: Series, run: Series, section: number, year: number): Trial<C> => ({
  candidate,
  open: sectionCell(frame, run, year, section, 'roll') > 0,
  metNow: sectionCell(frame, shown, year, section, 'met'),
  metThen: sectionCell(frame, run, year, section, 'met'),
  yearBefore: firstPass(frame, shown, section),
  year: firstPass(frame, run, section),
})
