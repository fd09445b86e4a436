import type { County } from '../county/county.ts'
import { rankCandidates } from '../norms/candidate-ranking.ts'
import { admitToSenior, channels } from '../norms/quota-admission.ts'
import { allotPlaces, type Allotment, type AllotmentSchool } from '../norms/quota-allotment.ts'
import type { GraduationYear as Now } from './graduation-parameters.ts'
import { examOf, type Leavers } from './senior-exam.ts'

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

/** Junior sections as an allotment of directed places sees them. */
function schoolsOf(county: County, juniors: readonly number[]): AllotmentSchool[] {
  const { id, eligible, kind, belief } = county.sections
  const mean = meanBelief(county, juniors)
  return juniors.map((s) => ({ id: id[s], eligible: eligible[s], rural: kind[s] > 0, weak: belief[s] < mean }))
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

/** Moves those of a ranking who apply and are not admitted yet to its front, in order. Returns how many they are. */
function stillApplying(ranked: Int32Array, { applies, channel }: Leavers): number {
  const { none } = channels
  let n = 0
  for (let r = 0; r < ranked.length; r++) {
    const i = ranked[r]
    ranked[n] = i
    if (applies[i] === 1 && channel[i] === none) n++
  }
  return n
}

/** Writes every leaver’s allotment unit. */
function setUnits({ unit, section }: Leavers, n: number, unitOfSection: Int16Array): void {
  for (let i = 0; i < n; i++) unit[i] = unitOfSection[section[i]]
}

/** Notes the units of junior sections; whether any is another than before. */
function hasNewUnits(unitOfSection: Int16Array, juniors: readonly number[], { unitOf }: Allotment): boolean {
  let isNew = false
  for (let j = 0; j < juniors.length; j++) {
    if (unitOfSection[juniors[j]] !== unitOf[j]) isNew = true
    unitOfSection[juniors[j]] = unitOf[j]
  }
  return isNew
}

/**
 * Returns the function that holds the exam of a block, fills the key senior highs one after the other in the order of preference,
 * and counts by junior section.
 */
export function seniorAdmission(county: County): (now: Now, block: number) => void {
  const { sections, seniors } = county
  const { leavers, sitExam } = examOf(county)
  const rows = Int32Array.from({ length: county.capacity.cohort }, (_, i) => i)
  return (now, block) => {
    const rule = quotaRule(now)
    const n = sitExam(now, block, rule.residency)
    const juniors: number[] = []
    for (let s = 0; s < sections.count; s++) if (sections.leavers[s] > 0) juniors.push(s)
    const schools = schoolsOf(county, juniors)
    const lottery = now.draws.lottery('graduation.allotment')
    const everyone = rankCandidates(rows.subarray(0, n), leavers.score, now.draws.lottery('graduation.lottery'), leavers.id)
    const unitOfSection = new Int16Array(sections.count).fill(-2)
    let ranked: Int32Array = everyone.slice()
    for (let h = 0; h < seniors.count; h++) {
      seniors.seats[h] = Math.round(seniors.seatShare[h] * n)
      seniors.quotaSeats[h] = Math.round(rule.share * seniors.seats[h])
      const allotment = allotPlaces(seniors.quotaSeats[h], schools, rule, lottery)
      if (hasNewUnits(unitOfSection, juniors, allotment)) setUnits(leavers, n, unitOfSection)
      countPlaces(county, juniors, allotment)
      const places = new Int32Array(allotment.units.map((u) => u.places))
      ranked = ranked.subarray(0, stillApplying(ranked, leavers))
      const candidates = { ranked, score: leavers.score, unit: leavers.unit, eligible: leavers.eligible }
      const done = admitToSenior(candidates, { seats: seniors.seats[h], places, order: rule.order, floor: rule.floor, returned: rule.returned }, leavers.channel)
      seniors.openCut[h] = done.openCut
    }
    countAdmitted(county, everyone, now.settings.generalShare, leavers)
    countDisplaced(county, everyone, leavers)
  }
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
function countDisplaced({ sections, seniors }: County, everyone: Int32Array, { applies, channel, section }: Leavers): void {
  let seats = 0
  for (let h = 0; h < seniors.count; h++) seats += seniors.seats[h]
  for (let r = 0; r < everyone.length && seats > 0; r++) {
    const i = everyone[r]
    if (applies[i] === 0) continue
    seats--
    if (channel[i] === channels.none) sections.displaced[section[i]]++
  }
}

function countAdmitted(county: County, everyone: Int32Array, generalShare: number, { channel, section, score, low }: Leavers): void {
  const { generalAdmitted, keyAdmitted, keyLow, keyByQuota, quotaCut } = county.sections
  const { none, quota } = channels
  let general = Math.round(generalShare * everyone.length)
  for (let r = 0; r < everyone.length; r++) if (channel[everyone[r]] !== none) general--
  for (let r = 0; r < everyone.length; r++) {
    const i = everyone[r]
    const s = section[i]
    if (channel[i] === none) {
      if (general-- > 0) generalAdmitted[s]++
      continue
    }
    generalAdmitted[s]++
    keyAdmitted[s]++
    keyLow[s] += low[i]
    if (channel[i] !== quota) continue
    keyByQuota[s]++
    // the ranking runs from best to last, so the last one written is the lowest
    quotaCut[s] = score[i]
  }
}
