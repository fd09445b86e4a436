import { levels, type Level, type Series } from '../../../engine/index.ts'
import { sectionMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { value } from './columns.ts'
import { isAssessed, standingOf } from './swarm.ts'
import type { VerdictCell, VerdictTable } from './verdict.ts'

/** Something between the county and the standard, with the sections it is about. */
export type Obstacle =
  | { readonly kind: 'cv'; readonly item: ItemView; readonly level: Level; readonly cv: number; readonly limit: number }
  /** A coefficient that cannot be computed, so it is not kept either: a figure is missing, or there is nothing of it. */
  | { readonly kind: 'missing' | 'zero'; readonly item: ItemView; readonly level: Level }
  | { readonly kind: 'floor'; readonly item: ItemView; readonly level: Level; readonly sections: readonly number[] }
  /** Schools that do not pass overall though no item is under the floor: two or more below the standard. */
  | { readonly kind: 'overall'; readonly level: Level; readonly sections: readonly number[] }

const passes = 2

/**
 * What keeps schools from passing overall in one year: items under 85%, by number of schools, then the schools that fail without one.
 * None where the standard has no minimum.
 */
export function floorObstacles(frame: Frame, view: StandardView, runs: readonly Series[], year: number): readonly Obstacle[] {
  if (!view.items.some((item) => item.standard)) return []
  const found = levels.map((level) => {
    const assessed = frame.facts.filter((fact) => fact.level === level && isAssessed(frame, view, runs, year, fact.section)).map((fact) => fact.section)
    const failing = (item: ItemView) => assessed.filter((section) => standingOf(sectionMiddle(frame, runs, year, section, value(item.id)), item.standard?.[level]) === 'fails')
    const floors = view.items.filter((item) => item.standard).map((item) => ({ kind: 'floor' as const, item, level, sections: failing(item) }))
    const told = new Set(floors.flatMap((floor) => floor.sections))
    const rest = assessed.filter((section) => !told.has(section) && sectionMiddle(frame, runs, year, section, 'status') !== passes)
    return { floors, overall: { kind: 'overall' as const, level, sections: rest } }
  })
  const floors = found.flatMap((one) => one.floors).sort((a, b) => b.sections.length - a.sections.length || view.items.indexOf(a.item) - view.items.indexOf(b.item))
  return [...floors, ...found.map((one) => one.overall)].filter((one) => one.sections.length > 0)
}

const isUnknown = ({ state }: VerdictCell) => state === 'missing' || state === 'zero'
const isObstacle = (cell: VerdictCell) => isUnknown(cell) || (cell.state !== 'no-stage' && !cell.ok)

/** The coefficients over their limit, widest first, and after them those that nobody can compute. */
function cvObstacles(cells: readonly { readonly item: ItemView; readonly cell: VerdictCell }[]): readonly Obstacle[] {
  const by = ({ cell }: { readonly cell: VerdictCell }) => (isUnknown(cell) ? 0 : cell.cv / cell.limit)
  return cells
    .filter(({ cell }) => isObstacle(cell))
    .sort((a, b) => by(b) - by(a))
    .map(({ item, cell }) => (cell.state === 'missing' || cell.state === 'zero' ? { kind: cell.state, item, level: cell.level } : { kind: 'cv', item, level: cell.level, cv: cell.cv, limit: cell.limit }))
}

/** What is most in the way: coefficients over their limit, widest first, in turn with `floors`; where the mean CV is judged, that. */
export function obstacles(view: StandardView, table: VerdictTable, floors: readonly Obstacle[]): readonly Obstacle[] {
  const { composite } = table
  if (composite) return cvObstacles(levels.map((level) => ({ item: view.items[0]!, cell: composite[level] })))
  return interleave(cvObstacles(table.rows.flatMap((row) => levels.map((level) => ({ item: row.item, cell: row.cells[level] })))), floors)
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
