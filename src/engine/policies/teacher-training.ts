import { assumption, cite } from '../declare.ts'
import { definePolicy } from './declare.ts'

const parameters = {
  hours: {
    label: { en: 'Hours per teacher and year', zh: '教师年培训学时' },
    unit: 'hours',
    default: 72,
    range: [0, 180],
    step: 6,
    source: assumption({ en: '360 hours in five years is the usual requirement', zh: '通行要求为五年360学时' }),
  },
  kind: {
    label: { en: 'Kind of training', zh: '培训方式' },
    unit: 'choice',
    default: 'lectures',
    choices: { lectures: { en: 'Courses away from school', zh: '集中讲授' }, practice: { en: 'In the school, with follow-up', zh: '校本研修、跟踪指导' } },
    source: cite('loyalka-2019', { en: 'the programme studied was lectures away from school', zh: '所研究的项目为脱产集中讲授' }, 'medium'),
  },
  price: {
    label: { en: 'Price of an hour', zh: '每学时费用' },
    unit: 'yuan',
    default: 30,
    range: [0, 200],
    step: 5,
    source: assumption({ en: '200 to 300 yuan a day in local budgets', zh: '地方预算每人每天200—300元' }),
  },
  lectureEffect: {
    label: { en: 'Effect of 72 hours of lectures', zh: '72学时集中讲授的效应' },
    unit: 'SD/year',
    default: 0,
    range: [-0.03, 0.03],
    source: cite('loyalka-2019', { en: 'a large trial of national-style training found none', zh: '国培式培训的大规模试验未发现效应' }, 'high'),
  },
  practiceEffect: {
    label: { en: 'Effect of 72 hours in the school', zh: '72学时校本研修的效应' },
    unit: 'SD/year',
    default: 0.01,
    range: [-0.02, 0.06],
    source: assumption({ en: 'coaching has worked elsewhere; no trial in China was seen', zh: '驻校跟岗式指导在国外有效；未见国内试验' }),
  },
} as const

const usualHours = 72

export const teacherTraining = definePolicy({
  id: 'teacher-training',
  moment: 'teaching',
  group: 'teachers',
  text: {
    name: { en: 'Teacher training', zh: '教师培训' },
    mechanism: { en: 'Every teacher takes {hours} of training a year.', zh: '每名教师每年参加{hours}培训。' },
    caveat: {
      en: 'National-style training had no effect on scores in a large trial: with its default this policy costs money and moves nothing, and serves as a check on the model.',
      zh: '大规模随机试验未发现国培式集中培训影响成绩：按默认值只有花费没有效果，可作为模型的对照。',
    },
    example: { en: 'National training plan; public funds set aside at least 5% for training.', zh: '“国培计划”；公用经费按不低于5%安排教师培训。' },
  },
  parameters,
  neutral: { hours: 0 },
  levers: ['hours', 'kind'],
  restsOn: ['teaching.persistence'],
  streams: [],
  touches: ['rules.teachingGain'],
  act({ county, rules, ledger, set, covers }) {
    const { sections } = county
    if (set.hours === 0) return
    const effect = ((set.kind === 'lectures' ? set.lectureEffect : set.practiceEffect) * set.hours) / usualHours
    for (let s = 0; s < sections.count; s++) {
      if (!covers(s)) continue
      if (effect !== 0) rules.sections.teachingGain[s] += effect
      ledger.spend('training', s, sections.staff[s] * set.hours * set.price)
    }
  },
})
