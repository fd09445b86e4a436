import { movesOf, type Level, type MoveCause, type SectionFacts, type TeacherMove, type TraceYear } from '../../../engine/index.ts'
import type { Place } from '../../theme/encodings.ts'
import type { FlowWho } from '../../stores/view/schools-view.ts'

/*
 * From where to where teachers go, of one followed run. A link between places counts moves, not people: who moves twice in the
 * years shown is counted twice.
 */

/** Where a flow begins or ends: a place, the other level, newly hired, retired or left teaching. */
export type FlowNode = Place | 'other-level' | 'hired' | 'retired' | 'quit'
const places: readonly Place[] = ['county-town', 'township', 'rural']
export const flowSources: readonly FlowNode[] = [...places, 'other-level', 'hired']
export const flowTargets: readonly FlowNode[] = [...places, 'other-level', 'retired', 'quit']

/** A move with its year. */
export interface DatedMove extends TeacherMove {
  readonly year: number
}

/** Which moves are shown. */
export interface FlowFilter {
  readonly from: number
  readonly to: number
  readonly who: FlowWho
}

/**
 * A year’s moves with the placing of new teachers taken into their hiring: who is hired for one school and sent to another
 * before the year begins has never taught at the first.
 */
function withoutWaystations(moves: readonly TeacherMove[]): readonly TeacherMove[] {
  const placed = new Map(moves.filter((move) => move.cause === 'directed').map((move) => [move.teacher, move]))
  const isNew = new Set(moves.filter((move) => move.cause === 'hired').map((move) => move.teacher))
  return moves.filter((move) => move.cause !== 'directed' || !isNew.has(move.teacher)).map((move) => (move.cause === 'hired' && placed.has(move.teacher) ? { ...move, to: placed.get(move.teacher)!.to } : move))
}

/** The moves a filter keeps, in order of year. */
export const keptMoves = (trace: readonly TraceYear[], { from, to, who }: FlowFilter): readonly DatedMove[] =>
  trace
    .filter((one) => one.year >= from && one.year <= to)
    .flatMap(({ year, moves }) => withoutWaystations(movesOf(moves)).map((move) => ({ ...move, year })))
    .filter((move) => who === 'all' || move.backbone)

/** A band: so many moves from a node to a node. */
export interface FlowLink {
  readonly from: FlowNode
  readonly to: FlowNode
  readonly teachers: number
  readonly backbone: number
  /** Moves by cause, most frequent first. */
  readonly causes: readonly (readonly [MoveCause, number])[]
}

