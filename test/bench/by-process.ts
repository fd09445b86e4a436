import type { Scenario } from '../../src/engine/index.ts'
import { measureYear } from '../../src/engine/record.ts'
import { liveCounty } from './live-county.ts'
import { median, processorTime, startWatch, type Spent } from './timing.ts'

/** Nanoseconds of processor per pupil-year of every step of the year, by id, with `measurement` at the end. */
export interface StepCosts {
  readonly pupilYears: number
  readonly nanoseconds: ReadonlyMap<string, number>
}

/** Runs that only compile. */
const warmUp = 3

/** Times the steps of the status quo’s years one by one, over several runs of the same county. */
export function stepCosts(scenario: Scenario, years: number, runs: number): StepCosts {
  const live = liveCounty(scenario)
  const { county, ledger } = live.built
  const names = [...live.names, 'measurement']
  const samples = names.map(() => [] as number[])
  let pupilYears = 0
  for (let run = 0; run < warmUp + runs; run++) {
    live.rewind(run + 1)
    const spent = new Float64Array(names.length)
    pupilYears = 0
    for (let y = 1; y <= years; y++) {
      live.begin(scenario.county.year + y)
      for (let i = 0; i < names.length; i++) {
        const start = processorTime()
        if (i < live.names.length) live.step(i)
        else measureYear(county, ledger, scenario.county.year + y)
        spent[i]! += processorTime() - start
      }
      pupilYears += live.roll()
    }
    if (run >= warmUp) spent.forEach((milliseconds, i) => samples[i]!.push((milliseconds * 1e6) / pupilYears))
  }
  return { pupilYears, nanoseconds: new Map(names.map((name, i) => [name, median(samples[i]!)])) }
}

/** A county whose rolls do not fall: what all years took, run by run, and how many pupil-years they were. */
export interface SteadyRun {
  readonly pupilYears: number
  readonly rounds: readonly Spent[]
}

/** Times whole runs of a county in which a ninth of `pupils` enters school every year. */
export function steadyRun(scenario: Scenario, pupils: number, years: number, runs: number): SteadyRun {
  const live = liveCounty(scenario, pupils / 9)
  const { county, ledger } = live.built
  const rounds: Spent[] = []
  let pupilYears = 0
  for (let run = 0; run < warmUp + runs; run++) {
    live.rewind(run + 1)
    pupilYears = 0
    const spent = startWatch()
    for (let y = 1; y <= years; y++) {
      live.begin(scenario.county.year + y)
      live.names.forEach((_, i) => live.step(i))
      measureYear(county, ledger, scenario.county.year + y)
      pupilYears += live.roll()
    }
    if (run >= warmUp) rounds.push(spent())
  }
  return { pupilYears, rounds }
}
