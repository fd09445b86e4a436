import { behaviourGroups, type Bilingual, type NumberParameter } from '../../../engine/index.ts'
import { assumptionKeys, type AssumptionId } from './assumption-keys.ts'
import type { Draft } from '../../stores/draft/draft.ts'

/** A constant of the county’s behaviour that a planner may argue about: shown beside the levers, never counted among them. */
export interface Assumption {
  /** Short name in the words. */
  readonly id: AssumptionId
  /** As in a scenario’s `behaviour`: `demography.futureBirths`. */
  readonly key: string
  readonly parameter: NumberParameter
  /** What the evidence covers: beyond it a value may be set, but is marked. */
  readonly observed: readonly [number, number]
  /** Named values, such as the three paths of births; empty where only the number is known. */
  readonly presets: readonly { readonly name: Bilingual; readonly value: number }[]
}

/** Paths of births: what the source calls its span, and its middle. */
const birthPaths = [
  { name: { zh: '低', en: 'low' }, value: 600 },
  { name: { zh: '中', en: 'middle' }, value: 700 },
  { name: { zh: '高', en: 'high' }, value: 800 },
] as const

/** Births that the source gives as the span for years to come; a wider one may be tried. */
const birthSpan = [600, 800] as const

function find([id, key]: [string, string]): Assumption {
  const [group, name] = key.split('.')
  const parameter = behaviourGroups.find((one) => one.id === group)?.parameters[name!]
  if (!parameter || parameter.unit === 'choice') throw new Error(`assumptions: ${key} is not a declared number`)
  const births = id === 'births'
  return { id: id as AssumptionId, key, parameter, observed: births ? birthSpan : parameter.range, presets: births ? birthPaths : [] }
}

export const assumptions: readonly Assumption[] = Object.entries(assumptionKeys).map(find)

/** Where an assumption stands in a draft. */
export function assumptionValue(draft: Draft, { key, parameter }: Assumption): number {
  const value = draft.behaviour[key]
  return typeof value === 'number' ? value : parameter.default
}

/** The draft with one assumption moved; back at its default it is forgotten. */
export function withAssumption(draft: Draft, { key, parameter }: Assumption, value: number): Draft {
  const { [key]: _, ...rest } = draft.behaviour
  return { ...draft, behaviour: value === parameter.default ? rest : { ...rest, [key]: value } }
}