const counted = (moves: readonly TeacherMove[]): FlowLink['causes'] => {
  const counts = new Map<MoveCause, number>()
  for (const { cause } of moves) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** Where the two ends of a move stand for a level; null if it does not touch the level. */
function endsOf(facts: ReadonlyMap<number, SectionFacts>, move: TeacherMove, level: Level): readonly [FlowNode, FlowNode] | null {
  const nodeOf = (section: number): FlowNode => {
    const fact = facts.get(section)
    return fact?.level === level ? fact.kind : 'other-level'
  }
  const from = move.from < 0 ? 'hired' : nodeOf(move.from)
  const to = move.to < 0 ? (move.cause === 'retired' ? 'retired' : 'quit') : nodeOf(move.to)
  const touches = places.some((place) => place === from || place === to)
  return touches ? [from, to] : null
}

/** Links between kinds of place of one level, in the order of sources, then targets; none that is empty. */
export function placeFlows(facts: readonly SectionFacts[], moves: readonly TeacherMove[], level: Level): readonly FlowLink[] {
  const known = new Map(facts.map((fact) => [fact.section, fact]))
  const groups = new Map<string, TeacherMove[]>()
  for (const move of moves) {
    const ends = endsOf(known, move, level)
    if (!ends) continue
    const key = ends.join('>')
    groups.set(key, [...(groups.get(key) ?? []), move])
  }
  return flowSources.flatMap((from) =>
    flowTargets.flatMap((to) => {
      const mine = groups.get(`${from}>${to}`)
      return mine ? [{ from, to, teachers: mine.length, backbone: mine.filter((move) => move.backbone).length, causes: counted(mine) }] : []
    }),
  )
}

/** A flow between two schools of the county. */
export interface SchoolFlow {
  readonly from: SectionFacts
  readonly to: SectionFacts
  readonly teachers: number
  readonly backbone: number
  readonly causes: FlowLink['causes']
}

/** Flows drawn, and how many more are as large as the smallest of them. */
export interface DrawnFlows {
  readonly flows: readonly SchoolFlow[]
  readonly tied: number
}

/** Arcs that can be told apart on one map. */
const mostArcs = 24

/** The largest flows, without cutting through equals; if the largest alone are too many, some of them, and how many are not shown. */
function largest(flows: readonly SchoolFlow[], most: number): DrawnFlows {
  if (flows.length <= most) return { flows, tied: 0 }
  const beyond = flows[most]!.teachers
  const kept = flows.filter((flow) => flow.teachers > beyond)
  return kept.length > 0 ? { flows: kept, tied: 0 } : { flows: flows.slice(0, most), tied: flows.filter((flow) => flow.teachers === beyond).length - most }
}

/**
 * Flows between sections: all that begin or end at `section`, or, where that is −1, the largest of a level.
 *
 * @param most arcs of the county shown
 * @returns most teachers first, ties by section rows
 */
export function schoolFlows(facts: readonly SectionFacts[], moves: readonly TeacherMove[], level: Level, section: number, most = mostArcs): DrawnFlows {
  const known = new Map(facts.map((fact) => [fact.section, fact]))
  const groups = new Map<string, TeacherMove[]>()
  for (const move of moves) {
    if (move.from < 0 || move.to < 0) continue
    const mine = section >= 0 ? move.from === section || move.to === section : known.get(move.from)?.level === level && known.get(move.to)?.level === level
    if (mine) groups.set(`${move.from}>${move.to}`, [...(groups.get(`${move.from}>${move.to}`) ?? []), move])
  }
  const flows = [...groups.values()]
    .map((mine) => ({ from: known.get(mine[0]!.from)!, to: known.get(mine[0]!.to)!, teachers: mine.length, backbone: mine.filter((move) => move.backbone).length, causes: counted(mine) }))
    .filter((flow) => flow.from !== undefined && flow.to !== undefined)
    .sort((a, b) => b.teachers - a.teachers || a.from.section - b.from.section || a.to.section - b.to.section)
  return section >= 0 ? { flows, tied: 0 } : largest(flows, most)
}

/** A school’s teachers who came from, or went to, one place: each a dot. */
export interface SchoolMoves {
  readonly inward: boolean
  /** The other school; null = outside the county’s schools. */
  readonly other: SectionFacts | null
  readonly cause: MoveCause
  readonly teachers: number
  readonly backbone: number
}

/** Who came to a school and who left it, by origin or destination and cause: arrivals first, the largest group first. */
export function movesOfSchool(facts: readonly SectionFacts[], moves: readonly TeacherMove[], section: number): readonly SchoolMoves[] {
  const known = new Map(facts.map((fact) => [fact.section, fact]))
  const groups = new Map<string, TeacherMove[]>()
  for (const move of moves) {
    if (move.from !== section && move.to !== section) continue
    const inward = move.to === section
    const key = `${inward ? 0 : 1}:${inward ? move.from : move.to}:${move.cause}`
    groups.set(key, [...(groups.get(key) ?? []), move])
  }
  return [...groups.values()]
    .map((mine): SchoolMoves => {
      const { from, to, cause } = mine[0]!
      const inward = to === section
      return { inward, other: known.get(inward ? from : to) ?? null, cause, teachers: mine.length, backbone: mine.filter((move) => move.backbone).length }
    })
    .sort((a, b) => Number(b.inward) - Number(a.inward) || b.teachers - a.teachers || (a.other?.section ?? -1) - (b.other?.section ?? -1) || (a.cause < b.cause ? -1 : 1))
}

/** Moves between schools of a level up, from the countryside towards the county town, and down; and how many of those up end in it. */
export function drift(links: readonly FlowLink[]): { readonly down: number; readonly up: number; readonly town: number } {
  const rank = (node: FlowNode) => places.indexOf(node as Place)
  let down = 0
  let up = 0
  let town = 0
  for (const { from, to, teachers } of links) {
    const [a, b] = [rank(from), rank(to)]
    if (a < 0 || b < 0) continue
    if (b > a) down += teachers
    else if (b < a) up += teachers
    if (b < a && to === 'county-town') town += teachers
  }
  return { down, up, town }
}
