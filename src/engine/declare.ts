import type { SourceId } from './sources.ts'

/** Text in the two languages of the app. `{name}` marks a slot; both languages have the same slots. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** Units a number may carry. Written in declarations, printed by `words/format.ts`. */
export type Unit =
  | 'share'
  | 'ratio'
  | 'count'
  /** A number that stands for a state; what each means is told by the text. */
  | 'code'
  | 'years'
  | 'pupils'
  | 'teachers'
  | 'schools'
  | 'pairs'
  | 'steps'
  | 'km'
  | 'm2'
  | 'm2/pupil'
  | 'yuan'
  | 'yuan/pupil'
  | 'yuan/pupil/year'
  | 'yuan/teacher/year'
  | 'yuan/teacher/month'
  | 'yuan/year'
  | 'yuan/m2'
  | 'yuan/room'
  | 'per pupil'
  | 'per 100 pupils'
  | 'SD'
  | 'SD/year'
  | 'SD/pupil/year'
  | 'teacher SD'
  | 'test SD'
  | 'merit SD'
  | 'background SD'
  | 'utility'
  | 'utility/km'
  | 'utility/SD'
  | 'hours'
  | 'ten thousand births'
  | 'age'

/** How well a number is known. `judgement` is labelled as an assumption wherever it is shown. */
export type Confidence = 'high' | 'medium' | 'low' | 'judgement'

/** Where a number comes from: an entry of `sources.ts` and what it says there. */
export interface Citation {
  readonly source: SourceId
  readonly says: Bilingual
  readonly confidence: Confidence
}

/** Cites an entry of `sources.ts`. */
export const cite = (source: SourceId, says: Bilingual, confidence: Confidence = 'medium'): Citation => ({ source, says, confidence })

/** Labels a number as this project's own judgement, with the reason. */
export const assumption = (says: Bilingual): Citation => ({ source: 'assumption', says, confidence: 'judgement' })

/** A number that somebody chooses: a lever of a policy or a constant of a process. */
export interface NumberParameter {
  readonly label: Bilingual
  readonly unit: Unit
  readonly default: number
  /** Inclusive. A value outside it is refused. */
  readonly range: readonly [number, number]
  /** What one press of an arrow key changes; range / 50 where absent. */
  readonly step?: number
  readonly source: Citation
}

/** A choice between named ways of doing something. */
export interface ChoiceParameter {
  readonly label: Bilingual
  readonly unit: 'choice'
  readonly default: string
  readonly choices: Readonly<Record<string, Bilingual>>
  readonly source: Citation
}

/** A number with its range, or a choice among named ones. */
export type Parameter = NumberParameter | ChoiceParameter
/** Parameters by name. */
export type Parameters = Readonly<Record<string, Parameter>>

/** The values of a set of parameters: numbers, or ids of choices. */
export type Values<P extends Parameters = Parameters> = {
  readonly [K in keyof P]: P[K] extends { readonly choices: infer C } ? keyof C & string : number
}

/** The two levels of compulsory schooling; every official item is judged at each of them. */
export const levels = ['primary', 'junior'] as const
/** Primary or junior. */
export type Level = (typeof levels)[number]

/** Something wrong with what the user gave: what, where, why and what to do. Collected, never thrown as text. */
export interface Problem {
  /** Where: a path such as `arms[1].policies[0].set.share`, or a cell such as `Sheet1!C7`. */
  readonly path: string
  readonly text: Bilingual
  readonly hint?: Bilingual
}
