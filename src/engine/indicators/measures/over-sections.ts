import { levelCode, type SeenCounty } from '../../county/county.ts'
import type { sectionColumns } from '../../county/sections.ts'
import type { Level } from '../../declare.ts'

type Column = keyof typeof sectionColumns

/** Whether a section counts: open, of the level, with pupils, and of a kind of place if one is asked for. */
export const counts = ({ sections }: SeenCounty, s: number, code: number, kind = -1): boolean =>
  sections.open[s] !== 0 && sections.level[s] === code && sections.roll[s] > 0 && (kind < 0 || sections.kind[s] === kind)

/** Pupil-weighted mean of a column over sections of a level, of one kind of place if asked; NaN if there are none. */
export function weightedMean(county: SeenCounty, level: Level, column: Column, kind = -1): number {
  const { sections } = county
  const code = levelCode(level)
  const values = sections[column]
  const n = sections.count
  let sum = 0
  let pupils = 0
  for (let s = 0; s < n; s++) {
    if (!counts(county, s, code, kind)) continue
    sum += sections.roll[s] * values[s]
    pupils += sections.roll[s]
  }
  return pupils > 0 ? sum / pupils : NaN
}

/** Sum of a column ÷ sum of another over sections of a level; NaN if the second is 0. */
export function quotient(county: SeenCounty, level: Level, top: Column, bottom: Column, kind = -1): number {
  const { sections } = county
  const code = levelCode(level)
  const a = sections[top]
  const b = sections[bottom]
  const n = sections.count
  let over = 0
  let under = 0
  for (let s = 0; s < n; s++) {
    if (!counts(county, s, code, kind)) continue
    over += a[s]
    under += b[s]
  }
  return under > 0 ? over / under : NaN
}
