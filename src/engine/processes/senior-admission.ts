import type { County } from '../county/county.ts'
import { rankCandidates } from '../norms/candidate-ranking.ts'
import { admitToSenior, channels } from '../norms/quota-admission.ts'
import { allotPlaces, type Allotment } from '../norms/quota-allotment.ts'
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

/** Keeps those of a ranking who apply and are not admitted yet, in order. */
function stillApplying(ranked: Int32Array, { applies, channel }: Leavers): Int32Array {
  const { none } = channels
  let n = 0
  for (let r = 0; r < ranked.length; r++) {
    const i = ranked[r]
    ranked[n] = i
    if (applies[i] === 1 && channel[i] === none) n++
  }
  return ranked.subarray(0, n)
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
    const mean = meanBelief(county, juniors)
    const everyone = rankCandidates(rows.subarray(0, n), leavers.score, now.draws.lottery('graduation.lottery'), leavers.id)
    const unitOfSection = new Int16Array(sections.count).fill(-2)
    let ranked: Int32Array = everyone.slice()
    for (let h = 0; h < seniors.count; h++) {
      seniors.seats[h] = Math.round(seniors.seatShare[h] * n)
      seniors.quotaSeats[h] = Math.round(rule.share * seniors.seats[h])
      const allotment = allot(county, now, seniors.quotaSeats[h], juniors, rule, mean)
      if (hasNewUnits(unitOfSection, juniors, allotment)) setUnits(leavers, n, unitOfSection)
      countPlaces(county, juniors, allotment)
      const places = Int32Array.from(allotment.units, (u) => u.places)
      ranked = stillApplying(ranked, leavers)
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
