import type { Draws } from '../kernel/random.ts'
import { expectThat } from '../kernel/expect.ts'
import { exp } from '../kernel/math.ts'
import { placeKinds, type PlaceKind } from './places.ts'
import { owners, schoolForms, type SchoolForm } from './schools.ts'
import type { Capacity, County } from './county.ts'
import type { CountyDescription } from './description.ts'
import type { Origins } from './origins.ts'

const hasPrimary = (form: SchoolForm): boolean => form === 'teaching-point' || form === 'primary' || form === 'nine-year' || form === 'twelve-year'
const hasJunior = (form: SchoolForm): boolean => form !== 'teaching-point' && form !== 'primary'

/** One school to be built: what the description says of its group, and where. */
interface Plan {
  readonly form: SchoolForm
  readonly kind: PlaceKind
  readonly owner: (typeof owners)[number]
  readonly size: number
  place: number
}

/** Schools one by one, in the order of the description. */
const planSchools = (description: CountyDescription): Plan[] =>
  description.schools.flatMap(({ form, kind, owner, count, size }) => Array.from({ length: count }, () => ({ form, kind, owner, size: size ?? 1, place: -1 })))

/** Places of each kind: at least one for every public school with a primary section, so that each has a zone of its own. */
function countPlaces(description: CountyDescription, plans: readonly Plan[]): Readonly<Record<PlaceKind, number>> {
  const primaries = (kind: PlaceKind): number => plans.filter((p) => p.kind === kind && p.owner !== 'private' && hasPrimary(p.form)).length
  return {
    'county-town': Math.max(description.neighbourhoods, primaries('county-town')),
    township: Math.max(description.townships, primaries('township')),
    rural: Math.max(description.villages, primaries('rural')),
  }
}

/** Table sizes for a county of this description. Slots and pupils follow from rolls, with room to grow. */
export function capacityFor(description: CountyDescription, largestCohort: number): Capacity {
  const plans = planSchools(description)
  const counts = countPlaces(description, plans)
  const places = counts['county-town'] + counts.township + counts.rural
  const sections = plans.reduce((n, p) => n + (hasPrimary(p.form) ? 1 : 0) + (hasJunior(p.form) ? 1 : 0), 0)
  // beyond these, two pupils or two teachers would share an id
  expectThat(places < 4096 && plans.length < 1024, `county: ${places} places and ${plans.length} schools; at most 4095 and 1023`)
  const cohort = Math.ceil(largestCohort) + places + 8
  const staff = (description.rolls.primary * description.items.primary.teachers.mean + description.rolls.junior * description.items.junior.teachers.mean) / 100
  // a county whose cohorts were larger before its own year had more teachers then
  const { primary, junior } = description.items
  const staffAtMost = (largestCohort * (6 * primary.teachers.mean + 3 * junior.teachers.mean)) / 100
  return {
    places,
    schools: plans.length,
    sections,
    // every section can hold half as many classes again as its building, two at least
    slots: Math.ceil(0.09 * largestCohort) + 5 * sections + 1,
    teachers: Math.ceil(Math.max(staff, staffAtMost) * 1.35) + 10 * sections,
    cohort,
    seniors: Math.max(1, description.seniors.length),
  }
}

/** Lays out places: neighbourhoods round the centre, townships on a spiral, villages round their township. */
export function buildPlaces(county: County, description: CountyDescription, origins: Origins, draws: Draws): Plan[] {
  const plans = planSchools(description)
  const counts = countPlaces(description, plans)
  county.places.count = 0
  for (const kind of placeKinds) for (let i = 0; i < counts[kind]; i++) addPlace(county, description, origins, draws, kind, i, counts[kind])
  assignPlaces(county, plans)
  shareBirths(county, description, origins, draws, plans)
  return plans
}

