import type { FindingClass } from '../../../roster/index.ts'

/** A mark for each class: shape first, colour second. */
export const classGlyph: Readonly<Record<FindingClass, string>> = { must: '✕', look: '△', 'left-out': '—', information: 'i' }
