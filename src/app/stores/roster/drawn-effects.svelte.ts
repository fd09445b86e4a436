import type { AnyPolicy, Bilingual, CountyDescription } from '../../../engine/index.ts'
import { RunnerError } from '../../../runner/problems.ts'
import { runName } from '../../../runner/run-name.ts'
import type { Runner } from '../../../runner/runner.ts'
import { countyCell, type Frame, type StandardView } from '../../charts/prepare/frame.ts'
import { scenarioOf } from '../draft/draft.ts'
import { draftWith } from './simulate-county.ts'

/** How far apart drawings of the same county lie in one coefficient. */
export interface DrawnEffect {
  readonly item: StandardView['items'][number]
  readonly level: 'primary' | 'junior'
  readonly low: number
  readonly high: number
}

/** What is run: the county as it stood when the drawing was asked for. */
interface Subject {
  readonly county: CountyDescription
  readonly model: Readonly<Record<string, number>>
}

interface Means {
  /** The county drawn anew; null if that was stopped or failed, and then it has been said. */
  readonly redrawn: (county: CountyDescription, draw: number) => Promise<CountyDescription | null>
  readonly runner: Runner
  readonly policies: readonly AnyPolicy[]
  readonly layout: Omit<Frame, 'facts' | 'years'>
  readonly items: StandardView['items']
}

export const drawings = 5
export const yearsDrawn = 5

const levels = ['primary', 'junior'] as const

/** What the drawn figures do to results: the county is drawn anew a few times and run without any policy. */
export class DrawnEffects {
  busy = $state(false)
  done = $state(0)
  /** Widest first; null until drawn. */
  found = $state.raw<readonly DrawnEffect[] | null>(null)
  failed = $state.raw<Bilingual | null>(null)
  #abort: AbortController | null = null

  /** The county is another: what was drawn, or is being drawn, is not of it. */
  forget(): void {
    this.#abort?.abort()
    this.#abort = null
    this.busy = false
    this.found = null
    this.failed = null
  }

  async draw(subject: Subject, means: Means): Promise<void> {
    this.forget()
    const mine = (this.#abort = new AbortController())
    this.busy = true
    this.done = 0
    try {
      const found = await this.#runs(subject, means, mine.signal)
      if (!mine.signal.aborted) this.found = found
    } catch (error) {
      if (mine.signal.aborted) return
      const text = error instanceof Error ? error.message : String(error)
      this.failed = error instanceof RunnerError ? error.problem.text : { zh: text, en: text }
    } finally {
      if (!mine.signal.aborted) this.busy = false
    }
  }

  /** The coefficients of every drawing; null if it came to an end before. */
  async #runs({ county, model }: Subject, { redrawn, runner, policies, layout, items }: Means, signal: AbortSignal): Promise<readonly DrawnEffect[] | null> {
    const values = items.flatMap((item) => levels.map((level) => ({ item, level, all: [] as number[] })))
    for (let k = 0; k < drawings; k++) {
      const drawn = await redrawn(county, k + 1)
      if (!drawn || signal.aborted) return null
      const draft = { ...draftWith(drawn, model), years: { from: drawn.year, to: drawn.year + yearsDrawn }, replicates: 1 }
      const outcome = await runner.run({ runId: runName('drawing'), scenario: scenarioOf(draft, drawn, policies, ['baseline']), replicates: [1] }, { signal })
      if (outcome.status === 'failed') throw new RunnerError(outcome.problem)
      if (outcome.status !== 'done' || signal.aborted) return null
      const run = outcome.results[0]!.arms[0]!
      for (const { item, level, all } of values) all.push(countyCell({ ...layout, facts: [], years: run.years }, run, run.years.length - 1, `${item.id}.cv.${level}`))
      this.done = k + 1
    }
    return values
      .map(({ item, level, all }) => ({ item, level, low: Math.min(...all), high: Math.max(...all) }))
      .filter(({ low }) => Number.isFinite(low))
      .sort((a, b) => b.high - b.low - (a.high - a.low))
  }
}
