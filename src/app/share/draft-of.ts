import type { AnyPolicy, Bilingual, CountyDescription, Dated, Parameter, PolicyUse, Scenario } from '../../engine/index.ts'
import { countyDigest } from '../../scenario/write.ts'
import { baselineOf, named, usualName, type Draft, type Timing } from '../stores/draft/draft.ts'

/** A draft made of a scenario, and what of the scenario a draft cannot hold, by the names people read. */
export interface OpenedDraft {
  readonly draft: Draft
  /** Levers whose yearly values were reduced to the last one. */
  readonly reduced: readonly { readonly policy: Bilingual; readonly lever: Bilingual }[]
  /** Policies that the arm has more than once, for other years or schools: the last one is kept. */
  readonly repeated: readonly Bilingual[]
  /** The arm opened. */
  readonly arm: string
  /** Arms beyond it in which something is decided. */
  readonly leftOut: readonly string[]
  /** More runs are asked for than a page holds. */
  readonly tooMany: boolean
}

/** Runs of a plan that a page can hold: of the longest span they and those of the baseline take about a gigabyte. */
export const mostRuns = 200

/** The value that holds in the end: series by year become their last value. */
function lastOf(value: Dated<number | string>): number | string {
  if (typeof value !== 'object') return value
  const years = Object.keys(value).map(Number).sort((a, b) => a - b)
  return value[years.at(-1)!]!
}

const timingOf = ({ from, to, ramp, where }: PolicyUse): Timing => ({ from, ramp: ramp ?? 1, ...(to === undefined ? {} : { to }), ...(where === undefined ? {} : { where }) })

const same = (a: Bilingual | undefined, b: Bilingual): boolean => a !== undefined && a.zh === b.zh && a.en === b.en

/** The draft under the name its file or link gives it; what the page calls a scenario by itself is no name. */
function withName(draft: Draft, { title }: Scenario, arm: Bilingual | undefined): Draft {
  if (same(title, usualName)) return draft
  return named(draft, arm === undefined || same(arm, title) || same(arm, usualName) ? { title } : { title, arm })
}

/** Opens the first arm with a policy, else the reference. */
export function draftOf(scenario: Scenario, policies: readonly AnyPolicy[]): OpenedDraft {
  const arm = scenario.arms.find((one) => one.policies.length > 0) ?? scenario.arms[0]!
  const reduced: { policy: Bilingual; lever: Bilingual }[] = []
  const levers: Record<string, Record<string, number | string>> = {}
  const timing: Record<string, Timing> = {}
  for (const use of arm.policies) {
    const policy = policies.find((one) => one.id === use.use)
    if (!policy) continue
    const mine: Record<string, number | string> = {}
    for (const [lever, parameter] of Object.entries(policy.parameters as Readonly<Record<string, Parameter>>)) {
      // what a file written by hand leaves out stands at its default, as in the engine: at the baseline the policy would not act
      const value = use.set[lever] ?? parameter.default
      if (typeof value === 'object') reduced.push({ policy: policy.text.name, lever: parameter.label })
      const last = lastOf(value)
      if (last !== baselineOf(policy, lever, scenario.county)) mine[lever] = last
    }
    if (Object.keys(mine).length > 0) levers[use.use] = mine
    timing[use.use] = timingOf(use)
  }
  const draft: Draft = { county: scenario.county.id, seed: scenario.seed, years: scenario.years, replicates: Math.min(scenario.replicates, mostRuns), behaviour: scenario.behaviour, levers, timing, ...(scenario.notes === undefined ? {} : { notes: scenario.notes }), ...(scenario.entered === undefined ? {} : { entered: scenario.entered }) }
  return {
    draft: withName(draft, scenario, arm.title),
    reduced,
    repeated: policies.filter(({ id }) => arm.policies.filter(({ use }) => use === id).length > 1).map(({ text }) => text.name),
    arm: arm.id,
    leftOut: scenario.arms.filter((one) => one !== arm && one.policies.length > 0).map(({ id }) => id),
    tooMany: scenario.replicates > mostRuns,
  }
}

/** The county of a scenario, if it is not one of those known. */
export const foreignCounty = ({ county }: Scenario, known: readonly CountyDescription[]): CountyDescription | null =>
  known.some((one) => one.id === county.id && countyDigest(one) === countyDigest(county)) ? null : county
