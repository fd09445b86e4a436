import type { AnyPolicy, AnyProcess, Parameter, Parameters } from '../engine/index.ts'

/** Everything a scenario file may name. Passed in, so that a test can bring its own. */
export interface Registry {
  readonly policies: readonly AnyPolicy[]
  readonly processes: readonly AnyProcess[]
}

/** The policy with an id. */
export const policyOf = (registry: Registry, id: string): AnyPolicy | undefined => registry.policies.find((policy) => policy.id === id)

/** The levers of a policy, in the order of its declaration. */
export const leversOf = (policy: AnyPolicy): readonly (readonly [string, Parameter])[] => Object.entries(policy.parameters as Parameters)

/** Parameters of all processes by `process.parameter`, in the order of the year. */
export function behaviourOf(registry: Registry): ReadonlyMap<string, Parameter> {
  const all = new Map<string, Parameter>()
  for (const process of registry.processes) {
    for (const [name, parameter] of Object.entries(process.parameters as Parameters)) all.set(`${process.id}.${name}`, parameter)
  }
  return all
}
