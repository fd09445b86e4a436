import type { AnyPolicy, Arm, CountyDescription, NumberParameter, Parameter, PolicyUse, Scenario, Scope } from '../../engine/index.ts'

/** When and where a policy acts in the draft. */
export interface Timing {
  readonly from: number
  readonly to?: number
  readonly ramp: number
  readonly where?: Scope
}

/** What the person at the screen is composing: everything the plan arm is made of. Replaced at every change, never edited. */
export interface Draft {
  /** Id of a shipped county, or of one that came with a file. */
  readonly county: string
  readonly seed: string
  readonly years: { readonly from: number; readonly to: number }
  readonly replicates: number
  readonly behaviour: Readonly<Record<string, number | string>>
  /** Values by policy and lever; a lever not named stands at its baseline. */
  readonly levers: Readonly<Record<string, Readonly<Record<string, number | string>>>>
  /** Timetables that differ from “from the first policy year, at once”. */
  readonly timing: Readonly<Record<string, Timing>>
}

export const planArm = 'plan'
export const baselineArm = 'status-quo'

export const isNumber = (parameter: Parameter): parameter is NumberParameter => parameter.unit !== 'choice'

/** Where a lever stands when nothing is decided: its neutral value if it has one, else its default. */
export function baselineOf(policy: AnyPolicy, lever: string): number | string {
  const neutral = (policy.neutral as Readonly<Record<string, number | string | undefined>>)[lever]
  const parameter = (policy.parameters as Readonly<Record<string, Parameter>>)[lever]
  return neutral ?? parameter!.default
}

/** Where a lever stands in a draft. */
export const leverValue = (draft: Draft, policy: AnyPolicy, lever: string): number | string => draft.levers[policy.id]?.[lever] ?? baselineOf(policy, lever)

/** The draft with one lever moved; a lever back at its baseline is forgotten. */
export function withLever(draft: Draft, policy: AnyPolicy, lever: string, value: number | string): Draft {
  const { [lever]: _, ...rest } = draft.levers[policy.id] ?? {}
  const mine = value === baselineOf(policy, lever) ? rest : { ...rest, [lever]: value }
  const { [policy.id]: __, ...others } = draft.levers
  return { ...draft, levers: Object.keys(mine).length > 0 ? { ...others, [policy.id]: mine } : others }
}

/** The draft with a policy’s timetable or scope changed. */
export const withTiming = (draft: Draft, policy: string, timing: Timing): Draft => ({ ...draft, timing: { ...draft.timing, [policy]: timing } })

/** First school year in which a policy can act: the year after the first shown. */
export const timingOf = (draft: Draft, policy: string): Timing => draft.timing[policy] ?? { from: draft.years.from + 1, ramp: 1 }

/** Whether any lever with a neutral value stands away from it: only then does the policy act. */
export function acts(draft: Draft, policy: AnyPolicy): boolean {
  const neutral = policy.neutral as Readonly<Record<string, number | string | undefined>>
  return Object.keys(neutral).some((lever) => leverValue(draft, policy, lever) !== neutral[lever])
}

/** The policies in force, in the order of the registry, every value written out. */
export function usesOf(draft: Draft, policies: readonly AnyPolicy[]): readonly PolicyUse[] {
  return policies
    .filter((policy) => acts(draft, policy))
    .map((policy) => {
      const timing = timingOf(draft, policy.id)
      const set = Object.fromEntries(Object.keys(policy.parameters as object).map((lever) => [lever, leverValue(draft, policy, lever)]))
      return {
        use: policy.id,
        from: timing.from,
        ...(timing.to === undefined ? {} : { to: timing.to }),
        ...(timing.ramp > 1 ? { ramp: timing.ramp } : {}),
        ...(timing.where === undefined ? {} : { where: timing.where }),
        set,
      }
    })
}

/** A scenario with the arms asked for. Arms share their draws, so an arm run alone equals the same arm run in a pair. */
export function scenarioOf(draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[], arms: readonly ('plan' | 'baseline')[]): Scenario {
  const all: Readonly<Record<'plan' | 'baseline', Arm>> = {
    baseline: { id: baselineArm, policies: [] },
    plan: { id: planArm, title: { zh: '我的方案', en: 'My scenario' }, policies: usesOf(draft, policies) },
  }
  return {
    id: 'my-scenario',
    title: { zh: '我的方案', en: 'My scenario' },
    seed: draft.seed,
    years: draft.years,
    replicates: draft.replicates,
    county,
    behaviour: draft.behaviour,
    arms: arms.map((arm) => all[arm]),
  }
}
