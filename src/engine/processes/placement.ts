import { nthAscending } from '../kernel/order.ts'
import { keyedHash } from '../kernel/random.ts'
import { firstClass, firstPupil, sinkSlot } from '../county/cohorts.ts'
import type { County } from '../county/county.ts'
import { optionsPerPlace } from '../county/pupils.ts'
import type { AdmissionYear as Now } from './admission-parameters.ts'

const boardingBeyondKm = 4

/** Applicants’ claims: zone children above all others, then the lottery number of (child, section). */
const zoneClaim = 0x40000000
/** Bins of claims by their highest bits. */
const claimBins = 192

/**
 * Deferred acceptance over all entrants of a level; arrays are constants of the closure (13,000 children a year). The children at a
 * section hang on a chain, so that a round asks only those of sections with more applicants than room: where schools are full,
 * looking for them among all children, round after round, took two thirds of admission.
 */
export function placementLoops(county: County) {
  const { pupils, sections, schools, options, places } = county
  const size = county.capacity.cohort
  const at = new Int16Array(size)
  const wish = new Uint8Array(size)
  const claim = new Int32Array(size)
  /** The first child at every section, and after every child the next one there; −1 = no more. */
  const head = new Int32Array(county.capacity.sections)
  const after = new Int32Array(size)
  const count = new Int32Array(county.capacity.sections)
  const room = new Int32Array(county.capacity.sections)
  /** The claim below which a section refuses; it only rises. */
  const cut = new Int32Array(county.capacity.sections)
  const inBin = new Int32Array(claimBins)
  const claims = new Float64Array(size)
  const k0 = new Int32Array(county.capacity.sections)
  const k1 = new Int32Array(county.capacity.sections)
  const formed = new Int32Array(county.capacity.sections)
  const next = new Int32Array(county.capacity.sections)
  const { home, wishes, id, slot, since, standing, background, durable, input } = pupils
  const { size: classSize, scores, background: classBackground } = county.classes
  const { school, firstSlot } = sections
  const { x: schoolX, y: schoolY, owner, boarding } = schools
  const { x: placeX, y: placeY } = places
  const option = options.section
  const hash = keyedHash
  const placeCapacity = county.capacity.places
  const farSquared = boardingBeyondKm * boardingBeyondKm

  /** Sends a child to the next wish that does not refuse it; nowhere (−1) if none is left. */
  function apply(i: number, row: number, level: number, pooling: boolean): void {
    const m = (level * placeCapacity + home[row]) * optionsPerPlace
    while (wish[i] < optionsPerPlace) {
      const k = (wishes[row] >>> (4 * wish[i])) & 15
      wish[i]++
      if (k > 7) break
      const s = option[m + k]
      if (s < 0) continue
      const zoned = k === 0 || (pooling && k <= 2 && owner[school[s]] === 0)
      const own = (hash(id[row], k0[s], k1[s]) >>> 3) + (zoned ? zoneClaim : 0)
      if (own < cut[s]) continue
      at[i] = s
      claim[i] = own
      after[i] = head[s]
      head[s] = i
      count[s]++
      return
    }
    at[i] = -1
  }

  /** Every child applies; juniors who have left school do not. */
  function applyFirst(first: number, n: number, level: number, pooling: boolean, gone: number): void {
    head.fill(-1)
    count.fill(0)
    cut.fill(0)
    for (let i = 0; i < n; i++) {
      wish[i] = 0
      if (level === 1 && slot[first + i] === gone) at[i] = -2
      else apply(i, first + i, level, pooling)
    }
  }

  /** The claim below which a section with more applicants than room refuses: sought in the bin of claims that holds it. */
  function cutOf(s: number): number {
    if (room[s] === 0) return 0x7fffffff
    inBin.fill(0)
    for (let i = head[s]; i >= 0; i = after[i]) inBin[claim[i] >>> 23]++
    let left = room[s]
    let bin = claimBins - 1
    while (inBin[bin] < left) left -= inBin[bin--]
    let m = 0
    for (let i = head[s]; i >= 0; i = after[i]) if (claim[i] >>> 23 === bin) claims[m++] = claim[i]
    return nthAscending(claims, m, m - left)
  }

  /** A section refuses those with a claim below its cut; they apply to their next wish. Returns how many they are. */
  function refuse(s: number, first: number, level: number, pooling: boolean): number {
    const line = cut[s]
    let refused = 0
    let i = head[s]
    head[s] = -1
    while (i >= 0) {
      const other = after[i]
      if (claim[i] < line) {
        refused++
        apply(i, first + i, level, pooling)
      } else {
        after[i] = head[s]
        head[s] = i
      }
      i = other
    }
    count[s] -= refused
    return refused
  }

  /** One round: every section with more applicants than room refuses. The order of sections cannot matter, because cuts only rise. */
  function refuseAll(first: number, level: number, pooling: boolean): number {
    let refused = 0
    for (let s = 0; s < sections.count; s++) {
      if (count[s] <= room[s]) continue
      cut[s] = cutOf(s)
      refused += refuse(s, first, level, pooling)
    }
    return refused
  }

  /** The even classes that every section forms of its entrants. */
  function formClasses(planned: number): void {
    next.fill(0)
    for (let s = 0; s < sections.count; s++) formed[s] = Math.min(Math.ceil(count[s] / planned), sections.slots[s])
  }

  /** Enters the children in the classes, one after the other; `limit` is the share that boards of those who live far, on the scale of a 32-bit draw. */
  function enter(first: number, base: number, n: number, year: number, limit: number, key0: number, key1: number): void {
    const boardLimit = +limit
    const b0 = key0 | 0
    const b1 = key1 | 0
    for (let i = 0; i < n; i++) {
      const row = first + i
      const s = at[i]
      if (s < 0) continue
      const j = next[s]
      next[s] = j + 1 === formed[s] ? 0 : j + 1
      const c = base + firstSlot[s] + j
      slot[row] = firstSlot[s] + j
      since[row] = year
      classSize[c]++
      scores[c] += durable[row] + input[row]
      classBackground[c] += background[row]
      const k = school[s]
      const dx = schoolX[k] - placeX[home[row]]
      const dy = schoolY[k] - placeY[home[row]]
      const isFar = boarding[k] === 1 && dx * dx + dy * dy > farSquared
      standing[row] = (standing[row] & 6) + (isFar && hash(id[row], b0, b1) >>> 0 < boardLimit ? 1 : 0)
    }
  }

  /** Forms even classes in every section and enters the children. */
  function enrol({ set, settings, year, draws }: Now, block: number, level: 0 | 1, n: number): void {
    const base = firstClass(county, block)
    const end = base + county.capacity.slots
    classSize.fill(0, base, end)
    scores.fill(0, base, end)
    classBackground.fill(0, base, end)
    formClasses((level === 0 ? settings.classSize.primary : settings.classSize.junior) - set.classSizeSlack)
    const boardShare = level === 0 ? set.boardPrimary : set.boardJunior
    enter(firstPupil(county, block), base, n, year, boardShare * 4294967296, draws.k0('admission.boards'), draws.k1('admission.boards'))
    for (let s = 0; s < sections.count; s++) if (sections.level[s] === level) sections.intake[s] = count[s]
  }

  return {
    /** Places all children of a block in sections of a level. */
    place(now: Now, block: number, level: 0 | 1): void {
      const { settings, rules, draws } = now
      const n = county.blocks.size[block]
      const first = firstPupil(county, block)
      const lottery0 = draws.k0('admission.lottery')
      const lottery1 = draws.k1('admission.lottery')
      const planned = level === 0 ? settings.classSize.primary : settings.classSize.junior
      for (let s = 0; s < sections.count; s++) {
        k0[s] = keyedHash(sections.id[s], lottery0, lottery1)
        k1[s] = keyedHash(sections.id[s], lottery1, ~lottery0)
        room[s] = Math.floor(sections.classesPerGrade[s] * planned * rules.sections.places[s])
      }
      const pooling = rules.county.zonePooling > 0
      applyFirst(first, n, level, pooling, sinkSlot(county))
      while (refuseAll(first, level, pooling) > 0);
      settle(first, n, level)
      enrol(now, block, level, n)
    },
  }

  /** The zone school must take whoever is refused everywhere. */
  function settle(first: number, n: number, level: 0 | 1): void {
    for (let i = 0; i < n; i++) {
      if (at[i] !== -1) continue
      const v = home[first + i]
      const s = level === 0 ? places.primaryZone[v] : places.juniorZone[v]
      at[i] = s
      if (s >= 0) count[s]++
    }
  }
}