function addPlace(county: County, description: CountyDescription, origins: Origins, draws: Draws, kind: PlaceKind, i: number, n: number): void {
  const { places } = county
  const v = places.count++
  const jitter = draws.stream('origins.position')
  const seats: number[] = []
  for (let u = 0; u < v; u++) if (places.kind[u] === 1 && places.township[u] === u) seats.push(u)
  const townships = Math.max(1, description.townships)
  places.kind[v] = placeKinds.indexOf(kind)
  places.township[v] = v
  if (kind === 'county-town') setOnSpiral(county, v, i, n, 0, Math.min(3, description.radius / 6))
  else if (kind === 'township' && i < townships) setOnSpiral(county, v, i, townships, description.radius / 4, description.radius)
  else {
    const seat = seats[i % Math.max(1, seats.length)] ?? v
    const reach = kind === 'township' ? 1.5 : description.radius / 5
    places.township[v] = seat
    places.x[v] = places.x[seat] + (2 * jitter(2 * v) - 1) * reach
    places.y[v] = places.y[seat] + (2 * jitter(2 * v + 1) - 1) * reach
  }
  const spread = draws.normal('origins.background')
  const skill = draws.normal('origins.readiness')
  const isTown = kind === 'county-town'
  const isRural = kind === 'rural'
  places.background[v] = (isTown ? origins.backgroundTown : isRural ? origins.backgroundRural : 0) + origins.backgroundBetween * spread(v)
  places.readiness[v] = (isTown ? origins.readinessTown : isRural ? origins.readinessRural : 0) + origins.readinessBetween * skill(v)
  places.migrants[v] = description.migrants[kind]
  places.leftBehind[v] = description.leftBehind[kind]
  places.growth[v] = description.growth[kind]
}

/** Cosine and sine of the golden angle, 137.5 degrees: turning by it never lines points up. */
const turn = { cos: -0.7373688780783197, sin: 0.6754902942615238 } as const

function setOnSpiral(county: County, v: number, i: number, n: number, inner: number, outer: number): void {
  let x = 1
  let y = 0
  for (let k = 0; k < i; k++) [x, y] = [x * turn.cos - y * turn.sin, x * turn.sin + y * turn.cos]
  const r = inner + (outer - inner) * Math.sqrt((i + 0.5) / n)
  county.places.x[v] = x * r
  county.places.y[v] = y * r
}

/** Gives every school a place: public primaries one each, juniors and private schools round in turn. */
function assignPlaces(county: County, plans: readonly Plan[]): void {
  for (const kind of placeKinds) {
    const rows: number[] = []
    for (let v = 0; v < county.places.count; v++) if (placeKinds[county.places.kind[v]] === kind) rows.push(v)
    let primary = 0
    let other = 0
    for (const plan of plans) {
      if (plan.kind !== kind) continue
      plan.place = hasPrimary(plan.form) && plan.owner !== 'private' ? rows[primary++ % rows.length] : rows[other++ % rows.length]
    }
  }
}

/** Shares births: each kind’s share over its places, by the size of the school that stands there and a spread. */
function shareBirths(county: County, description: CountyDescription, origins: Origins, draws: Draws, plans: readonly Plan[]): void {
  const { places } = county
  const spread = draws.normal('origins.size')
  const weight = new Float64Array(places.count)
  const sums = [0, 0, 0]
  for (let v = 0; v < places.count; v++) {
    const plan = plans.find((p) => p.place === v && p.owner !== 'private' && hasPrimary(p.form))
    weight[v] = (plan ? plan.size : 0.3) * exp(origins.sizeSpread * spread(v))
    sums[places.kind[v]] += weight[v]
  }
  for (let v = 0; v < places.count; v++) places.births[v] = (description.children[placeKinds[places.kind[v]]] * weight[v]) / sums[places.kind[v]]
}

