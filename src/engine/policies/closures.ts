import { addToClass, firstClass, firstPupil, levelOfGrade, sinkSlot } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'

/*
 * What closing a section means: its pupils, teachers, movable equipment and zone go to another one. Buildings stay behind.
 */

/** Pupils above whom a class that takes in children is divided, if the receiving section can hold one more. */
const classSizes = [45, 50]

/** Class slot of a section for one more pupil of a block: the smallest class, or a new one where that is full. */
function seatFor(county: County, block: number, section: number): number {
  const { sections, classes } = county
  const base = firstClass(county, block)
  const first = sections.firstSlot[section]
  let smallest = -1
  let empty = -1
  for (let c = first; c < first + sections.slots[section]; c++) {
    const size = classes.size[base + c]
    if (size === 0) {
      if (empty < 0) empty = c
    } else if (smallest < 0 || size < classes.size[base + smallest]) smallest = c
  }
  if (smallest < 0) return first
  return empty >= 0 && classes.size[base + smallest] >= classSizes[sections.level[section]] ? empty : smallest
}

/** How the pupils of a closed section fare on the way: the shock of the move by grade, and whether they board there. */
export interface Journey {
  readonly year: number
  readonly shock: (grade: number) => number
  readonly boards: (pupil: number, section: number) => boolean
}

/** Moves the pupils of closed sections; `into` holds the receiving section by section, −1 = not closed. */
export function movePupils(county: County, into: Int16Array, journey: Journey): void {
  const { section, count } = county.slots
  /** Receiving section by class slot; nobody moves from the slot of those who are not on roll. */
  const receiver = new Int16Array(count).fill(-1)
  for (let c = 0; c < count - 1; c++) receiver[c] = into[section[c]]
  for (let b = 0; b < cohorts; b++) if (hasClosedClass(county, b, receiver)) moveBlock(county, b, receiver, journey)
}

function hasClosedClass(county: County, block: number, receiver: Int16Array): boolean {
  const { size } = county.classes
  const base = firstClass(county, block)
  for (let c = 0; c < receiver.length; c++) if (receiver[c] >= 0 && size[base + c] > 0) return true
  return false
}

function moveBlock(county: County, block: number, receiver: Int16Array, { year, shock, boards }: Journey): void {
  const { slot, input, since, standing } = county.pupils
  const first = firstPupil(county, block)
  const end = first + county.blocks.size[block]
  const byMove = shock(county.blocks.grade[block])
  for (let i = first; i < end; i++) {
    const to = receiver[slot[i]]
    if (to < 0) continue
    addToClass(county, block, i, slot[i], -1)
    input[i] += byMove
    slot[i] = seatFor(county, block, to)
    since[i] = year
    standing[i] = (standing[i] & 6) + (boards(i, to) ? 1 : 0)
    addToClass(county, block, i, slot[i], 1)
  }
}

/** Closes a section: zone, staff, counts and movable stock go to another section; pupils are moved by `movePupils`. */
export function closeSection(county: County, from: number, to: number): void {
  const { sections, schools, teachers, places } = county
  const zone = sections.level[from] === 0 ? places.primaryZone : places.juniorZone
  for (let v = 0; v < places.count; v++) if (zone[v] === from) zone[v] = to
  for (let t = 0; t < teachers.count; t++) {
    if (teachers.section[t] !== from) continue
    teachers.section[t] = to
    teachers.tenure[t] = 0
  }
  for (const count of [sections.roll, sections.boarders, sections.migrants, sections.leftBehind]) {
    count[to] += count[from]
    count[from] = 0
  }
  sections.open[from] = 0
  const a = sections.school[from]
  const b = sections.school[to]
  for (let s = 0; s < sections.count; s++) if (sections.school[s] === a && sections.open[s] === 1) return
  schools.open[a] = 0
  for (const stock of [schools.equipment, schools.multimedia, schools.computers, schools.books]) {
    stock[b] += stock[a]
    stock[a] = 0
  }
}

/** Places from which a closed primary school is nearer than the one of their zone: 1 = so. */
function placesThatLost({ sections, schools, places }: County): Uint8Array {
  const lost = new Uint8Array(places.count)
  for (let v = 0; v < places.count; v++) {
    const square = (s: number): number => {
      const dx = schools.x[sections.school[s]] - places.x[v]
      const dy = schools.y[sections.school[s]] - places.y[v]
      return dx * dx + dy * dy
    }
    if (places.primaryZone[v] < 0) continue
    const now = square(places.primaryZone[v])
    for (let s = 0; s < sections.count && lost[v] === 0; s++) if (sections.open[s] === 0 && sections.level[s] === 0 && square(s) < now) lost[v] = 1
  }
  return lost
}

/** Primary pupils on roll whose nearest school was closed, by the section they now attend; boarders do not travel daily. */
export function travellers(county: County): Int32Array {
  const { blocks, sections, slots } = county
  const lost = placesThatLost(county)
  const count = new Int32Array(sections.count)
  const { section } = slots
  const { slot, home, standing } = county.pupils
  const gone = sinkSlot(county)
  for (let b = 0; b < cohorts; b++) {
    if (levelOfGrade(blocks.grade[b]) !== 0) continue
    const first = firstPupil(county, b)
    const end = first + blocks.size[b]
    for (let i = first; i < end; i++) if (lost[home[i]] > (standing[i] & 1) && slot[i] !== gone) count[section[slot[i]]]++
  }
  return count
}
