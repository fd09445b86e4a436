import type { AnyPolicy, Bilingual, CountyDescription, Parameter } from '../../../engine/index.ts'
import type { Language } from '../../../words/index.ts'
import { isNumber, leverValue, type Draft } from '../../stores/draft.ts'
import { leverText } from './amounts.ts'
import { assumptions, assumptionValue } from './assumptions.ts'

/** A number that moved between two drafts, and which way. */
export interface LeverMove {
  readonly key: string
  readonly name: Bilingual
  readonly up: boolean
  readonly from: string
  readonly to: string
}

function moveOf(key: string, parameter: Parameter, before: number | string, after: number | string, language: Language): readonly LeverMove[] {
  if (!isNumber(parameter) || typeof before === 'string' || typeof after === 'string' || before === after) return []
  return [{ key, name: parameter.label, up: after > before, from: leverText(before, parameter, language), to: leverText(after, parameter, language) }]
}

/** Every number of policies and assumptions that differs, in the order of the registry. */
export function leverMoves(before: Draft, after: Draft, policies: readonly AnyPolicy[], county: CountyDescription, language: Language): readonly LeverMove[] {
  const ofPolicies = policies.flatMap((policy) =>
    Object.entries(policy.parameters as Readonly<Record<string, Parameter>>).flatMap(([lever, parameter]) =>
      moveOf(`${policy.id}.${lever}`, parameter, leverValue(before, policy, lever, county), leverValue(after, policy, lever, county), language),
    ),
  )
  return [...ofPolicies, ...assumptions.flatMap((one) => moveOf(one.key, one.parameter, assumptionValue(before, one), assumptionValue(after, one), language))]
}
