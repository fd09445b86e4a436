import type { AnyPolicy, Parameter, Parameters, PolicyUse } from '../engine/index.ts'

/** Everything a scenario file may name. Passed in, so that a test can bring its own. */
export interface Registry {
  readonly policies: readonly AnyPolicy[]
  /** Groups of constants of how the county behaves: processes, and whatever else the engine reads under `group.parameter`. */
  readonly behaviour: readonly { readonly id: string; readonly parameters: Parameters }[]
}

/** The policy with an id. */
export const policyOf = (registry: Registry, id: string): AnyPolicy | undefined => registry.policies.find((policy) => policy.id === id)

/** The levers of a policy, in the order of its declaration. */
export const leversOf = (policy: AnyPolicy): readonly (readonly [string, Parameter])[] => Object.entries(policy.parameters as Parameters)

/** Parameters of all groups by `group.parameter`, in the order of the registry. */
export function behaviourOf(registry: Registry): ReadonlyMap<string, Parameter> {
  const all = new Map<string, Parameter>()
  for (const { id, parameters } of registry.behaviour) {
    for (const [name, parameter] of Object.entries(parameters)) all.set(`${id}.${name}`, parameter)
  }
  return all
}

/** Whether a policy stands at all its neutral values: it changes nothing, and the scenario is the same without it. */
export function isNeutral({ use, set }: PolicyUse, registry: Registry): boolean {
  const policy = policyOf(registry, use)
  const neutral = Object.entries((policy?.neutral ?? {}) as Readonly<Record<string, number | string>>)
  const standsAt = (lever: string): unknown => set[lever] ?? (policy!.parameters as Parameters)[lever]?.default
  return neutral.length > 0 && neutral.every(([lever, value]) => standsAt(lever) === value)
}
