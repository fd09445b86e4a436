import { firstPupil } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'

/*
 * One loop over all pupils, so it only raises one number for each and takes no decision: with a branch and a column for every
 * standing it took twice as long, as much as learning itself. Neighbours mostly go to one school, and a number that has just been
 * raised must be waited for, so pupils are counted in turns in several tables.
 */

/** Cells of a section: standing (six codes), each outside its zone and inside. */
const cells = 12

/** Tables that take turns; a power of two. */
const turns = 4

/** Returns the function that counts a county, with its tables. */
function standingsCounter(county: County): () => void {
  const { sections, blocks, places, capacity } = county
  const { boarders, migrants, leftBehind, zoned } = sections
  const { slot, standing, home } = county.pupils
  const sectionOf = county.slots.section
  const width = capacity.sections * cells
  const last = turns - 1
  const counts = new Int32Array(turns * width)
  /** Zone section by home place, of the level that is counted. */
  const zone = new Int16Array(capacity.places)

  function countBlock(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const s = sectionOf[slot[i]]
      if (s < 0) continue
      const away = zone[home[i]] ^ s
      counts[(i & last) * width + s * 12 + standing[i] * 2 + 1 - ((away | -away) >>> 31)]++
    }
  }

  function addUp(s: number): void {
    for (let cell = 0; cell < cells; cell++) {
      let pupils = 0
      for (let turn = 0; turn < turns; turn++) pupils += counts[turn * width + s * cells + cell]
      const code = cell >> 1
      if (code & 1) boarders[s] += pupils
      if (code >= 4) migrants[s] += pupils
      else if (code >= 2) leftBehind[s] += pupils
      if (cell & 1) zoned[s] += pupils
    }
  }

  return () => {
    counts.fill(0)
    for (let b = 0; b < cohorts; b++) {
      const first = firstPupil(county, b)
      zone.set(blocks.grade[b] <= 6 ? places.primaryZone : places.juniorZone)
      countBlock(first, first + blocks.size[b])
    }
    for (const column of [boarders, migrants, leftBehind, zoned]) column.fill(0, 0, sections.count)
    for (let s = 0; s < sections.count; s++) addUp(s)
  }
}

const counters = new WeakMap<County, () => void>()

/** Counts boarders, migrant and left-behind children, and children of the zone, of every section. */
export function tally(county: County): void {
  let count = counters.get(county)
  if (count === undefined) {
    count = standingsCounter(county)
    counters.set(county, count)
  }
  count()
}
