import type { Parameters, Values } from './declare.ts'
import { originParameters } from './county/origins.ts'
import { processes } from './year.ts'

/** Everything a scenario’s `behaviour` may set: the parameters of processes, and of the builder under `origins`. */
export const behaviourGroups: readonly { readonly id: string; readonly parameters: Parameters }[] = [...processes, { id: 'origins', parameters: originParameters }]

/** What a scenario sets of them, under `group.parameter`. */
export type Behaviour = Readonly<Record<string, number | string>>

/** Values in force of one group: defaults, with what the scenario’s behaviour sets under `group.parameter`. */
export function valuesOf(group: string, parameters: Parameters, behaviour: Behaviour): Values {
  const values: Record<string, number | string> = {}
  for (const [name, parameter] of Object.entries(parameters)) values[name] = behaviour[`${group}.${name}`] ?? parameter.default
  return values as Values
}
