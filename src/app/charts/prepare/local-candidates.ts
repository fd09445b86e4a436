import type { AnyPolicy, CountyDescription, NumberParameter, Parameter, PolicyUse } from '../../../engine/index.ts'
import { leverText, snap, stepOf } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { Candidate, Trial } from '../../stores/runs/local-trials.svelte.ts'
import { acts, baselineOf, isNumber, leverValue, usesOf, withLever, type Draft } from '../../stores/draft/draft.ts'

/** What is tried for one school: a lever in use a step further, or a policy not in force, at this school alone or in the county. */
export interface LocalCandidate extends Candidate {
  readonly policy: AnyPolicy
  readonly how: { readonly kind: 'step'; readonly parameter: NumberParameter; readonly from: number; readonly to: number } | { readonly kind: 'here' | 'county' }
}

/** Policies that can be tried at one school: money and people sent there. */
const atOneSchool: readonly string[] = ['school-standardisation', 'directed-hiring', 'rural-allowance', 'funding-tilt', 'teacher-rotation', 'mentoring', 'shared-classroom']

const parametersOf = (policy: AnyPolicy) => policy.parameters as Readonly<Record<string, Parameter>>

/** A step of the slider, or as many as make a fortieth of the range: less is not seen at one school. */
function stepUp(value: number, parameter: NumberParameter): number {
  const [low, high] = parameter.range
  const step = stepOf(parameter)
  return snap(value + Math.ceil((high - low) / 40 / step - 1e-9) * step, parameter, step)
}

/** Levers that somebody has moved, each a step up; one at the end of its range has nowhere to go. */
function steps(draft: Draft, policies: readonly AnyPolicy[], county: CountyDescription): readonly LocalCandidate[] {
  return policies
    .filter((policy) => acts(draft, policy, county))
    .flatMap((policy) =>
      policy.levers.flatMap((lever): readonly LocalCandidate[] => {
        const parameter = parametersOf(policy)[lever]!
        const value = leverValue(draft, policy, lever, county)
        if (!isNumber(parameter) || typeof value !== 'number' || value === baselineOf(policy, lever, county)) return []
        const to = stepUp(value, parameter)
        if (to === value) return []
        return [{ key: `${policy.id}.${lever}`, policy, how: { kind: 'step', parameter, from: value, to }, uses: usesOf(withLever(draft, policy, lever, to, county), policies, county) }]
      }),
    )
}

/** Everything that is tried for a school: levers in use a step up, then policies not in force at their defaults, each alone. */
export function localCandidates(draft: Draft, policies: readonly AnyPolicy[], rail: readonly { readonly policy: string }[], county: CountyDescription, schoolId: number): readonly LocalCandidate[] {
  const inForce = usesOf(draft, policies, county)
  const usual = (policy: AnyPolicy): PolicyUse => ({ use: policy.id, from: draft.years.from + 1, set: Object.fromEntries(Object.entries(parametersOf(policy)).map(([lever, parameter]) => [lever, parameter.default])) })
  const idle = (id: string) => policies.filter((policy) => policy.id === id && !acts(draft, policy, county))
  const here = atOneSchool.flatMap(idle).map((policy): LocalCandidate => ({ key: policy.id, policy, how: { kind: 'here' }, uses: [...inForce, { ...usual(policy), where: { schools: [schoolId] } }] }))
  const others = [...new Set(rail.map(({ policy }) => policy))].filter((id) => !atOneSchool.includes(id))
  const everywhere = others.flatMap(idle).map((policy): LocalCandidate => ({ key: policy.id, policy, how: { kind: 'county' }, uses: [...inForce, usual(policy)] }))
  return [...steps(draft, policies, county), ...here, ...everywhere]
}

/** “Rotation, share who move: 8% → 10%”, “Mentoring (here)”. */
export function candidateName({ t, language }: Speech, { policy, how }: LocalCandidate): string {
  const name = policy.text.name[language]
  if (how.kind !== 'step') return name + t('mark.bracketed', { what: t(how.kind === 'here' ? 'schools.local.here' : 'schools.local.county') })
  return t('schools.local.step', { policy: name, lever: how.parameter.label[language], from: leverText(how.from, how.parameter, language), to: leverText(how.to, how.parameter, language) })
}

/** What a trial found: items and first passing year before and after, or that nothing changes. */
export function trialText({ t }: Speech, trial: Trial): string {
  if (!trial.open) return t('schools.local.closed')
  if (trial.metNow === trial.metThen && trial.year === trial.yearBefore) return t('schools.local.same')
  const yearText = (year: number | null) => (year === null ? t('schools.never') : String(year))
  return t('schools.local.result', { before: trial.metNow, after: trial.metThen, first: yearText(trial.yearBefore), year: yearText(trial.year) })
}
