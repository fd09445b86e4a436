import { keyedHash } from '../kernel/random.ts'
import { addToClass, blockInGrade, firstPupil, sinkSlot } from '../county/cohorts.ts'
import type { County } from '../county/county.ts'
import { defineProcess } from './declare.ts'
import { graduationParameters, type GraduationYear as Now } from './graduation-parameters.ts'
import { seniorAdmission } from './senior-admission.ts'

/*
 * Graduation. Grade 9 sits the exam; key senior highs fill open and directed places; general ones take the next; a few of the
 * weakest juniors have left school by then.
 * Who decides: the score, the allotment of places to junior schools and the order of channels.
 * What it ignores: choice between general and vocational lines, special talents, places of other counties.
 */

export const graduation = defineProcess({
  id: 'graduation',
  text: {
    name: { en: 'Graduation and senior-high admission', zh: '毕业与高中录取' },
    summary: {
      en: 'Grade 9 sits the exam; key senior highs fill open and directed places; admissions are counted by junior school.',
      zh: '九年级参加中考，优质高中按统招与指标到校录取，按初中学校统计。',
    },
  },
  parameters: graduationParameters,
  streams: ['graduation.exam', 'graduation.apply', 'graduation.lottery', 'graduation.allotment', 'graduation.dropout'],
  reads: ['blocks.grade', 'blocks.size', 'pupils.id', 'pupils.home', 'pupils.since', 'pupils.background', 'pupils.durable', 'pupils.input', 'sections.id', 'sections.kind', 'sections.belief', 'places.kind', 'slots.section', 'seniors.seatShare', 'rules.quotaShare', 'rules.quotaOrder', 'rules.quotaFloor', 'rules.quotaResidency', 'rules.quotaReturn', 'rules.quotaTiltRural', 'rules.quotaTiltWeak', 'rules.quotaMerge', 'rules.dropout'],
  touches: ['pupils.slot', 'classes.size', 'classes.scores', 'classes.background', 'sections.leavers', 'sections.eligible', 'sections.generalAdmitted', 'sections.keyAdmitted', 'sections.keyByQuota', 'sections.displaced', 'sections.leaversLow', 'sections.keyLow', 'sections.quotaPlaces', 'sections.quotaCut', 'sections.keyChance', 'sections.dropouts', 'seniors.seats', 'seniors.quotaSeats', 'seniors.openCut'],
  bind(county) {
    const admitLeavers = seniorAdmission(county)
    const dropOut = dropouts(county)
    return (now) => {
      const { sections } = county
      for (const column of [sections.leavers, sections.eligible, sections.generalAdmitted, sections.keyAdmitted, sections.keyByQuota, sections.displaced, sections.leaversLow, sections.keyLow, sections.quotaPlaces, sections.dropouts]) column.fill(0)
      sections.quotaCut.fill(NaN)
      const block = blockInGrade(county, 9)
      if (block >= 0) admitLeavers(now, block)
      dropOut(now, blockInGrade(county, 7))
      dropOut(now, blockInGrade(county, 8))
      for (let s = 0; s < sections.count; s++) sections.keyChance[s] = sections.leavers[s] > 0 ? sections.keyAdmitted[s] / sections.leavers[s] : 0
    }
  },
})

/** Returns the function by which juniors of a block who are far behind leave school before the next year, by their own draw. */
function dropouts(county: County): (now: Now, block: number) => void {
  const { id, slot, durable, input } = county.pupils
  const { slots, sections } = county
  const hash = keyedHash
  /** Keys of the draw. */
  const keys = new Int32Array(2)

  function leave(block: number, from: number, to: number, gone: number, line: number, limit: number): void {
    const k0 = keys[0]
    const k1 = keys[1]
    const farBehind = +line
    const hazard = +limit
    for (let i = from; i < to; i++) {
      if (durable[i] + input[i] >= farBehind || slot[i] === gone || hash(id[i], k0, k1) >>> 0 >= hazard) continue
      sections.dropouts[slots.section[slot[i]]]++
      addToClass(county, block, i, slot[i], -1)
      slot[i] = gone
    }
  }

  return (now, block) => {
    if (block < 0) return
    keys[0] = now.draws.k0('graduation.dropout')
    keys[1] = now.draws.k1('graduation.dropout')
    const first = firstPupil(county, block)
    leave(block, first, first + county.blocks.size[block], sinkSlot(county), now.set.farBehind, now.set.dropout * now.rules.county.dropout * 4294967296)
  }
}
