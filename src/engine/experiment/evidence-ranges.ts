import type { Parameter } from '../declare.ts'

/** Ranges narrower or wider in the evidence than what a lever lets a user set. */
const evidenceRanges: Readonly<Record<string, readonly [number, number]>> = {
  'policy:teacher-rotation.sameLevel': [0.4, 0.8],
  'policy:enrolment-quota.floor': [0.15, 0.9],
}

/** Choices that the evidence leaves open; a choice such as "the county's own rule" is not one. */
const openChoices: Readonly<Record<string, readonly string[]>> = {
  'policy:enrolment-quota.order': ['open-first', 'quota-first'],
}

/** What a parameter is drawn from: the ends of its range, or the choices that the evidence leaves open. */
export const rangeOfDimension = (name: string, parameter: Parameter): readonly (number | string)[] =>
  parameter.unit === 'choice' ? (openChoices[name] ?? Object.keys(parameter.choices)) : (evidenceRanges[name] ?? parameter.range)
