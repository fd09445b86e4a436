import { assumption, cite } from '../declare.ts'
import { definePolicy } from './declare.ts'

const parameters = {
  village: {
    label: { en: 'Rural allowance (village schools)', zh: '乡村补助（村小与教学点）' },
    unit: 'yuan/teacher/month',
    default: 400,
    range: [0, 3000],
    step: 50,
    source: assumption({ en: 'national mean about 390 yuan a month, 200 to 1,500, graded by remoteness', zh: '全国平均每月约390元，200—1500元，按偏远程度分档' }),
  },
  township: {
    label: { en: 'Rural allowance (township schools)', zh: '乡村补助（镇区学校）' },
    unit: 'yuan/teacher/month',
    default: 150,
    range: [0, 2000],
    step: 50,
    source: cite('ma-2021', { en: 'what would compensate for a township post is about half of that for a village post', zh: '乡镇岗位所需补偿约为村小岗位的一半' }, 'medium'),
  },
  remoteness: {
    label: { en: 'More for every 10 km from the county town', zh: '每10公里加发' },
    unit: 'yuan/teacher/month',
    default: 50,
    range: [0, 500],
    step: 10,
    source: cite('zhao-2020-allowance', { en: 'allowances are graded by remoteness; size judged', zh: '补助按偏远程度分档；幅度为估计' }, 'low'),
  },
  rank: {
    label: { en: 'More for middle rank and above', zh: '中级及以上加发' },
    unit: 'yuan/teacher/month',
    default: 100,
    range: [0, 1500],
    step: 50,
    source: cite('wei-zhou-2019', { en: 'teachers of higher rank leave most; size judged', zh: '高职称教师流失最多；幅度为估计' }, 'low'),
  },
  payer: {
    label: { en: 'Who pays', zh: '承担方' },
    unit: 'choice',
    default: 'county',
    choices: { county: { en: 'the county', zh: '县级财政' }, city: { en: 'the prefecture or city', zh: '市级财政' }, province: { en: 'the province', zh: '省级财政' }, central: { en: 'the centre', zh: '中央财政' } },
    source: assumption({ en: 'counties pay, centre and province reward; shares differ', zh: '县级发放，中央和省级奖补；分担比例各地不一' }),
  },
} as const

const months = 12
const stepKm = 10

export const ruralAllowance = definePolicy({
  id: 'rural-allowance',
  moment: 'budget',
  group: 'teachers',
  text: {
    name: { en: 'Rural teacher allowance', zh: '乡村教师生活补助' },
    mechanism: {
      en: 'The allowance is {village} in village schools and {township} in township schools, with {remoteness} more for every 10 km from the county town.',
      zh: '补助标准：村小和教学点{village}，镇区学校{township}，距县城每10公里加发{remoteness}。',
    },
    caveat: {
      en: 'Allowances mainly keep those who are there; below about 15% of pay they hardly move anyone, and they attract few.',
      zh: '补助主要作用是留住在岗教师；低于工资约15%时作用很小，对吸引新教师作用有限。',
    },
    example: { en: 'National programme since 2013: about 390 yuan a month on average, more in remote schools.', zh: '国家自2013年起实施，人均每月约390元，越边远标准越高。' },
  },
  parameters,
  neutral: { village: 0, township: 0, remoteness: 0, rank: 0 },
  levers: ['village', 'township', 'remoteness', 'rank'],
  restsOn: ['teacher-leaving.retention', 'teacher-leaving.threshold', 'teacher-hiring.attraction'],
  streams: [],
  touches: ['rules.allowance', 'rules.rankAllowance'],
  act({ county, rules, ledger, set, covers }) {
    const { sections, schools } = county
    for (let s = 0; s < sections.count; s++) {
      if (!covers(s) || sections.kind[s] === 0) continue
      const k = sections.school[s]
      const km = Math.sqrt(schools.x[k] * schools.x[k] + schools.y[k] * schools.y[k])
      const isVillage = sections.kind[s] === 2
      const monthly = isVillage ? set.village + Math.round((set.remoteness * km) / stepKm) : set.township
      const rank = isVillage ? set.rank : 0
      if (monthly !== 0) rules.sections.allowance[s] += monthly
      if (rank !== 0) rules.sections.rankAllowance[s] += rank
      const yuan = months * (monthly * sections.staff[s] + rank * sections.midRank[s])
      if (yuan !== 0) ledger.spend('allowance', s, yuan, set.payer)
    }
  },
})
