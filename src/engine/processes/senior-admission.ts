import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { firstPupil } from '../county/cohorts.ts'
import type { County } from '../county/county.ts'
import { rankCandidates } from '../norms/candidate-ranking.ts'
import { admitToSenior, channels } from '../norms/quota-admission.ts'
import { allotPlaces, type Allotment } from '../norms/quota-allotment.ts'
import type { GraduationYear as Now } from './graduation-parameters.ts'

/** The quota rule in force: the county’s own unless a policy says otherwise. */
function quotaRule(now: Now) {
  const { quota } = now.settings
  const rules = now.rules.county
  return {
    share: rules.quotaShare === rules.quotaShare ? rules.quotaShare : quota.share,
    order: rules.quotaOrder < 0 ? quota.order : rules.quotaOrder === 0 ? ('open-first' as const) : ('quota-first' as const),
    floor: rules.quotaFloor === rules.quotaFloor ? rules.quotaFloor : quota.floor,
    residency: rules.quotaResidency < 0 ? quota.residency : rules.quotaResidency,
    returned: rules.quotaReturn < 0 ? quota.returned : rules.quotaReturn > 0,
    tiltRural: rules.quotaTiltRural,
    tiltWeak: rules.quotaTiltWeak,
    mergeBelow: rules.quotaMerge,
  }
}

type QuotaRule = ReturnType<typeof quotaRule>

/** Allots one senior high’s directed places to the junior sections by their eligible leavers. */
function allot(county: County, now: Now, places: number, juniors: readonly number[], rule: QuotaRule, countyMean: number): Allotment {
  const { sections } = county
  const schools = juniors.map((s) => ({ id: sections.id[s], eligible: sections.eligible[s], rural: sections.kind[s] > 0, weak: sections.belief[s] < countyMean }))
  return allotPlaces(places, schools, rule, now.draws.lottery('graduation.allotment'))
}

/** Mean belief of junior sections, weighted by leavers: what "weak" is measured against. */
function meanBelief(county: County, juniors: readonly number[]): number {
  const { sections } = county
  let sum = 0
  let n = 0
  for (const s of juniors) {
    sum += sections.leavers[s] * sections.belief[s]
    n += sections.leavers[s]
  }
  return n > 0 ? sum / n : 0
}

/** Arrays that the exam and admission work in, one row per leaver. */
export interface Scratch {
  readonly score: Float64Array
  readonly id: Int32Array
  readonly section: Int16Array
  readonly eligible: Uint8Array
  readonly applies: Uint8Array
  readonly unit: Int16Array
  readonly channel: Uint8Array
  /** 1 = family background below 0. */
  readonly low: Uint8Array
}

export const createScratch = ({ capacity }: County): Scratch => ({
  score: new Float64Array(capacity.cohort),
  id: new Int32Array(capacity.cohort),
  section: new Int16Array(capacity.cohort),
  eligible: new Uint8Array(capacity.cohort),
  applies: new Uint8Array(capacity.cohort),
  unit: new Int16Array(capacity.cohort),
  channel: new Uint8Array(capacity.cohort),
  low: new Uint8Array(capacity.cohort),
})

/** Lists the leavers with exam scores; returns how many. A leaf loop over local arrays. */
function sitExam(county: County, now: Now, block: number, residency: number, x: Scratch): number {
  const { id, home, since, background, durable, input, slot } = county.pupils
  const { leavers, leaversLow, eligible } = county.sections
  const { kind } = county.places
  const sectionOf = county.slots.section
  const { score } = x
  const cell = normalCell
  const { year, draws } = now
  const { examNoise } = now.set
  const applyLimit = now.set.applyGap * 4294967296
  const n0 = draws.k0('graduation.exam')
  const n1 = draws.k1('graduation.exam')
  const a0 = draws.k0('graduation.apply')
  const a1 = draws.k1('graduation.apply')
  const first = firstPupil(county, block)
  const end = first + county.blocks.size[block]
  let n = 0
  for (let i = first; i < end; i++) {
    const s = sectionOf[slot[i]]
    if (s < 0) continue
    const h = keyedHash(id[i], n0, n1)
    score[n] = durable[i] + input[i] + examNoise * (cell[h >>> 20] + cell[(h >>> 8) & 4095])
    x.id[n] = id[i]
    x.section[n] = s
    x.eligible[n] = year - since[i] + 1 >= residency ? 1 : 0
    x.applies[n] = kind[home[i]] === 2 && keyedHash(id[i], a0, a1) >>> 0 < applyLimit ? 0 : 1
    x.channel[n] = channels.none
    x.low[n] = background[i] < 0 ? 1 : 0
    leavers[s]++
    leaversLow[s] += x.low[n]
    eligible[s] += x.eligible[n]
    n++
  }
  return n
}

