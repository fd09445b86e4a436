import { assumption, cite } from '../declare.ts'
import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { addToClass, blockInGrade, firstPupil, sinkSlot } from '../county/cohorts.ts'
import type { County } from '../county/county.ts'
import { rankCandidates } from '../norms/candidate-ranking.ts'
import { admitToSenior, channels } from '../norms/quota-admission.ts'
import { allotPlaces, type Allotment } from '../norms/quota-allotment.ts'
import { defineProcess, type ProcessYear } from './declare.ts'

/*
 * Graduation. Grade 9 sits the exam; key senior highs fill open and directed places; general ones take the next; a few of the
 * weakest juniors have left school by then.
 * Who decides: the score, the allotment of places to junior schools and the order of channels.
 * What it ignores: choice between general and vocational lines, special talents, places of other counties.
 */

const parameters = {
  examNoise: {
    label: { en: 'SD of chance in the exam', zh: '中考成绩的偶然波动标准差' },
    unit: 'SD',
    default: 0.3,
    range: [0.1, 0.5],
    source: assumption('a composite of six to eight papers is measured well but not perfectly'),
  },
  applyGap: {
    label: { en: 'Rural pupils who do not apply to a key school at an equal score', zh: '同分乡村学生不报考优质高中的比例' },
    unit: 'share',
    default: 0.08,
    range: [0, 0.15],
    source: cite('loyalka-access', '−13 percentage points, one region, older figures', 'medium'),
  },
  dropout: {
    label: { en: 'Junior pupils far behind who leave school, per year', zh: '学业严重落后初中生年流失率' },
    unit: 'share',
    default: 0.03,
    range: [0, 0.1],
    source: assumption('gives a three-year retention near 98 %, between the national figure and the 95 % standard'),
  },
  farBehind: {
    label: { en: 'Score below which a junior pupil is far behind', zh: '学业严重落后的分数线' },
    unit: 'SD',
    default: -1.2,
    range: [-2, -0.8],
    source: assumption('about one pupil in nine'),
  },
} as const

type Now = ProcessYear<typeof parameters>

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
  const schools = juniors.map((s) => ({ id: sections.id[s], eligible: sections.eligible[s], rural: sections.kind[s] === 2, weak: sections.belief[s] < countyMean }))
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

export const graduation = defineProcess({
  id: 'graduation',
  text: {
    name: { en: 'Graduation and senior-high admission', zh: '毕业与高中录取' },
    summary: {
      en: 'Grade 9 sits the exam; key senior highs fill open and directed places; admissions are counted by junior school.',
      zh: '九年级参加中考，优质高中按统招与指标到校录取，按初中学校统计。',
    },
  },
  parameters,
  streams: ['graduation.exam', 'graduation.apply', 'graduation.lottery', 'graduation.allotment', 'graduation.dropout'],
  reads: ['blocks.grade', 'blocks.size', 'pupils.id', 'pupils.since', 'pupils.background', 'pupils.durable', 'pupils.input', 'sections.id', 'sections.level', 'sections.kind', 'sections.open', 'sections.belief', 'slots.section', 'seniors.id', 'seniors.tier', 'seniors.seatShare'],
  touches: ['pupils.slot', 'classes.size', 'classes.scores', 'classes.background', 'sections.leavers', 'sections.eligible', 'sections.generalAdmitted', 'sections.keyAdmitted', 'sections.keyByQuota', 'sections.quotaPlaces', 'sections.quotaCut', 'sections.keyChance', 'sections.dropouts', 'seniors.seats', 'seniors.quotaSeats', 'seniors.openCut'],
  bind(county) {
    const scratch = createScratch(county)
    return (now) => {
      const { sections } = county
      for (const column of [sections.leavers, sections.eligible, sections.generalAdmitted, sections.keyAdmitted, sections.keyByQuota, sections.quotaPlaces, sections.dropouts]) column.fill(0)
      sections.quotaCut.fill(NaN)
      const block = blockInGrade(county, 9)
      if (block >= 0) admitLeavers(county, now, block, scratch)
      for (const grade of [7, 8]) dropOut(county, now, blockInGrade(county, grade))
      for (let s = 0; s < sections.count; s++) sections.keyChance[s] = sections.leavers[s] > 0 ? sections.keyAdmitted[s] / sections.leavers[s] : 0
    }
  },
})

interface Scratch {
  readonly score: Float64Array
  readonly id: Int32Array
  readonly section: Int16Array
  readonly eligible: Uint8Array
  readonly applies: Uint8Array
  readonly unit: Int16Array
  readonly channel: Uint8Array
}

const createScratch = ({ capacity }: County): Scratch => ({
  score: new Float64Array(capacity.cohort),
  id: new Int32Array(capacity.cohort),
  section: new Int16Array(capacity.cohort),
  eligible: new Uint8Array(capacity.cohort),
  applies: new Uint8Array(capacity.cohort),
  unit: new Int16Array(capacity.cohort),
  channel: new Uint8Array(capacity.cohort),
})

/** Lists the leavers with exam scores; returns how many. A leaf loop over local arrays. */
function sitExam(county: County, now: Now, block: number, residency: number, x: Scratch): number {
  const { id, since, durable, input, slot } = county.pupils
  const { leavers, eligible, kind } = county.sections
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
    x.applies[n] = kind[s] === 2 && keyedHash(id[i], a0, a1) >>> 0 < applyLimit ? 0 : 1
    x.channel[n] = channels.none
    leavers[s]++
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

function admitLeavers(county: County, now: Now, block: number, x: Scratch): void {
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

function countAdmitted(county: County, everyone: Int32Array, generalShare: number, { channel, section, score }: Scratch): void {
  const { generalAdmitted, keyAdmitted, keyByQuota, quotaCut } = county.sections
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
    if (channel[i] !== channels.quota) continue
    keyByQuota[s]++
    // the ranking runs from best to last, so the last one written is the lowest
    quotaCut[s] = score[i]
  }
}

/** Juniors far behind leave school before the next year, by their own draw. */
function dropOut(county: County, now: Now, block: number): void {
  if (block < 0) return
  const { id, slot, durable, input } = county.pupils
  const { slots, sections } = county
  const first = firstPupil(county, block)
  const end = first + county.blocks.size[block]
  const gone = sinkSlot(county)
  const k0 = now.draws.k0('graduation.dropout')
  const k1 = now.draws.k1('graduation.dropout')
  const hazard = now.set.dropout * now.rules.county.dropout * 4294967296
  const { farBehind } = now.set
  for (let i = first; i < end; i++) {
    if (durable[i] + input[i] >= farBehind || slot[i] === gone || keyedHash(id[i], k0, k1) >>> 0 >= hazard) continue
    sections.dropouts[slots.section[slot[i]]]++
    addToClass(county, block, i, slot[i], -1)
    slot[i] = gone
  }
}
