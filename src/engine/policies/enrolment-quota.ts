import { assumption, cite } from '../declare.ts'
import { definePolicy } from './declare.ts'

const own = { en: 'The county’s own rule', zh: '沿用本县规定' } as const

const residencies = {
  own,
  none: { en: 'None', zh: '不作要求' },
  'one-year': { en: 'One full year', zh: '连续就读满一年' },
  'two-years': { en: 'Two full years', zh: '连续就读满两年' },
  'three-years': { en: 'Three full years', zh: '连续就读满三年' },
} as const

/** What the choices mean in `rules.county`. */
const years = { own: -1, none: 0, 'one-year': 1, 'two-years': 2, 'three-years': 3 } as const
const orders = { own: -1, 'open-first': 0, 'quota-first': 1 } as const
const residuals = { own: -1, return: 1, lapse: 0 } as const

const parameters = {
  share: {
    label: { en: 'Directed places (share of key places)', zh: '指标到校比例' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    step: 0.05,
    source: cite('quota-notice-2018', { en: 'at least half of the places of quality senior highs', zh: '不低于优质高中招生计划的50%' }, 'medium'),
  },
  shareRule: {
    label: { en: 'Who sets the share of directed places', zh: '指标到校比例的确定' },
    unit: 'choice',
    default: 'set',
    choices: { own, set: { en: 'As set here', zh: '按此处设定' } },
    source: assumption({ en: 'a county already directs some share; this says whether it changes', zh: '本县原已实行部分指标到校，此处设定是否调整' }),
  },
  tiltRural: {
    label: { en: 'Rural juniors (extra weight)', zh: '农村初中加权' },
    unit: 'share',
    default: 0.2,
    range: [0, 2],
    step: 0.05,
    source: cite('quota-notice-2018', { en: 'tilt to rural junior schools; no number is given', zh: '向农村初中倾斜；未规定具体数值' }, 'low'),
  },
  tiltWeak: {
    label: { en: 'Extra weight of leavers of schools below the mean', zh: '低于均值初中加权' },
    unit: 'share',
    default: 0,
    range: [-0.5, 2],
    step: 0.05,
    source: cite('quota-factors', { en: 'cities also weigh school quality, some to the advantage of stronger schools: then negative', zh: '有的城市还按办学质量分配，若向优质学校倾斜则取负值' }, 'low'),
  },
  order: {
    label: { en: 'Order of admission', zh: '录取次序' },
    unit: 'choice',
    default: 'own',
    choices: { own, 'open-first': { en: 'Open competition first', zh: '先统招、后指标' }, 'quota-first': { en: 'Directed places first', zh: '先指标、后统招' } },
    source: cite('quota-arithmetic', { en: 'changes how much of the gap closes by a factor of about two', zh: '录取次序不同，缩小差距的幅度相差约一倍' }, 'high'),
  },
  floorRule: {
    label: { en: 'Floor for a directed place', zh: '指标生最低分要求' },
    unit: 'choice',
    default: 'own',
    choices: { own, none: { en: 'None', zh: '不设限' }, line: { en: 'A set distance below the open line', zh: '低于统招线的限定幅度' } },
    source: cite('quota-guangdong-2018', { en: 'some places set no line, others a fixed distance', zh: '有的地方不设限制线，有的规定固定降分幅度' }, 'medium'),
  },
  floor: {
    label: { en: 'Distance of the lowest score below the open line', zh: '低于统招线幅度' },
    unit: 'SD',
    default: 0.45,
    range: [0, 1.5],
    source: assumption({ en: 'about 50 points; local rules vary widely', zh: '约50分；各地规定差别很大' }),
  },
  residency: { label: { en: 'Years in the same school', zh: '同校连续就读年限' }, unit: 'choice', default: 'own', choices: residencies, source: cite('quota-shanghai-2025', { en: 'three full years; Guiyang two', zh: '须连续就读满三年；贵阳为两年' }, 'medium') },
  residual: {
    label: { en: 'Directed places nobody fills', zh: '未完成指标的处理' },
    unit: 'choice',
    default: 'own',
    choices: { own, return: { en: 'Return to open competition', zh: '转入统一招生' }, lapse: { en: 'Lapse', zh: '不再补录' } },
    source: cite('quota-liaoning-2007', { en: 'returned to the unified pool', zh: '未完成的指标退回统招计划' }, 'medium'),
  },
  merge: {
    label: { en: 'Schools with fewer leavers form one unit', zh: '小规模初中合并分配线' },
    unit: 'pupils',
    default: 0,
    range: [0, 100],
    step: 5,
    source: cite('quota-guiyang-2017', { en: 'junior schools with few graduates are grouped into one unit', zh: '毕业生少的初中合并为一个分配单元' }, 'medium'),
  },
} as const

export const enrolmentQuota = definePolicy({
  id: 'enrolment-quota',
  moment: 'admission',
  group: 'admissions',
  text: {
    name: { en: 'Directed senior-high places', zh: '优质高中指标到校' },
    mechanism: {
      en: 'Key senior highs direct {share} of their places to junior schools by number of eligible leavers; a leaver of a township or village school weighs {tiltRural} more.',
      zh: '优质普通高中{share}的招生名额按符合条件的毕业生数分配到初中，农村初中每名毕业生加权{tiltRural}。',
    },
    caveat: {
      en: 'The number of places does not change: whoever gains one displaces someone, and the table shows whom. Effort near the new line and house prices are not modelled.',
      zh: '招生总数不变，有人增加机会即有人减少，被替代人数单列。不含分数线附近的努力变化和房价变化。',
    },
    example: {
      en: 'National: at least 50%, tilted to rural junior schools; Guangdong sets in principle no line; Shanghai asks for three full years in the school.',
      zh: '国家要求不低于50%并向农村初中倾斜；广东原则上不设限制线；上海要求在籍在读满三年。',
    },
  },
  parameters,
  neutral: { shareRule: 'own', tiltRural: 0, tiltWeak: 0, order: 'own', floorRule: 'own', residency: 'own', residual: 'own', merge: 0 },
  marks: { share: 0.5 },
  levers: ['share', 'tiltRural', 'order', 'floorRule', 'residency'],
  restsOn: ['school-choice.strategic', 'school-choice.chance', 'graduation.applyGap', 'graduation.examNoise'],
  streams: [],
  touches: [
    'rules.quotaShare',
    'rules.quotaTiltRural',
    'rules.quotaTiltWeak',
    'rules.quotaFloor',
    'rules.quotaOrder',
    'rules.quotaResidency',
    'rules.quotaReturn',
    'rules.quotaMerge',
  ],
  act({ set, rules }) {
    const { county } = rules
    if (set.shareRule === 'set') county.quotaShare = set.share
    if (set.tiltRural !== 0) county.quotaTiltRural = set.tiltRural
    if (set.tiltWeak !== 0) county.quotaTiltWeak = set.tiltWeak
    if (set.order !== 'own') county.quotaOrder = orders[set.order]
    if (set.floorRule !== 'own') county.quotaFloor = set.floorRule === 'none' ? Infinity : set.floor
    if (set.residency !== 'own') county.quotaResidency = years[set.residency]
    if (set.residual !== 'own') county.quotaReturn = residuals[set.residual]
    if (set.merge !== 0) county.quotaMerge = set.merge
  },
})
