import type { AnyPolicy, Parameter, Parameters } from '../engine/index.ts'

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
