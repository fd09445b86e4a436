import { assumption, cite } from '../declare.ts'
import { definePolicy } from './declare.ts'

const parameters = {
  hours: {
    label: { en: 'After-school service, hours a week', zh: '课后服务时长' },
    unit: 'hours',
    default: 10,
    range: [0, 15],
    step: 1,
    source: cite('double-reduction-2021', { en: 'two hours on five days', zh: '每周5天、每天2小时' }, 'medium'),
  },
  curb: {
    label: { en: 'Off-campus tutoring cut', zh: '校外培训压减' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    step: 0.1,
    source: cite('double-reduction-2021', { en: 'subject tutoring is curbed; how much of it ends is not known', zh: '学科类校外培训受到治理，实际压减多少尚不清楚' }, 'low'),
  },
  price: {
    label: { en: 'Service per pupil, weekly hour and year', zh: '课后服务每周每小时年生均费用' },
    unit: 'yuan/pupil/year',
    default: 40,
    range: [0, 200],
    step: 5,
    source: assumption({ en: '400 yuan a pupil and year for ten hours a week in county price lists', zh: '县级收费标准：每周10小时，每生每年约400元' }),
  },
  payer: {
    label: { en: 'Who pays', zh: '承担方' },
    unit: 'choice',
    default: 'county',
    choices: { county: { en: 'the county', zh: '县级财政' }, family: { en: 'families', zh: '家庭（服务性收费）' } },
    source: assumption({ en: 'subsidy, service fee or both', zh: '财政补助、服务性收费，或二者兼有' }),
  },
  serviceEffect: {
    label: { en: 'Fall of the family-background slope per weekly hour', zh: '每周每小时课后服务降低的家庭背景影响' },
    unit: 'share',
    default: 0.005,
    range: [0, 0.02],
    source: assumption({ en: 'help with homework replaces help at home; no estimate seen', zh: '校内作业辅导替代家庭辅导；未见估计值' }),
  },
  curbEffect: {
    label: { en: 'Fall of the slope if tutoring ended', zh: '校外培训全部停止时降低的家庭背景影响' },
    unit: 'share',
    default: 0.03,
    range: [-0.1, 0.15],
    source: assumption({ en: 'may turn: families with means find other ways', zh: '方向可能相反：有条件的家庭会另寻途径' }),
  },
} as const

export const burdenReduction = definePolicy({
  id: 'burden-reduction',
  moment: 'teaching',
  group: 'funding',
  text: {
    name: { en: 'Less homework, after-school service', zh: '双减与课后服务' },
    mechanism: {
      en: 'Schools offer {hours} of after-school service a week and subject tutoring is cut by {curb}: learning depends a little less on the family.',
      zh: '学校每周提供{hours}课后服务，学科类校外培训压减{curb}，学业对家庭背景的依赖有所减轻。',
    },
    caveat: {
      en: 'Both effects are assumptions; even the sign of the second is open. Health, sleep and time with parents, the policy’s first aims, are not modelled.',
      zh: '两项作用均为假设，其中校外培训的影响方向尚无定论。身心健康、睡眠和亲子时间等政策首要目标未纳入。',
    },
    example: { en: 'Opinions of 2021: service on five days a week, two hours a day.', zh: '2021年“双减”意见：课后服务每周5天、每天2小时。' },
  },
  parameters,
  neutral: { hours: 0, curb: 0 },
  levers: ['hours', 'curb', 'payer'],
  restsOn: ['teaching.gradient'],
  streams: [],
  touches: ['rules.backgroundSlope'],
  act({ county, rules, ledger, set, covers }) {
    const { sections } = county
    if (set.hours === 0 && set.curb === 0) return
    let served = 0
    let all = 0
    for (let s = 0; s < sections.count; s++) {
      if (sections.open[s] === 0) continue
      all += sections.roll[s]
      if (!covers(s)) continue
      served += sections.roll[s]
      if (set.hours > 0) ledger.spend('support', s, sections.roll[s] * set.hours * set.price, set.payer)
    }
    if (served > 0) rules.county.backgroundSlope *= 1 - (served / all) * (set.serviceEffect * set.hours + set.curbEffect * set.curb)
  },
})
