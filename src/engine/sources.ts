import type { Source } from './sources/source.ts'
import { official } from './sources/official.ts'
import { rules } from './sources/rules.ts'
import { statistics } from './sources/statistics.ts'
import { learningStudies } from './sources/studies-learning.ts'
import { behaviourStudies } from './sources/studies-behaviour.ts'

export type { Source } from './sources/source.ts'

/** Every document, statistic, study and assumption that a declaration may cite, once, with how far it was checked. */
export const sources = {
  assumption: { kind: 'assumption', checked: 'unconfirmed', title: { en: 'Assumption of this model', zh: '本模型的假设' } },
  ...official,
  ...rules,
  ...statistics,
  ...learningStudies,
  ...behaviourStudies,
} satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof sources
