import type { Source } from './sources/source.ts'
import { official } from './sources/official.ts'
import { rules } from './sources/rules.ts'
import { nationalStatistics } from './sources/statistics.ts'
import { localStatistics } from './sources/statistics-local.ts'
import { familyStudies } from './sources/studies-families.ts'
import { schoolStudies } from './sources/studies-schools.ts'
import { teacherStudies } from './sources/studies-teachers.ts'
import { teachingStudies } from './sources/studies-teaching.ts'

export type { Source } from './sources/source.ts'

/** Every document, statistic, study and assumption that a declaration may cite, once, with how far it was checked. */
export const sources = {
  assumption: { kind: 'assumption', checked: 'unconfirmed', title: { en: 'Assumption of this model', zh: '本模型的假设' } },
  ...official,
  ...rules,
  ...nationalStatistics,
  ...localStatistics,
  ...teachingStudies,
  ...schoolStudies,
  ...teacherStudies,
  ...familyStudies,
} satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof sources
