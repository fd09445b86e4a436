import type { WordKey } from '../../../words/index.ts'

/** Parts of the report that may be left out, in their order. Verdict, stamp and disclaimer always stand in it. */
export const reportSections = ['changed', 'table', 'figure', 'below', 'gives', 'sources', 'sure'] as const
export type Section = (typeof reportSections)[number]

/** What each part is called in the chooser. */
export const sectionWord: Readonly<Record<Section, WordKey>> = {
  changed: 'report.changed',
  table: 'share.table',
  figure: 'report.figure',
  below: 'share.below',
  gives: 'report.gives',
  sources: 'report.sources',
  sure: 'report.sure',
}
