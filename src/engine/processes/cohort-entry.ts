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
  const keys = birthKeys(now, entry)
  let row = o
  for (let v = 0; v < places.count; v++) {
    const share = (places.births[v] * shareGrowth(places.growth[v], entry - settings.year)) / shares
    const children = arrivals(total * share, rounding(v))
    expectThat(row - o + children <= capacity.cohort, () => `cohort of ${entry}: more than ${capacity.cohort} pupils`)
    enterChildren(county, row, row + children, pupilId(entry, v, 0), v, keys, set)
    row += children
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

/** Keys of the four draws of a newborn pupil. */
type BirthKeys = readonly [number, number, number, number, number, number, number, number]

function birthKeys(now: Now, entry: number): BirthKeys {
  const pair = (name: string): [number, number] => [now.draws.k0(`demography.${name}/${entry}`), now.draws.k1(`demography.${name}/${entry}`)]
  return [...pair('background'), ...pair('early'), ...pair('origin'), ...pair('mobility')]
}

/**
 * Enters the children of one place on the first day of school: family, early skill, standing. Scores start at what both imply.
 * A leaf loop over local arrays: some 6,000 children a year.
 */
function enterChildren(county: County, from: number, to: number, firstId: number, place: number, keys: BirthKeys, set: Set): void {
  const { places, pupils } = county
  const { id, home, standing, since, mobility, background, early, durable, input } = pupils
  const [b0, b1, e0, e1, o0, o1, m0, m1] = keys
  const cell = normalCell
  const migrant = places.migrants[place] * 4294967296
  const leftBehind = (1 - places.leftBehind[place]) * 4294967296
  const mean = places.background[place]
  const readiness = places.readiness[place]
  const { backgroundSpread, leftBehindCost, entryGradient, earlySpread } = set
  for (let i = from; i < to; i++) {
    const who = firstId + (i - from)
    const origin = keyedHash(who, o0, o1) >>> 0
    const code = origin < migrant ? 4 : origin > leftBehind ? 2 : 0
    const hb = keyedHash(who, b0, b1)
    const z = mean + backgroundSpread * (cell[hb >>> 20] + cell[(hb >>> 8) & 4095]) - (code === 2 ? leftBehindCost : 0)
    const he = keyedHash(who, e0, e1)
    id[i] = who
    home[i] = place
    standing[i] = code
    since[i] = 0
    mobility[i] = keyedHash(who, m0, m1) >>> 16
    background[i] = z
    early[i] = readiness
    durable[i] = entryGradient * z + readiness + earlySpread * (cell[he >>> 20] + cell[(he >>> 8) & 4095])
    input[i] = 0
  }
}
