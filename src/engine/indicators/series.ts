import type { Bilingual, Level, Unit } from '../declare.ts'

/** One column of a series: what it is, in which unit, for which level if it has one. */
export interface SeriesColumn {
  /** Stable: `Q1.cv.primary`, `roll`. Written in exported tables. */
  readonly id: string
  readonly text: Bilingual
  readonly unit: Unit
  readonly level?: Level
}

/** Names of the levels as the interface writes them. */
export const levelNames: Readonly<Record<Level, Bilingual>> = { primary: { en: 'primary', zh: '小学' }, junior: { en: 'junior', zh: '初中' } }

/** A county column of one level, its name followed by the level’s. */
export const perLevel = (id: string, level: Level, unit: Unit, text: Bilingual): SeriesColumn => ({
  id: `${id}.${level}`,
  level,
  unit,
  text: { en: `${text.en}, ${levelNames[level].en}`, zh: `${levelNames[level].zh}${text.zh}` },
})

/** Position of a column by id, for a list of columns; −1 if there is none. */
export function positions(columns: readonly SeriesColumn[]): (id: string) => number {
  const at = new Map(columns.map((column, i) => [column.id, i]))
  return (id) => at.get(id) ?? -1
}
