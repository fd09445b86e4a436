import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { countStaff } from '../county/staff.ts'
import { firstClass, firstPupil } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'
import { defineProcess } from './declare.ts'
import { setConstants } from './class-constants.ts'
import { summariseScores } from './section-scores.ts'
import { teachingParameters } from './teaching-parameters.ts'

/*
 * Teaching. Every pupil learns for a year: a durable part (family, early skill) that is stable, and a school-input part
 * (teachers, class, peers, principal, money, disruption) that fades.
 * Who decides: nobody; this is how learning behaves.
 * What it ignores: anything inside a classroom below the team of teachers, and moral and physical outcomes.
 */

export const teaching = defineProcess({
  id: 'teaching',
  text: {
    name: { en: 'Teaching', zh: '教学' },
    summary: {
      en: 'A year of learning: a stable durable part, and a school input of teachers, class, peers, principal and money that fades.',
      zh: '一学年的学习：家庭与早期能力构成的稳定部分，加上教师、班级、同伴、校长和经费等会衰减的学校投入。',
    },
  },
  parameters: teachingParameters,
  streams: ['teaching.shock'],
  reads: ['blocks.grade', 'blocks.size', 'pupils.id', 'pupils.slot', 'pupils.background', 'pupils.early', 'pupils.standing', 'classes.size', 'classes.background', 'teachers.id', 'teachers.section', 'teachers.tenure', 'teachers.experience', 'teachers.degree', 'teachers.rank', 'teachers.backbone', 'teachers.subject', 'teachers.effect', 'schools.principal', 'schools.equipment', 'schools.seniorPupils', 'sections.school', 'sections.level', 'sections.open', 'sections.roll', 'sections.instruction', 'sections.firstSlot', 'sections.slots', 'blocks.entry', 'rules.effort', 'rules.teachingGain', 'rules.sharedGain', 'rules.backgroundSlope'],
  touches: ['pupils.durable', 'pupils.input', 'classes.scores', 'classes.constant', 'classes.team', 'sections.staff', 'sections.aboveDegree', 'sections.midRank', 'sections.backbone', 'sections.peArts', 'sections.newcomers', 'sections.novices', 'sections.teaching', 'sections.rawMean', 'sections.rawMeanBefore', 'sections.adjustedMean', 'sections.valueAdded'],
  bind(county) {
    const learnBlock = learningLoop(county)
    const setClassConstants = setConstants(county)
    return (now) => {
      countStaff(county)
      setClassConstants(now)
      const { set, rules, draws } = now
      const { stability, persistence, shock } = set
      const pull = 1 - stability
      const numbers: LearningNumbers = { stability, persistence, slope: pull * set.gradient * rules.county.backgroundSlope, pull, shock }
      const k0 = draws.k0('teaching.shock')
      const k1 = draws.k1('teaching.shock')
      for (let b = 0; b < cohorts; b++) {
        const grade = county.blocks.grade[b]
        if (grade === 0) continue
        const first = firstPupil(county, b)
        const boarding = grade <= 3 ? set.boardingLow : grade >= 7 ? set.boardingJunior : 0
        learnBlock(first, first + county.blocks.size[b], firstClass(county, b), numbers, boarding, k0, k1)
      }
      summariseScores(county, set.gradient)
    }
  },
})

/** What learning is this year, the same for all pupils. */
export interface LearningNumbers {
  readonly stability: number
  readonly persistence: number
  /** Score per SD of family background, each year. */
  readonly slope: number
  /** Part of early skill that comes back each year. */
  readonly pull: number
  readonly shock: number
}

/*
 * The loop that touches every pupil. It stands alone in a leaf function whose arrays are constants of one closure per
 * worker: passing arrays as parameters costs 1.8 times, a longer function around it 2.3 times. Numbers that arrive as arguments
 * are made plain at the top, integers by `| 0` and others by `+`: else they are checked and unboxed again for every pupil, which
 * costs 1.6 times (all measured).
 */
export function learningLoop(county: County) {
  const { id, slot, background, early, durable, input, standing } = county.pupils
  const { scores, constant } = county.classes
  const capacity = county.capacity.slots
  const cell = normalCell
  const hash = keyedHash
  return (from: number, to: number, base: number, numbers: LearningNumbers, boards: number, key0: number, key1: number): void => {
    const stability = +numbers.stability
    const persistence = +numbers.persistence
    const slope = +numbers.slope
    const pull = +numbers.pull
    const shock = +numbers.shock
    const boarding = +boards
    const k0 = key0 | 0
    const k1 = key1 | 0
    const first = base | 0
    scores.fill(0, first, first + capacity)
    for (let i = from | 0; i < to; i++) {
      const c = first + slot[i]
      const h = hash(id[i], k0, k1)
      const d = stability * durable[i] + slope * background[i] + pull * early[i] + shock * (cell[h >>> 20] + cell[(h >>> 8) & 4095])
      const g = persistence * input[i] + constant[c] + boarding * (standing[i] & 1)
      durable[i] = d
      input[i] = g
      scores[c] += d + g
    }
  }
}
