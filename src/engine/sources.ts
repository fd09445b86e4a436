import type { Bilingual } from './declare.ts'

/** Where a statement comes from, and how far it was checked. */
export interface Source {
  readonly kind: 'document' | 'local-rule' | 'statistic' | 'study' | 'derived' | 'assumption'
  readonly checked: 'read' | 'second-hand' | 'unconfirmed'
  readonly title: Bilingual
  readonly year?: number
  readonly url?: string
}

export const sources = {
  assumption: { kind: 'assumption', checked: 'unconfirmed', title: { en: 'Assumption of this model', zh: '本模型的假设' } },
} as const satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof sources | (string & {})
