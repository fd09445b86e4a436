import { assumption, cite } from '../declare.ts'
import { expectThat } from '../kernel/expect.ts'
import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { addToClass, blockInGrade, firstPupil, pupilId, sinkSlot, smallestClass } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'
import { defineProcess, type ProcessYear } from './declare.ts'

/*
 * Demography. The leavers of last June go, every grade moves up, and the six-year-olds of each place arrive.
 * Who decides: births of six and seven years ago, and families who move towards the county town with their children.
 * What it ignores: deaths, moves out of the county in the middle of schooling, moves back to the countryside.
 */

const parameters = {
  futureBirths: {
    label: { en: 'National births a year from 2026', zh: '2026年起全国年出生人口' },
    unit: 'ten thousand births',
    default: 700,
    range: [500, 1000],
    step: 10,
    source: cite('nbs-births', 'births fell to 7.92 million in 2025; 6 to 8 million a year is the span used for 2026 and after', 'low'),
  },
  ruralMoves: {
    label: { en: 'Rural families who move townwards', zh: '乡村家庭年进城进镇率' },
    unit: 'share',
    default: 0.03,
    range: [0, 0.08],
    source: cite('nbs-urban-rural', 'rural primary rolls fell 31 % from 2018 to 2023, births and moves together; the part due to moves in the middle of schooling is judged', 'medium'),
  },
  townshipMoves: {
    label: { en: 'Township families who move to the county town', zh: '镇区家庭年进城率' },
    unit: 'share',
    default: 0.012,
    range: [0, 0.05],
    source: assumption('township rolls hold nationally while city rolls grow; no hazard published'),
  },
  toTown: {
    label: { en: 'Rural movers who go straight to the county town', zh: '乡村迁移家庭直接进县城的比例' },
    unit: 'share',
    default: 0.6,
    range: [0.2, 0.9],
    source: assumption('county towns grow faster than townships; no split published'),
  },
  backgroundSpread: {
    label: { en: 'Spread of family background inside a place', zh: '同地家庭背景离散程度' },
    unit: 'SD',
    default: 0.85,
    range: [0.6, 1],
    source: assumption('the rest of the variance lies between places, so that the county’s SD is about 1'),
  },
  earlySpread: {
    label: { en: 'Spread of early skill at entry', zh: '入学时早期能力离散程度' },
    unit: 'SD',
    default: 0.86,
    range: [0.6, 1],
    source: assumption('what is left of a variance of 1 after family background and place'),
  },
  entryGradient: {
    label: { en: 'Early skill per SD of family background', zh: '家庭背景每高一个标准差的早期能力差异' },
    unit: 'SD',
    default: 0.3,
    range: [0.2, 0.4],
    source: cite('ceps-gradient', 'score per SD of family background, 0.20 to 0.40', 'medium'),
  },
  leftBehindCost: {
    label: { en: 'Background disadvantage of left-behind children', zh: '留守儿童家庭背景劣势' },
    unit: 'SD',
    default: 0.15,
    range: [0, 0.4],
    source: assumption('sign agreed in the literature; no county estimate'),
  },
} as const

type Now = ProcessYear<typeof parameters>
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
    expectThat(row - o + children <= capacity.cohort, `cohort of ${entry}: more than ${capacity.cohort} pupils`)
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

/** Moves a pupil’s home, and its place in a class where it is already in one, to another place. */
function moveHome(county: County, block: number, row: number, to: number, level: 0 | 1, year: number): void {
  const { places, pupils, sections } = county
  pupils.home[row] = to
  pupils.mobility[row] = 65535 - (pupils.mobility[row] >>> 1)
  const slot = pupils.slot[row]
  if (slot === sinkSlot(county)) return
  const section = level === 0 ? places.primaryZone[to] : places.juniorZone[to]
  if (section < 0 || sections.open[section] === 0 || county.slots.section[slot] === section) return
  addToClass(county, block, row, slot, -1)
  const next = smallestClass(county, block, section)
  pupils.slot[row] = next
  pupils.since[row] = year
  addToClass(county, block, row, next, 1)
}

