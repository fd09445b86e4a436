import { assumption, cite } from '../declare.ts'
import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { countStaff } from '../county/staff.ts'
import { firstClass, firstPupil } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'
import { defineProcess, type ProcessYear } from './declare.ts'
import { setConstants } from './class-constants.ts'
import { summariseScores } from './section-scores.ts'

/*
 * Teaching. Every pupil learns for a year: a durable part (family, early skill) that is stable, and a school-input part
 * (teachers, class, peers, principal, money, disruption) that fades.
 * Who decides: nobody; this is how learning behaves.
 * What it ignores: anything inside a classroom below the team of teachers, and moral and physical outcomes.
 */

export const teachingParameters = {
  stability: {
    label: { en: 'Year-to-year stability of the durable part', zh: '学业稳定部分的年际保持率' },
    unit: 'share',
    default: 0.7,
    range: [0.6, 0.8],
    source: cite('dynamic-scores', { en: 'dynamic coefficient of a pupil’s own score 0.6 to 0.8', zh: '学生本人成绩的动态系数为0.6—0.8' }, 'medium'),
  },
  persistence: {
    label: { en: 'One-year persistence of school-input gains', zh: '学校投入效应的年保持率' },
    unit: 'share',
    default: 0.3,
    range: [0.2, 0.45],
    source: cite('jacob-2010', { en: 'about one fifth persists after a year, more than one third ruled out; 0.2 to 0.5 in Pakistan', zh: '一年后约保留五分之一，可排除三分之一以上；巴基斯坦为0.2—0.5' }, 'medium'),
  },
  gradient: {
    label: { en: 'Score per SD of family background', zh: '家庭背景每高一个标准差的成绩差异' },
    unit: 'SD',
    default: 0.3,
    range: [0.2, 0.4],
    source: cite('ceps-gradient', { en: 'score per SD of family background, 0.20 to 0.40', zh: '家庭背景每提高1个标准差，成绩提高0.20—0.40' }, 'medium'),
  },
  shock: {
    label: { en: 'SD of a year’s individual shock', zh: '学生个体年度波动标准差' },
    unit: 'SD/year',
    default: 0.62,
    range: [0.5, 0.75],
    source: assumption({ en: 'keeps the county’s SD at 1 given stability, family and place', zh: '在稳定性、家庭和地区既定时，使全县标准差保持为1' }),
  },
  degree: {
    label: { en: 'Teacher above the required degree', zh: '教师高于规定学历的效应' },
    unit: 'SD/year',
    default: 0.05,
    range: [0, 0.08],
    source: cite('liu-2021', { en: '0.042 and 0.069 in two studies of bachelor’s degrees', zh: '两项关于本科学历的研究分别为0.042和0.069' }, 'medium'),
  },
  backbone: {
    label: { en: 'Backbone teacher or highest rank', zh: '骨干教师效应' },
    unit: 'SD/year',
    default: 0.08,
    range: [0.02, 0.15],
    source: cite('chu-2015', { en: 'highest rank positive, larger for poor pupils; size judged', zh: '最高职称效应为正，对弱势学生更大；幅度为估计' }, 'low'),
  },
  novice: {
    label: { en: 'Shortfall of a teacher in the first year', zh: '新教师第一年效应差距' },
    unit: 'SD/year',
    default: -0.07,
    range: [-0.105, -0.035],
    source: cite('bau-das-2020', { en: 'the first two years of teaching matter; −0.07, −0.04, −0.02', zh: '任教头两年影响明显；三年依次为−0.07、−0.04、−0.02' }, 'medium'),
  },
  newToSchool: {
    label: { en: 'First year of a teacher in another school', zh: '教师到新校第一年效应' },
    unit: 'SD/year',
    default: -0.03,
    range: [-0.06, 0],
    source: cite('atteberry-2017', { en: 'first-year penalty of transferred teachers', zh: '调入教师第一年的适应损失' }, 'medium'),
  },
  disruption: {
    label: { en: 'Disruption per share of newly changed staff', zh: '教师更替扰动效应' },
    unit: 'SD/year',
    default: -0.07,
    range: [-0.1, -0.03],
    source: cite('ronfeldt-2013', { en: '0.06 to 0.10 for complete turnover; hits stayers’ classes too', zh: '全部更换时为0.06—0.10；留任教师的班级也受影响' }, 'medium'),
  },
  classSizePrimary: {
    label: { en: 'Each further pupil in a class, primary', zh: '小学班级每增加一人的效应' },
    unit: 'SD/pupil/year',
    default: -0.003,
    range: [-0.01, 0],
    source: cite('campbell-class-size', { en: 'small for reading, about zero for mathematics; 127 studies', zh: '阅读效应小，数学接近零；综合127项研究' }, 'medium'),
  },
  classSizeJunior: {
    label: { en: 'Each further pupil in a class, junior', zh: '初中班级每增加一人的效应' },
    unit: 'SD/pupil/year',
    default: -0.001,
    range: [-0.01, 0],
    source: cite('campbell-class-size', { en: 'small for reading, about zero for mathematics; 127 studies', zh: '阅读效应小，数学接近零；综合127项研究' }, 'medium'),
  },
  peers: {
    label: { en: 'Class mean of last year’s scores, per SD', zh: '同伴上年均分每高一个标准差的效应' },
    unit: 'SD',
    default: 0.12,
    range: [0.05, 0.18],
    source: cite('chen-2023-peers', { en: '0.13–0.18 mathematics, 0.11–0.17 English, Chinese about 0.07', zh: '数学0.13—0.18，英语0.11—0.17，语文约0.07' }, 'medium'),
  },
  tinySchool: {
    label: { en: 'Schools under 50 pupils', zh: '50人以下学校效应' },
    unit: 'SD/year',
    default: -0.03,
    range: [-0.12, 0.05],
    source: assumption({ en: 'multi-grade teaching; starting in a teaching point did not hurt in one study (chen-2013)', zh: '复式教学；一项研究显示在教学点起步并无不利（参见chen-2013）' }),
  },
  equipment: {
    label: { en: 'Equipment from nothing to standard', zh: '设备从无到达标的效应' },
    unit: 'SD/year',
    default: 0.01,
    range: [0, 0.03],
    source: cite('ceps-facilities', { en: 'teacher and pupil factors far above facilities; size judged', zh: '教师和学生因素远大于设施；幅度为估计' }, 'low'),
  },
  spending: {
    label: { en: '10 % more recurrent money for four years', zh: '经常性经费增加10%持续四年的累计效应' },
    unit: 'SD',
    default: 0.03,
    range: [0, 0.06],
    source: cite('jackson-2023', { en: '+1,000 dollars per pupil for four years = +0.0316 SD, band −0.004 to 0.067', zh: '生均增加1000美元、持续四年，提高0.0316个标准差，区间−0.004—0.067' }, 'medium'),
  },
  boardingLow: {
    label: { en: 'Boarding in grades 1 to 3', zh: '小学低年级寄宿效应' },
    unit: 'SD/year',
    default: -0.05,
    range: [-0.15, 0],
    source: cite('hou-2020', { en: 'premature boarding harms; size judged', zh: '低龄寄宿有损；幅度为估计' }, 'low'),
  },
  boardingJunior: {
    label: { en: 'Boarding in junior grades', zh: '初中寄宿效应' },
    unit: 'SD/year',
    default: 0,
    range: [-0.05, 0.05],
    source: cite('chen-2013', { en: 'neutral or negative for older pupils; size judged', zh: '对高年级学生为零或略负；幅度为估计' }, 'low'),
  },
  award: {
    label: { en: 'Teacher who holds a teaching award', zh: '获教学奖励教师的效应' },
    unit: 'SD/year',
    default: 0,
    range: [-0.02, 0.02],
    source: cite('chu-2015', { en: 'awards carried no extra information; who holds one is drawn, and the control of awards looks for an effect', zh: '教学奖励不含额外信息；获奖与否随机抽取，由阴性对照检验其效应' }, 'medium'),
  },
  late: {
    label: { en: 'Teacher of more than 30 years', zh: '教龄三十年以上教师的效应' },
    unit: 'SD/year',
    default: 0,
    range: [-0.02, 0.02],
    source: assumption({ en: 'no estimate seen; either sign', zh: '未见估计；方向未定' }),
  },
  headTeacherPrimary: {
    label: { en: 'Weight of a class’s own main teacher, primary', zh: '小学班级主要任课教师的权重' },
    unit: 'share',
    default: 0.5,
    range: [0.2, 0.8],
    source: assumption({ en: 'two or three teachers carry a primary class', zh: '小学一个班主要由两三名教师承担' }),
  },
  headTeacherJunior: {
    label: { en: 'Weight of a class’s own main teacher, junior', zh: '初中班级主要任课教师的权重' },
    unit: 'share',
    default: 0.15,
    range: [0.1, 0.3],
    source: assumption({ en: 'one of six to eight subject teachers of the composite score', zh: '总分由六到八名学科教师共同决定' }),
  },
} as const

export type TeachingYear = ProcessYear<typeof teachingParameters>

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