/** Those of a ranking who apply and are not admitted yet, in order. */
function stillApplying(everyone: Int32Array, { applies, channel }: Scratch): Int32Array {
  const left = new Int32Array(everyone.length)
  let n = 0
  for (let r = 0; r < everyone.length; r++) {
    const i = everyone[r]
    if (applies[i] === 1 && channel[i] === channels.none) left[n++] = i
  }
  return left.subarray(0, n)
}

/** Writes every leaver’s allotment unit. */
function setUnits({ unit, section }: Scratch, n: number, unitOfSection: Int16Array): void {
  for (let i = 0; i < n; i++) unit[i] = unitOfSection[section[i]]
}

/** Holds the exam, fills the key senior highs one after the other in the order of preference, and counts by junior section. */
export function admitLeavers(county: County, now: Now, block: number, x: Scratch): void {
  const { sections, seniors } = county
  const rule = quotaRule(now)
  const n = sitExam(county, now, block, rule.residency, x)
  const juniors: number[] = []
  for (let s = 0; s < sections.count; s++) if (sections.leavers[s] > 0) juniors.push(s)
  const mean = meanBelief(county, juniors)
  const rows = new Int32Array(n)
  for (let i = 0; i < n; i++) rows[i] = i
  const everyone = rankCandidates(rows, x.score, now.draws.lottery('graduation.lottery'), x.id)
  const unitOfSection = new Int16Array(sections.count)
  for (let h = 0; h < seniors.count; h++) {
    seniors.seats[h] = Math.round(seniors.seatShare[h] * n)
    seniors.quotaSeats[h] = Math.round(rule.share * seniors.seats[h])
    const allotment = allot(county, now, seniors.quotaSeats[h], juniors, rule, mean)
    juniors.forEach((s, j) => (unitOfSection[s] = allotment.unitOf[j]))
    setUnits(x, n, unitOfSection)
    countPlaces(county, juniors, allotment)
    const places = Int32Array.from(allotment.units, (u) => u.places)
    const candidates = { ranked: stillApplying(everyone, x), score: x.score, unit: x.unit, eligible: x.eligible }
    const done = admitToSenior(candidates, { seats: seniors.seats[h], places, order: rule.order, floor: rule.floor, returned: rule.returned }, x.channel)
    seniors.openCut[h] = done.openCut
  }
  countAdmitted(county, everyone, now.settings.generalShare, x)
  countDisplaced(county, everyone, x)
}

/** Adds the places of an allotment to its sections; a merged unit’s places are shared out in proportion to leavers. */
function countPlaces(county: County, juniors: readonly number[], allotment: Allotment): void {
  const { sections } = county
  for (const unit of allotment.units) {
    if (unit.schools.length === 1) sections.quotaPlaces[juniors[unit.schools[0]]] += unit.places
    else {
      let left = unit.places
      unit.schools.forEach((j, at) => {
        const s = juniors[j]
        const part = at === unit.schools.length - 1 ? left : Math.min(left, Math.round((unit.places * sections.eligible[s]) / unit.eligible))
        sections.quotaPlaces[s] += part
        left -= part
      })
    }
  }
}

/** Whom directed places displace: with fixed seats somebody else’s place. Counted against open competition for all seats. */
function countDisplaced({ sections, seniors }: County, everyone: Int32Array, { applies, channel, section }: Scratch): void {
  let seats = 0
  for (let h = 0; h < seniors.count; h++) seats += seniors.seats[h]
  for (let r = 0; r < everyone.length && seats > 0; r++) {
    const i = everyone[r]
    if (applies[i] === 0) continue
    seats--
    if (channel[i] === channels.none) sections.displaced[section[i]]++
  }
}

function countAdmitted(county: County, everyone: Int32Array, generalShare: number, { channel, section, score, low }: Scratch): void {
  const { generalAdmitted, keyAdmitted, keyLow, keyByQuota, quotaCut } = county.sections
  let general = Math.round(generalShare * everyone.length)
  for (let r = 0; r < everyone.length; r++) if (channel[everyone[r]] !== channels.none) general--
  for (let r = 0; r < everyone.length; r++) {
    const i = everyone[r]
    const s = section[i]
    if (channel[i] === channels.none) {
      if (general-- > 0) generalAdmitted[s]++
      continue
    }
    generalAdmitted[s]++
    keyAdmitted[s]++
    keyLow[s] += low[i]
    if (channel[i] !== channels.quota) continue
    keyByQuota[s]++
    // the ranking runs from best to last, so the last one written is the lowest
    quotaCut[s] = score[i]
  }
}
