import { levels, type Level, type Series } from '../../../engine/index.ts'
import { middle, sectionCell, type Frame, type ItemView, type StandardView } from './frame.ts'
import { value } from './columns.ts'
import { standingOf } from './standing.ts'
import type { VerdictCell, VerdictTable } from './verdict.ts'

/** Something between the county and the standard; `count` schools: counted in every run, the middle of the counts, as in the table. */
export type Obstacle =
  | { readonly kind: 'cv'; readonly item: ItemView; readonly level: Level; readonly cv: number; readonly limit: number }
  /** A coefficient that cannot be computed, so it is not kept either: a figure is missing, or there is nothing of it. */
  | { readonly kind: 'missing' | 'zero'; readonly item: ItemView; readonly level: Level }
  | { readonly kind: 'floor'; readonly item: ItemView; readonly level: Level; readonly count: number }
  /** Schools that do not pass overall though no item is under the floor: two or more below the standard. */
  | { readonly kind: 'overall'; readonly level: Level; readonly count: number }

const passes = 2

/** Schools of a level in one run: under 85% by item, and those that fail overall without that. */
function failingIn(frame: Frame, view: StandardView, items: readonly ItemView[], level: Level, run: Series, year: number): { readonly floors: readonly number[]; readonly rest: number } {
  const floors = items.map(() => 0)
  let rest = 0
  for (const { section } of frame.facts.filter((fact) => fact.level === level)) {
    if (sectionCell(frame, run, year, section, `assessed.${view.id}`) !== 1) continue
    const under = items.map((item) => standingOf(sectionCell(frame, run, year, section, value(item.id)), item.standard?.[level]) === 'fails')
    under.forEach((is, k) => (floors[k]! += Number(is)))
    if (!under.includes(true) && sectionCell(frame, run, year, section, 'status') !== passes) rest++
  }
  return { floors, rest }
}

/**
 * What keeps schools from passing overall in one year: items under 85%, by number of schools, then the schools that fail without one.
 * None where the standard has no minimum.
 */
export function floorObstacles(frame: Frame, view: StandardView, runs: readonly Series[], year: number): readonly Obstacle[] {
  const items = view.items.filter((item) => item.standard)
  if (items.length === 0) return []
  const found = levels.map((level) => {
    const each = runs.map((run) => failingIn(frame, view, items, level, run, year))
    const floors = items.map((item, k) => ({ kind: 'floor' as const, item, level, count: middle(each.map((one) => one.floors[k]!)) }))
    return { floors, overall: { kind: 'overall' as const, level, count: middle(each.map((one) => one.rest)) } }
  })
  const floors = found.flatMap((one) => one.floors).sort((a, b) => b.count - a.count || view.items.indexOf(a.item) - view.items.indexOf(b.item))
  return [...floors, ...found.map((one) => one.overall)].filter((one) => one.count > 0)
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
