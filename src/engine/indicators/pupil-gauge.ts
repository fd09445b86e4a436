import { cohorts, type SeenCounty } from '../county/county.ts'
import { perCounty } from './per-county.ts'

/*
 * One pass over the pupils at the end of a year: spread of scores, who is at the top, how far day pupils travel. About
 * 60,000 rows, so the loops are plain, allocate nothing and their arrays are constants of one closure per county. Binning is
 * four times as dear as the rest, so it looks at the last grade of each level only.
 */

const kinds = 3
/** Score bins of 1/16 SD from −8 to 8. */
const binsPerSd = 16
const lowest = 8
const bins = 2 * lowest * binsPerSd

/** What the pass over the pupils found, by level (0 primary, 1 junior). */
export interface PupilGauge {
  /** Pupils on roll. */
  readonly count: Float64Array
  /** Sum of scores, from the classes, and of their squares, from the pupils. */
  readonly sum: Float64Array
  readonly squares: Float64Array
  /** Sum of scores and number of pupils per section. */
  readonly sectionSum: Float64Array
  readonly sectionCount: Float64Array
  /** Kilometres between home and school summed over day pupils, and how many they are. */
  readonly kilometres: Float64Array
  readonly dayPupils: Float64Array
  /** Pupils of the last grade of the level (6, 9) by kind of home place, [level][kind]. */
  readonly byKind: Float64Array
  /** How many of them are in the top share of that grade, [level][kind]; a bin that the limit cuts is divided in proportion. */
  readonly topByKind: Float64Array
}

/** Share of a grade that counts as the top. */
export const topShare = 0.05

interface Bound extends PupilGauge {
  read(): void
}

function bind(county: SeenCounty): Bound {
  const { pupils, blocks, slots, sections, schools, places } = county
  const cohort = county.capacity.cohort
  const sectionRows = county.capacity.sections
  const { slot, home, standing, durable, input } = pupils
  const { size, scores } = county.classes
  const gauge = {
    count: new Float64Array(2),
    sum: new Float64Array(2),
    squares: new Float64Array(2),
    sectionSum: new Float64Array(sectionRows),
    sectionCount: new Float64Array(sectionRows),
    kilometres: new Float64Array(2),
    dayPupils: new Float64Array(2),
    byKind: new Float64Array(2 * kinds),
    topByKind: new Float64Array(2 * kinds),
  }
  const slotSection = new Int32Array(county.capacity.slots)
  const homeKind = new Uint8Array(county.capacity.places)
  const distance = new Float64Array(county.capacity.places * sectionRows)
  const histogram = new Int32Array(kinds * bins)
  const block = { squares: 0, kilometres: 0, day: 0 }

  /** Positions when distances were worked out: sections move when a campus is built or joined, places when the tables serve another county. */
  const knownX = new Float64Array(sectionRows).fill(NaN)
  const knownY = new Float64Array(sectionRows).fill(NaN)
  const placeX = new Float64Array(county.capacity.places).fill(NaN)
  const placeY = new Float64Array(county.capacity.places).fill(NaN)

  function lookUps(): void {
    for (let i = 0; i < slots.count; i++) slotSection[i] = slots.section[i]
    let isNew = false
    for (let v = 0; v < places.count; v++) {
      homeKind[v] = places.kind[v]
      if (places.x[v] === placeX[v] && places.y[v] === placeY[v]) continue
      placeX[v] = places.x[v]
      placeY[v] = places.y[v]
      isNew = true
    }
    for (let s = 0; s < sections.count; s++) {
      const x = schools.x[sections.school[s]]
      const y = schools.y[sections.school[s]]
      if (!isNew && x === knownX[s] && y === knownY[s]) continue
      knownX[s] = x
      knownY[s] = y
      for (let v = 0; v < places.count; v++) {
        const east = places.x[v] - x
        const north = places.y[v] - y
        distance[v * sectionRows + s] = Math.sqrt(east * east + north * north)
      }
    }
  }

  function passBlock(from: number, to: number, sink: number): void {
    let squares = 0
    let kilometres = 0
    let day = 0
    for (let p = from; p < to; p++) {
      const c = slot[p]
      if (c === sink) continue
      const score = durable[p] + input[p]
      squares += score * score
      // a boarder adds nothing: whether a child boards is a guess that a processor often gets wrong
      const isDay = 1 - (standing[p] & 1)
      kilometres += isDay * distance[home[p] * sectionRows + slotSection[c]]
      day += isDay
    }
    block.squares = squares
    block.kilometres = kilometres
    block.day = day
  }

  /** Bins the scores of one grade by kind of home place. */
  function binScores(from: number, to: number, sink: number): void {
    histogram.fill(0)
    for (let p = from; p < to; p++) {
      if (slot[p] === sink) continue
      const bin = ((durable[p] + input[p] + lowest) * binsPerSd) | 0
      histogram[homeKind[home[p]] * bins + (bin < 0 ? 0 : bin >= bins ? bins - 1 : bin)]++
    }
  }

  function sumClasses(from: number, sink: number, level: number): void {
    for (let c = 0; c < sink; c++) {
      const pupilsOfClass = size[from + c]
      if (pupilsOfClass === 0) continue
      gauge.count[level] += pupilsOfClass
      gauge.sum[level] += scores[from + c]
      gauge.sectionCount[slotSection[c]] += pupilsOfClass
      gauge.sectionSum[slotSection[c]] += scores[from + c]
    }
  }

  /** Who of the binned grade is in its top share: bins from the top until the share is full, the last one divided in proportion. */
  function countTop(level: number): void {
    let size = 0
    for (let kind = 0; kind < kinds; kind++) {
      let pupilsOfKind = 0
      for (let bin = 0; bin < bins; bin++) pupilsOfKind += histogram[kind * bins + bin]
      gauge.byKind[level * kinds + kind] += pupilsOfKind
      size += pupilsOfKind
    }
    let left = topShare * size
    for (let bin = bins - 1; bin >= 0 && left > 0; bin--) {
      const inBin = histogram[bin] + histogram[bins + bin] + histogram[2 * bins + bin]
      if (inBin === 0) continue
      const taken = inBin <= left ? 1 : left / inBin
      for (let kind = 0; kind < kinds; kind++) gauge.topByKind[level * kinds + kind] += taken * histogram[kind * bins + bin]
      left -= inBin
    }
  }

  function read(): void {
    for (const column of Object.values(gauge)) column.fill(0)
    lookUps()
    const sink = slots.count - 1
    for (let b = 0; b < cohorts; b++) {
      if (blocks.grade[b] === 0) continue
      const level = blocks.grade[b] <= 6 ? 0 : 1
      passBlock(b * cohort, b * cohort + blocks.size[b], sink)
      gauge.squares[level] += block.squares
      gauge.kilometres[level] += block.kilometres
      gauge.dayPupils[level] += block.day
      sumClasses(b * county.capacity.slots, sink, level)
      if (blocks.grade[b] !== 6 && blocks.grade[b] !== 9) continue
      binScores(b * cohort, b * cohort + blocks.size[b], sink)
      countTop(level)
    }
  }

  return { ...gauge, read }
}

/** Reads all pupils as they stand. The result is overwritten by the next reading of the same county. */
export const readPupils: (county: SeenCounty) => PupilGauge = perCounty(bind)
