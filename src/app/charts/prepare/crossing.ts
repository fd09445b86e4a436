import type { Standing } from '../../theme/encodings.ts'

/** A school of a picture, and how it stands. */
interface Standed {
  readonly section: number
  readonly standing: Standing
}

const passes = (standing: Standing | undefined): boolean | undefined => (standing === undefined || standing === 'none' ? undefined : standing === 'meets')

/** Sections that meet the standard in one of two years and not in the other; one out of the calculation in either has crossed nothing. */
export function crossed(before: readonly Standed[], after: readonly Standed[]): ReadonlySet<number> {
  const stood = new Map(before.map(({ section, standing }) => [section, passes(standing)]))
  return new Set(
    after
      .filter(({ section, standing }) => {
        const [was, is] = [stood.get(section), passes(standing)]
        return was !== undefined && is !== undefined && was !== is
      })
      .map(({ section }) => section),
  )
}

const none: ReadonlySet<number> = new Set()

/**
 * Remembers what a picture showed, and tells who crossed the standard when the year alone has changed. `ground` is everything else
 * the picture depends on, compared one by one: where any of it has changed, as while a lever moves, nobody has crossed anything.
 */
export function watchCrossings(): (year: number, ground: readonly unknown[], marks: readonly Standed[]) => ReadonlySet<number> {
  let last: { readonly year: number; readonly ground: readonly unknown[]; readonly marks: readonly Standed[] } | null = null
  let now = none
  return (year, ground, marks) => {
    const same = last !== null && ground.every((one, k) => one === last!.ground[k])
    if (!same) now = none
    else if (year !== last!.year) now = crossed(last!.marks, marks)
    last = { year, ground, marks }
    return now
  }
}
