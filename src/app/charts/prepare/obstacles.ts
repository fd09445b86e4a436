import { levels, type Level, type Series } from '../../../engine/index.ts'
import { sectionMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { value } from './columns.ts'
import { isAssessed, standingOf } from './swarm.ts'
import type { VerdictTable } from './verdict.ts'

/** Something between the county and the standard, with the sections it is about. */
export type Obstacle =
  | { readonly kind: 'cv'; readonly item: ItemView; readonly level: Level; readonly cv: number; readonly limit: number; readonly sections: readonly number[] }
  | { readonly kind: 'floor'; readonly item: ItemView; readonly level: Level; readonly sections: readonly number[] }

/** What is most in the way in one year: items that keep schools under 85 %, by number of schools, then CVs over their limit, widest first. */
export function obstacles(frame: Frame, view: StandardView, table: VerdictTable, runs: readonly Series[], year: number): readonly Obstacle[] {
  const failing = (item: ItemView, level: Level) =>
    frame.facts
      .filter((fact) => fact.level === level && isAssessed(frame, view, runs, year, fact.section))
      .filter((fact) => standingOf(sectionMiddle(frame, runs, year, fact.section, value(item.id)), item.standard?.[level]) === 'fails')
      .map((fact) => fact.section)
  const floors = view.items
    .flatMap((item) => levels.map((level) => ({ kind: 'floor' as const, item, level, sections: failing(item, level) })))
    .filter((one) => one.sections.length > 0)
    .sort((a, b) => b.sections.length - a.sections.length)
  if (table.composite) {
    return levels
      .map((level) => ({ level, cell: table.composite![level] }))
      .filter(({ cell }) => !cell.ok && !Number.isNaN(cell.cv))
      .map(({ level, cell }) => ({ kind: 'cv' as const, item: view.items[0]!, level, cv: cell.cv, limit: cell.limit, sections: [] }))
  }
  const cvs = table.rows
    .flatMap((row) => levels.map((level) => ({ row, cell: row.cells[level], level })))
    .filter(({ cell }) => !cell.ok && !Number.isNaN(cell.cv))
    .sort((a, b) => b.cell.cv / b.cell.limit - a.cell.cv / a.cell.limit)
    .map(({ row, cell, level }) => ({ kind: 'cv' as const, item: row.item, level, cv: cell.cv, limit: cell.limit, sections: [] }))
  return interleave<Obstacle>(cvs, floors)
}

/** Alternates two lists, so that both kinds of obstacle are seen first. */
function interleave<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const all: T[] = []
  for (let k = 0; k < Math.max(a.length, b.length); k++) {
    if (k < a.length) all.push(a[k]!)
    if (k < b.length) all.push(b[k]!)
  }
  return all
}
