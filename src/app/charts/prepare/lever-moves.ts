import type { AnyPolicy, CountyDescription, Parameter } from '../../../engine/index.ts'
import { isNumber, leverValue, type Draft } from '../../stores/draft/draft.ts'
import { leverText } from './amounts.ts'
import { assumptions, assumptionValue } from './assumptions.ts'
import type { Speech } from './doors.ts'

/** A number that moved between two drafts, and which way. */
export interface LeverMove {
  readonly key: string
  readonly name: string
  readonly up: boolean
  readonly from: string
  readonly to: string
}

function moveOf({ language }: Speech, key: string, name: string, parameter: Parameter, before: number | string, after: number | string): readonly LeverMove[] {
  if (!isNumber(parameter) || typeof before === 'string' || typeof after === 'string' || before === after) return []
  return [{ key, name, up: after > before, from: leverText(before, parameter, language), to: leverText(after, parameter, language) }]
}

/** Every number of policies and assumptions that differs, in the order of the registry, called as beside its slider. */
export function leverMoves(speech: Speech, before: Draft, after: Draft, policies: readonly AnyPolicy[], county: CountyDescription): readonly LeverMove[] {
  const ofPolicies = policies.flatMap((policy) =>
    Object.entries(policy.parameters as Readonly<Record<string, Parameter>>).flatMap(([lever, parameter]) =>
      moveOf(speech, `${policy.id}.${lever}`, parameter.label[speech.language], parameter, leverValue(before, policy, lever, county), leverValue(after, policy, lever, county)),
    ),
  )
  return [...ofPolicies, ...assumptions.flatMap((one) => moveOf(speech, one.key, speech.t(`assumption.${one.id}`), one.parameter, assumptionValue(before, one), assumptionValue(after, one)))]
}
