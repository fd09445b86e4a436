import { firstPupil } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'

/** Counts boarders, migrant and left-behind children, and children of the zone, of every section. */
export function tally(county: County): void {
  const { sections, blocks } = county
  const n = sections.count
  for (const column of [sections.boarders, sections.migrants, sections.leftBehind, sections.zoned]) column.fill(0, 0, n)
  for (let b = 0; b < cohorts; b++) {
    const first = firstPupil(county, b)
    tallyBlock(county, first, first + blocks.size[b], blocks.grade[b] <= 6 ? county.places.primaryZone : county.places.juniorZone)
  }
}

function tallyBlock(county: County, from: number, to: number, zone: Int16Array): void {
  const { slot, standing, home } = county.pupils
  const { boarders, migrants, leftBehind, zoned } = county.sections
  const sectionOf = county.slots.section
  for (let i = from; i < to; i++) {
    const s = sectionOf[slot[i]]
    if (s < 0) continue
    const code = standing[i]
    if (code & 1) boarders[s]++
    if (code >= 4) migrants[s]++
    else if (code >= 2) leftBehind[s]++
    if (zone[home[i]] === s) zoned[s]++
  }
}