/** The neighbourhood of the county town a mover goes to: by the family’s own lottery, in proportion to nothing but number. */
function townPlace(lottery: number, neighbourhoods: readonly number[]): number {
  return neighbourhoods.length === 0 ? -1 : neighbourhoods[Math.floor((lottery / 4294967296) * neighbourhoods.length)]
}

function moveFamilies(county: County, now: Now): void {
  const { places, pupils, blocks } = county
  const { set, draws, year } = now
  const neighbourhoods: number[] = []
  for (let v = 0; v < places.count; v++) if (places.kind[v] === 0) neighbourhoods.push(v)
  const where = draws.lottery('demography.where')
  const straight = draws.stream('demography.straight')
  // share of the ready tenth that moves, by kind of place, on the scale of a 32-bit draw
  const limits = [0, set.townshipMoves, set.ruralMoves].map((hazard) => Math.min(1, 10 * hazard) * 4294967296)
  const movers = new Int32Array(county.capacity.cohort)
  const k0 = draws.k0('demography.turn')
  const k1 = draws.k1('demography.turn')
  for (let b = 0; b < cohorts; b++) {
    const grade = blocks.grade[b]
    if (grade === 0) continue
    const o = firstPupil(county, b)
    const n = listMovers(county, o, o + blocks.size[b], year % 10, limits[1], limits[2], k0, k1, movers)
    for (let j = 0; j < n; j++) {
      const i = movers[j]
      const id = pupils.id[i]
      const from = pupils.home[i]
      const to = places.kind[from] === 2 && straight(id) >= set.toTown ? places.township[from] : townPlace(where(id), neighbourhoods)
      if (to >= 0 && to !== from) moveHome(county, b, i, to, grade <= 6 ? 0 : 1, year)
    }
  }
}

/** Lists the pupils whose families move this year. Each year a fresh tenth of the mobility ranks is ready and draws. */
function listMovers(county: County, from: number, to: number, ready: number, township: number, rural: number, k0: number, k1: number, movers: Int32Array): number {
  const { id, home, mobility } = county.pupils
  const { kind } = county.places
  let n = 0
  for (let i = from; i < to; i++) {
    if (mobility[i] % 10 !== ready) continue
    const k = kind[home[i]]
    if (k > 0 && keyedHash(id[i], k0, k1) >>> 0 < (k === 2 ? rural : township)) movers[n++] = i
  }
  return n
}

export const demography = defineProcess({
  id: 'demography',
  text: {
    name: { en: 'Demography', zh: '人口变动' },
    summary: {
      en: 'Leavers go, grades move up, children of each place enter grade 1, some families move townwards.',
      zh: '毕业生离校，各年级升级，各地适龄儿童入学，部分家庭进城进镇。',
    },
  },
  parameters,
  streams: ['demography.rounding', 'demography.background', 'demography.early', 'demography.origin', 'demography.mobility', 'demography.turn', 'demography.where', 'demography.straight'],
  reads: ['places.kind', 'places.births', 'places.growth', 'places.migrants', 'places.leftBehind', 'places.background', 'places.readiness', 'places.township', 'places.primaryZone', 'places.juniorZone', 'sections.open', 'sections.firstSlot', 'sections.slots', 'slots.section'],
  touches: ['blocks.grade', 'blocks.entry', 'blocks.size', 'pupils.id', 'pupils.home', 'pupils.slot', 'pupils.standing', 'pupils.since', 'pupils.mobility', 'pupils.background', 'pupils.early', 'pupils.durable', 'pupils.input', 'classes.size', 'classes.scores', 'classes.background', 'sections.rollLastOctober'],
  bind(county) {
    const { blocks, sections } = county
    return (now) => {
      for (let s = 0; s < sections.count; s++) sections.rollLastOctober[s] = sections.roll[s]
      const leaving = blockInGrade(county, 9)
      for (let b = 0; b < cohorts; b++) if (b !== leaving && blocks.grade[b] > 0) blocks.grade[b]++
      blocks.grade[leaving] = 1
      fillCohort(county, leaving, now.year, now)
      moveFamilies(county, now)
    }
  },
})