/** Fills schools and sections. Distances decide zones; rolls expected decide how many classes a building holds. */
export function buildSchools(county: County, plans: readonly Plan[], largestCohort: number): void {
  const { schools, sections, places } = county
  schools.count = 0
  sections.count = 0
  for (const plan of plans) {
    const k = schools.count++
    schools.id[k] = k + 1
    schools.form[k] = schoolForms.indexOf(plan.form)
    schools.owner[k] = owners.indexOf(plan.owner)
    schools.place[k] = plan.place
    // schools of one place stand a little apart, so that no two are equally near
    schools.x[k] = places.x[plan.place] + 0.1 * ((k * 7) % 5)
    schools.y[k] = places.y[plan.place] + 0.1 * ((k * 3) % 7)
    schools.open[k] = 1
    schools.boarding[k] = plan.kind !== 'county-town' && (hasJunior(plan.form) || plan.kind === 'township') ? 1 : 0
    schools.district[k] = -1
    schools.group[k] = -1
    if (hasPrimary(plan.form)) addSection(county, k, 0)
    if (hasJunior(plan.form)) addSection(county, k, 1)
  }
  setZones(county)
  setCapacity(county, plans, largestCohort)
}

function addSection(county: County, k: number, level: 0 | 1): void {
  const { sections, schools, places } = county
  const s = sections.count++
  sections.id[s] = 2 * schools.id[k] + level
  sections.school[s] = k
  sections.level[s] = level
  sections.kind[s] = places.kind[schools.place[k]]
  sections.open[s] = 1
  sections.staffing[s] = 1
}

/** Zone of every place at both levels: the nearest open public section, ties by id. */
export function setZones(county: County): void {
  const { places, sections, schools } = county
  for (let v = 0; v < places.count; v++) {
    const best = [-1, -1]
    const nearest = [Infinity, Infinity]
    for (let s = 0; s < sections.count; s++) {
      const k = sections.school[s]
      if (sections.open[s] === 0 || schools.owner[k] === 2) continue
      const dx = schools.x[k] - places.x[v]
      const dy = schools.y[k] - places.y[v]
      const far = dx * dx + dy * dy
      const level = sections.level[s]
      if (far < nearest[level]) {
        nearest[level] = far
        best[level] = s
      }
    }
    places.primaryZone[v] = best[0]
    places.juniorZone[v] = best[1]
  }
}

/** Classes per grade each building holds: what its zone needs at the largest cohort, and an eighth more. */
function setCapacity(county: County, plans: readonly Plan[], largestCohort: number): void {
  const { sections, places, slots, schools } = county
  const expected = new Float64Array(sections.count)
  for (let v = 0; v < places.count; v++) {
    if (places.primaryZone[v] >= 0) expected[places.primaryZone[v]] += places.births[v] * largestCohort
    if (places.juniorZone[v] >= 0) expected[places.juniorZone[v]] += places.births[v] * largestCohort
  }
  const publicSections = [0, 1].map((level) => sumOf(sections.count, (s) => (sections.level[s] === level && schools.owner[sections.school[s]] !== 2 ? 1 : 0)))
  let slot = 0
  for (let s = 0; s < sections.count; s++) {
    const level = sections.level[s]
    const isPrivate = schools.owner[sections.school[s]] === 2
    if (isPrivate) expected[s] = (plans[sections.school[s]].size * largestCohort) / (1 + publicSections[level])
    const size = level === 0 ? 45 : 50
    const classes = Math.max(1, Math.ceil((1.12 * expected[s]) / size))
    sections.classesPerGrade[s] = classes
    sections.slots[s] = Math.min(classes + Math.max(2, Math.ceil(classes / 2)), 250)
    sections.firstSlot[s] = slot
    for (let j = 0; j < sections.slots[s]; j++) slots.section[slot + j] = s
    slot += sections.slots[s]
  }
  expectThat(slot < slots.capacity, `county: ${slot + 1} class slots do not fit in ${slots.capacity}`)
  slots.section[slot] = -1
  slots.count = slot + 1
}

const sumOf = (n: number, f: (i: number) => number): number => {
  let sum = 0
  for (let i = 0; i < n; i++) sum += f(i)
  return sum
}
