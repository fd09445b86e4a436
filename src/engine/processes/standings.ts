import { firstPupil } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'

/*
 * One loop over all pupils, so it only raises one number for each and takes no decision: with a branch and a column for every
 * standing it took twice as long, as much as learning itself.
 */

/** Cells of a section: standing (six codes), each outside its zone and inside. */
const cells = 12

/** Counts boarders, migrant and left-behind children, and children of the zone, of every section. */
export function tally(county: County): void {
  const { sections, blocks } = county
  const { boarders, migrants, leftBehind, zoned } = sections
  const n = sections.count
  const counts = new Int32Array(n * cells)
  for (let b = 0; b < cohorts; b++) {
    const first = firstPupil(county, b)
    tallyBlock(county, first, first + blocks.size[b], blocks.grade[b] <= 6 ? county.places.primaryZone : county.places.juniorZone, counts)
  }
  for (const column of [boarders, migrants, leftBehind, zoned]) column.fill(0, 0, n)
  for (let s = 0; s < n; s++) {
    for (let cell = 0; cell < cells; cell++) {
      const pupils = counts[s * cells + cell]
      const code = cell >> 1
      if (code & 1) boarders[s] += pupils
      if (code >= 4) migrants[s] += pupils
      else if (code >= 2) leftBehind[s] += pupils
      if (cell & 1) zoned[s] += pupils
    }
  }
}

function tallyBlock(county: County, from: number, to: number, zone: Int16Array, counts: Int32Array): void {
  const { slot, standing, home } = county.pupils
  const sectionOf = county.slots.section
  for (let i = from; i < to; i++) {
    const s = sectionOf[slot[i]]
    if (s < 0) continue
    const away = zone[home[i]] ^ s
    counts[s * 12 + standing[i] * 2 + 1 - ((away | -away) >>> 31)]++
  }
}
