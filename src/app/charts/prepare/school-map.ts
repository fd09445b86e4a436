import type { CountyDescription, Level, SectionFacts, Series } from '../../../engine/index.ts'
import type { Place, Standing } from '../../theme/encodings.ts'
import { itemOf, sectionMiddle, type Frame, type StandardView } from './frame.ts'
import { value } from './columns.ts'
import { isAssessed, standingOf } from './standing.ts'

/**
 * Whether schools lie where they are said to: in a made-up county of its own account, in a roster where every school has its
 * coordinates. Without them only who belongs to which township is known, and a map would show what nobody said.
 */
export const isLocated = ({ roster }: Pick<CountyDescription, 'roster'>): boolean => roster?.every(({ longitude, latitude }) => longitude !== null && latitude !== null) ?? true

/** One section on the map: its campus, and how it stands. */
export interface MapMark {
  readonly section: number
  readonly schoolId: number
  readonly name: SectionFacts['schoolName']
  readonly township: SectionFacts['townshipName']
  readonly place: Place
  readonly level: Level
  /** Kilometres from the county town. */
  readonly x: number
  readonly y: number
  readonly value: number
  readonly standing: Standing
  /** How the other stage of a nine-year school stands; absent where the campus has one stage. */
  readonly other?: Standing
}

/** Marks of one level in the order of the roving focus: township, then school id. */
export function mapMarks(frame: Frame, view: StandardView, level: Level, item: string, runs: readonly Series[], year: number): readonly MapMark[] {
  const standards = itemOf(view, item).standard
  const stands = (fact: SectionFacts): Standing => (isAssessed(frame, view, runs, year, fact.section) ? standingOf(sectionMiddle(frame, runs, year, fact.section, value(item)), standards?.[fact.level]) : 'none')
  const others = new Map(frame.facts.filter((fact) => fact.level !== level).map((fact) => [fact.schoolId, fact]))
  return frame.facts
    .filter((fact) => fact.level === level)
    .sort((a, b) => a.township - b.township || a.schoolId - b.schoolId)
    .map((fact) => {
      const other = others.get(fact.schoolId)
      return {
        section: fact.section,
        schoolId: fact.schoolId,
        name: fact.schoolName,
        township: fact.townshipName,
        place: fact.kind,
        level,
        x: fact.x,
        y: fact.y,
        value: sectionMiddle(frame, runs, year, fact.section, value(item)),
        standing: stands(fact),
        ...(other ? { other: stands(other) } : {}),
      }
    })
}

/**
 * Moves marks apart that would cover each other, a fixed number of rounds in a fixed order, so the same county always looks
 * the same.
 *
 * @param gap  least distance between centres, in the unit of the points
 * @param keep moves a point back to where points may lie, after every round, so that none pile up at an edge
 */
function moveApart(points: readonly (readonly [number, number])[], gap: number, keep: (point: [number, number]) => void = () => undefined, rounds = 40): readonly (readonly [number, number])[] {
  const now = points.map(([x, y]) => [x, y] as [number, number])
  for (let round = 0; round < rounds; round++) {
    for (let a = 0; a < now.length; a++) {
      for (let b = a + 1; b < now.length; b++) {
        const dx = now[b]![0] - now[a]![0]
        const dy = now[b]![1] - now[a]![1]
        const distance = Math.sqrt(dx * dx + dy * dy)
        if (distance >= gap) continue
        const push = (gap - distance) / 2
        const ux = distance > 0 ? dx / distance : a % 2 === 0 ? 1 : 0.6
        const uy = distance > 0 ? dy / distance : a % 2 === 0 ? 0 : 0.8
        now[a]![0] -= ux * push
        now[a]![1] -= uy * push
        now[b]![0] += ux * push
        now[b]![1] += uy * push
      }
    }
    now.forEach(keep)
  }
  return now
}

/** A campus on the map. */
export interface Site {
  readonly schoolId: number
  readonly x: number
  readonly y: number
}

/** Campuses of a county, one per school, by school id. */
export function sitesOf(facts: readonly SectionFacts[]): readonly Site[] {
  const seen = new Map<number, Site>()
  for (const { schoolId, x, y } of facts) if (!seen.has(schoolId)) seen.set(schoolId, { schoolId, x, y })
  return [...seen.values()].sort((a, b) => a.schoolId - b.schoolId)
}

/**
 * Radius of a mark: 5 at least, more on a large picture; on a projector up to 9, as far as so many have room and none has to go far
 * from where it lies, for which a low picture has less.
 */
export function markRadius(width: number, height: number, count: number, projector: boolean): number {
  const usual = Math.max(5, Math.min(width, height) / 50)
  return projector ? Math.max(usual, Math.min(9, Math.sqrt((width * height) / (8 * Math.max(count, 1))), height / 22)) : usual
}

/**
 * Where campuses lie on a picture. Distances from the county town are drawn by their square root, so that the crowded town
 * and the far villages are both seen: a schematic map, as no real borders are shown.
 */
export function layOut(sites: readonly Site[], width: number, height: number, radius: number): ReadonlyMap<number, readonly [number, number]> {
  const far = Math.max(1e-9, ...sites.map(({ x, y }) => Math.sqrt(x * x + y * y)))
  const raw = sites.map(({ x, y }) => {
    const distance = Math.sqrt(x * x + y * y)
    const stretch = distance > 0 ? Math.sqrt(distance / far) / distance : 0
    return [width / 2 + x * stretch * (width / 2 - radius - 12), height / 2 - y * stretch * (height / 2 - radius - 12)] as const
  })
  // a badge stands up to 2.2 radii above and to the right of its mark
  const edge = Math.max(radius + 8, radius * 2.2 + 2)
  const inside = (at: number, size: number) => Math.min(size - edge, Math.max(edge, at))
  const apart = moveApart(raw, radius * 2.8, (point) => {
    point[0] = inside(point[0], width)
    point[1] = inside(point[1], height)
  })
  return new Map(sites.map((site, k) => [site.schoolId, apart[k]!]))
}
