import type { Level, SectionFacts, Series } from '../../../engine/index.ts'
import type { Place, Standing } from '../../theme/encodings.ts'
import { itemOf, middle, sectionCell, sectionMiddle, type Frame, type StandardView } from './frame.ts'
import { isAssessed, standingOf } from './standing.ts'
import { value } from './columns.ts'

/** One school’s item in one year. */
export interface SwarmDot {
  readonly section: number
  readonly name: SectionFacts['schoolName']
  readonly place: Place
  readonly value: number
  readonly standing: Standing
}

/** All assessed sections of a level with their item, in order of township, then school id: the order of the roving focus. */
export function swarmDots(frame: Frame, view: StandardView, level: Level, item: string, runs: readonly Series[], year: number): readonly SwarmDot[] {
  const standard = itemOf(view, item).standard?.[level]
  return frame.facts
    .filter((fact) => fact.level === level && isAssessed(frame, view, runs, year, fact.section))
    .map((fact) => {
      const x = sectionMiddle(frame, runs, year, fact.section, value(item))
      return { section: fact.section, name: fact.schoolName, place: fact.kind, value: x, standing: standingOf(x, standard), order: [fact.township, fact.schoolId] as const }
    })
    .filter((dot) => !Number.isNaN(dot.value))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({ order: _, ...dot }) => dot)
}

/**
 * Schools below the standard of an item, of those in the calculation that `keep` keeps: counted in every run, the middle of the
 * counts. For all schools this is the verdict card’s number. Counting the middle values of schools instead could differ from it,
 * as no run need have all of them.
 */
export function belowCount(frame: Frame, view: StandardView, level: Level, item: string, runs: readonly Series[], year: number, keep: (fact: SectionFacts) => boolean = () => true): number {
  const standard = itemOf(view, item).standard?.[level]
  if (standard === undefined) return NaN
  const facts = frame.facts.filter((fact) => fact.level === level && keep(fact))
  const isBelow = (run: Series, { section }: SectionFacts) => {
    const standing = sectionCell(frame, run, year, section, `assessed.${view.id}`) === 1 ? standingOf(sectionCell(frame, run, year, section, value(item)), standard) : 'none'
    return standing === 'near' || standing === 'fails'
  }
  return middle(runs.map((run) => facts.filter((fact) => isBelow(run, fact)).length))
}

/** Schools whose own middle of the runs is below the standard: as many as dots or rows show so. */
export const drawnBelow = (dots: readonly SwarmDot[]): number => dots.filter(({ standing }) => standing === 'near' || standing === 'fails').length

/** The offset nearest the middle, left before right, at which a dot is `gap` away from those near it; undefined where there is none. */
function freeOffset(y: number, near: readonly Placed[], gap: number, half: number): number | undefined {
  const free = (x: number) => near.every((dot) => (dot.x - x) * (dot.x - x) + (dot.y - y) * (dot.y - y) >= gap * gap * 0.98)
  for (let k = 0; k * (gap / 4) <= half; k++) {
    const step = k * (gap / 4)
    if (free(-step)) return k === 0 ? 0 : -step
    if (free(step)) return step
  }
  return undefined
}
interface Placed {
  readonly x: number
  readonly y: number
}

/** Dots of a crowd overlap until no more than this part of each is seen beside the next. */
const leastSeen = 1 / 8

/**
 * Horizontal offsets that keep dots of one column apart: each takes the free place nearest the middle, left before right.
 * Depends on nothing but the values’ positions and their order, so a dot never jumps between frames without cause.
 *
 * @param positions pixel positions along the value axis, in a fixed order
 * @param diameter  pixels between the centres of touching dots
 * @param half      widest offset allowed; where there is no free place within it a dot lies halfway over others, or further, but never right over one
 */
export function dodge(positions: readonly number[], diameter: number, half: number): readonly number[] {
  const placed: Placed[] = []
  return positions.map((y) => {
    const near = placed.filter((dot) => Math.abs(dot.y - y) < diameter)
    let x: number | undefined
    for (let part = 1; x === undefined && part >= leastSeen; part /= 2) x = freeOffset(y, near, diameter * part, half)
    placed.push({ x: x ?? 0, y })
    return x ?? 0
  })
}
