import { expectThat } from './kernel/expect.ts'
import type { County } from './county/county.ts'
import { placeKinds } from './county/places.ts'
import type { Parameters, Values } from './declare.ts'
import { policies } from './policies/index.ts'
import type { AnyPolicy } from './policies/declare.ts'
import type { Arm, Dated, PolicyUse, Scope } from './scenario.ts'

/** A policy of an arm, with its timetable worked out. */
export interface PreparedUse {
  readonly policy: AnyPolicy
  readonly from: number
  readonly to: number
  readonly valuesIn: (year: number) => Values
  readonly covers: (section: number) => boolean
}

/** Whether a policy acts in a year. */
export const isInForce = (use: PreparedUse, year: number): boolean => year >= use.from && year <= use.to

/** Value of a dated series in a year: the latest entry at or before it; undefined before the first. */
export function valueIn<T extends number | string>(dated: Dated<T> | undefined, year: number): T | undefined {
  if (dated === undefined || typeof dated !== 'object') return dated
  let best: T | undefined
  let since = -Infinity
  for (const [key, value] of Object.entries(dated)) {
    const from = Number(key)
    if (from <= year && from > since) {
      since = from
      best = value as T
    }
  }
  return best
}

/** Lever values of a use in a year: defaults, what is set, and the ramp from neutral. */
function valuesOfUse(policy: AnyPolicy, use: PolicyUse, year: number): Values {
  const values: Record<string, number | string> = {}
  const ramp = Math.max(1, use.ramp ?? 1)
  const reached = Math.min(1, (year - use.from + 1) / ramp)
  for (const [name, parameter] of Object.entries(policy.parameters as Parameters)) {
    const target = valueIn(use.set[name], year) ?? (use.set[name] === undefined ? parameter.default : ((policy.neutral as Record<string, number | string>)[name] ?? parameter.default))
    const neutral = (policy.neutral as Record<string, number | string>)[name]
    const isRamped = reached < 1 && typeof target === 'number' && typeof neutral === 'number'
    values[name] = isRamped ? neutral + (target - neutral) * reached : target
  }
  return values as Values
}

/** Whether a section is open, not private, and within the scope a scenario names. */
function coversOf(county: County, scope: Scope | undefined): (section: number) => boolean {
  const { sections, schools } = county
  return (s) => {
    const k = sections.school[s]
    if (sections.open[s] === 0 || schools.owner[k] === 2) return false
    if (scope?.level !== undefined && sections.level[s] !== (scope.level === 'primary' ? 0 : 1)) return false
    if (scope?.kinds !== undefined && !scope.kinds.includes(placeKinds[sections.kind[s]])) return false
    return scope?.schools === undefined || scope.schools.includes(schools.id[k])
  }
}

/** The policies of an arm, ready to act, in the order the scenario lists them. */
export function usesOf(arm: Arm, county: County): PreparedUse[] {
  return arm.policies.map((use) => {
    const policy = policies.find((p) => p.id === use.use)
    expectThat(policy !== undefined, `scenario: no policy ${use.use}`)
    return {
      policy,
      from: use.from,
      to: use.to ?? Infinity,
      valuesIn: (year: number) => valuesOfUse(policy, use, year),
      covers: coversOf(county, use.where),
    }
  })
}
