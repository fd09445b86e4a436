import { expectThat } from '../kernel/expect.ts'
import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { firstPupil, pupilId, sinkSlot } from '../county/cohorts.ts'
import type { County } from '../county/county.ts'
import type { DemographyYear as Now } from './demography-parameters.ts'

type Set = Now['set']

/** National births that stand behind a grade-1 intake: one third of those seven years earlier, two thirds of six. */
export function intakeBirths(births: Readonly<Record<number, number>>, future: number, year: number): number {
  const known = (y: number): number => {
    if (births[y] !== undefined) return births[y]
    const years = Object.keys(births).map(Number)
    const first = Math.min(...years)
    return y < first ? births[first] : future
  }
  return (known(year - 7) + 2 * known(year - 6)) / 3
}

/** Pupils a place sends to grade 1: the expected number, rounded by the place’s own lottery. */
function arrivals(expected: number, lottery: number): number {
  const whole = Math.floor(expected)
  return whole + (lottery < expected - whole ? 1 : 0)
}

/** Fills a block with the children who enter (or once entered) grade 1 in a year. */
export function fillCohort(county: County, block: number, entry: number, now: Now): void {
  const { places, pupils, blocks, classes, capacity } = county
  const { settings, draws, set } = now
  const scale = entry <= settings.year - 6 ? settings.pupilsPerBirthsBefore : settings.pupilsPerBirths
  const total = intakeBirths(settings.births, set.futureBirths, entry) * scale
  const rounding = draws.stream(`demography.rounding/${entry}`)
  let shares = 0
  for (let v = 0; v < places.count; v++) shares += places.births[v] * shareGrowth(places.growth[v], entry - settings.year)
  const o = firstPupil(county, block)
  const children = entryOf(county)
  children.setKeys(now, entry)
  let row = o
  for (let v = 0; v < places.count; v++) {
    const share = (places.births[v] * shareGrowth(places.growth[v], entry - settings.year)) / shares
    const arriving = arrivals(total * share, rounding(v))
    expectThat(row - o + arriving <= capacity.cohort, () => `cohort of ${entry}: more than ${capacity.cohort} pupils`)
    children.enter(row, row + arriving, pupilId(entry, v, 0), v, set)
    row += arriving
  }
  blocks.size[block] = row - o
  blocks.entry[block] = entry
  const from = block * capacity.slots
  classes.size.fill(0, from, from + capacity.slots)
  classes.scores.fill(0, from, from + capacity.slots)
  classes.background.fill(0, from, from + capacity.slots)
  pupils.slot.fill(sinkSlot(county), o, row)
}

/** A yearly factor compounded over whole years, forwards or backwards. */
function shareGrowth(factor: number, years: number): number {
  let product = 1
  for (let y = 0; y < Math.abs(years); y++) product *= factor
  return years < 0 ? 1 / product : product
}

/** What a place makes of its children, and the keys of their four draws. */
interface Entry {
  /** Enters the children of one place in rows `from` to `to`, the first of them with a given id. */
  enter(from: number, to: number, firstId: number, place: number, set: Set): void
  /** Sets the keys of an entry year. */
  setKeys(now: Now, entry: number): void
}

/**
 * Children on the first day of school: family, early skill, standing. Scores start at what both imply. A leaf loop over arrays of
 * one closure: some 6,000 children a year.
 */
function entryLoop(county: County): Entry {
  const { places, pupils } = county
  const { id, home, standing, since, mobility, background, early, durable, input } = pupils
  const cell = normalCell
  const hash = keyedHash
  const keys = new Int32Array(8)
  return {
    setKeys({ draws }, entry) {
      for (const [i, name] of ['background', 'early', 'origin', 'mobility'].entries()) {
        keys[2 * i] = draws.k0(`demography.${name}/${entry}`)
        keys[2 * i + 1] = draws.k1(`demography.${name}/${entry}`)
      }
    },
    enter(from, to, firstId, place, set) {
      const b0 = keys[0]
      const b1 = keys[1]
      const e0 = keys[2]
      const e1 = keys[3]
      const o0 = keys[4]
      const o1 = keys[5]
      const m0 = keys[6]
      const m1 = keys[7]
      const migrant = places.migrants[place] * 4294967296
      const leftBehind = (1 - places.leftBehind[place]) * 4294967296
      const mean = +places.background[place]
      const readiness = +places.readiness[place]
      const spread = +set.backgroundSpread
      const cost = +set.leftBehindCost
      const gradient = +set.entryGradient
      const earlySpread = +set.earlySpread
      for (let i = from; i < to; i++) {
        const who = firstId + (i - from)
        const origin = hash(who, o0, o1) >>> 0
        const code = origin < migrant ? 4 : origin > leftBehind ? 2 : 0
        const hb = hash(who, b0, b1)
        const z = mean + spread * (cell[hb >>> 20] + cell[(hb >>> 8) & 4095]) - (code === 2 ? cost : 0)
        const he = hash(who, e0, e1)
        id[i] = who
        home[i] = place
        standing[i] = code
        since[i] = 0
        mobility[i] = hash(who, m0, m1) >>> 16
        background[i] = z
        early[i] = readiness
        durable[i] = gradient * z + readiness + earlySpread * (cell[he >>> 20] + cell[(he >>> 8) & 4095])
        input[i] = 0
      }
    },
  }
}

const entries = new WeakMap<County, Entry>()

function entryOf(county: County): Entry {
  let entry = entries.get(county)
  if (entry === undefined) {
    entry = entryLoop(county)
    entries.set(county, entry)
  }
  return entry
}
