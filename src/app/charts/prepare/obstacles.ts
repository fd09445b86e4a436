import { levels, type Level, type Series } from '../../../engine/index.ts'
import { sectionMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { value } from './columns.ts'
import { isAssessed, standingOf } from './swarm.ts'
import type { VerdictTable } from './verdict.ts'

/** Something between the county and the standard, with the sections it is about. */
export type Obstacle =
  | { readonly kind: 'cv'; readonly item: ItemView; readonly level: Level; readonly cv: number; readonly limit: number; readonly sections: readonly number[] }
  | { readonly kind: 'floor'; readonly item: ItemView; readonly level: Level; readonly sections: readonly number[] }

/** Items that keep schools under 85 % in one year, by number of schools. None where the standard has no minimum. */
export function floorObstacles(frame: Frame, view: StandardView, runs: readonly Series[], year: number): readonly Obstacle[] {
  return levels
    .flatMap((level) => {
      const assessed = frame.facts.filter((fact) => fact.level === level && isAssessed(frame, view, runs, year, fact.section)).map((fact) => fact.section)
      const failing = (item: ItemView) => assessed.filter((section) => standingOf(sectionMiddle(frame, runs, year, section, value(item.id)), item.standard?.[level]) === 'fails')
      return view.items.filter((item) => item.standard).map((item) => ({ kind: 'floor' as const, item, level, sections: failing(item) }))
    })
    .filter((one) => one.sections.length > 0)
    .sort((a, b) => b.sections.length - a.sections.length || view.items.indexOf(a.item) - view.items.indexOf(b.item))
}

/** What is most in the way: CVs over their limit, widest first, in turn with `floors`; where the mean CV is judged, that. */
export function obstacles(view: StandardView, table: VerdictTable, floors: readonly Obstacle[]): readonly Obstacle[] {
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
