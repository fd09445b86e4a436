import { balance2012, balance2017, items, levels, type CampusStockName, type CountyDescription, type Item, type Level, type RosterSchool, type SectionStaffName } from '../engine/index.ts'

/* Items that a county’s own roster does not fill: the county is built on figures drawn for them, and whatever is said of it has to say so. */

/** An item at a level, with how many of the sections in the calculation have no figure of their own for it. */
export interface DrawnItem {
  readonly item: Item
  readonly level: Level
  readonly missing: number
  readonly all: number
}

const regimes = { 'balance-2017': balance2017, 'balance-2012': balance2012 }

/** The figure of a roster behind an item: a stock of the campus, or people of the section; null = not given. */
export function figureOf(school: RosterSchool, level: Level, { counts }: Item): number | null | undefined {
  if ('campus' in counts) return school.stocks[counts.campus satisfies CampusStockName]
  return school[level]?.staff[(counts.teachers === 'staff' ? 'teachers' : counts.teachers) satisfies SectionStaffName]
}

/** Items of a standard for which sections in its calculation have no figure of their own, in the order of the standard. */
export function drawnItems(standard: keyof typeof regimes, { roster = [] }: CountyDescription): readonly DrawnItem[] {
  const asked = items.filter(({ regime }) => regime === standard)
  return asked.flatMap((item) =>
    levels.flatMap((level) => {
      const here = roster.filter(({ form, owner, [level]: section }) => section && regimes[standard].assesses({ form, owner, open: true, pupils: section.pupils }))
      const missing = here.filter((school) => figureOf(school, level, item) === null).length
      return missing > 0 ? [{ item, level, missing, all: here.length }] : []
    }),
  )
}
