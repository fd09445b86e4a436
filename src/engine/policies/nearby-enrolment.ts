import { assumption, cite } from '../declare.ts'
import { definePolicy } from './declare.ts'

const parameters = {
  curb: {
    label: { en: 'Places out of zone', zh: '跨片择校管理' },
    unit: 'choice',
    default: 'tight',
    choices: { present: { en: 'As at present', zh: '维持现行做法' }, tight: { en: 'Only with a stated reason', zh: '从严审批' }, closed: { en: 'Not allowed', zh: '严禁跨片择校' } },
    source: cite('balance-form-2017', { en: 'nearby enrolment: all primary and 95% of junior places by zone', zh: '就近划片入学：小学100%，初中不低于95%' }, 'medium'),
  },
  zones: {
    label: { en: 'Zones', zh: '划片方式' },
    unit: 'choice',
    default: 'single',
    choices: { single: { en: 'One school per zone', zh: '单校划片' }, pooled: { en: 'Several schools share a zone and a lottery', zh: '多校划片、电脑派位' } },
    source: cite('xicheng-zoning', { en: 'several schools share a zone in districts of Beijing', zh: '北京部分城区实行多校划片' }, 'medium'),
  },
  privatePlaces: {
    label: { en: 'Private places kept', zh: '民办学位保留比例' },
    unit: 'share',
    default: 1,
    range: [0, 1],
    step: 0.05,
    source: assumption({ en: 'private compulsory places were cut in many counties after 2021', zh: '2021年以后许多县压减民办义务教育学位' }),
  },
  tightCost: { label: { en: 'Weight of a stated reason for a family', zh: '从严审批对家庭的效用代价' }, unit: 'utility', default: 1.5, range: [0, 4], source: assumption({ en: 'about six kilometres of distance', zh: '约相当于六公里路程' }) },
  closedCost: { label: { en: 'Weight of a ban for a family', zh: '严禁择校对家庭的效用代价' }, unit: 'utility', default: 5, range: [2, 10], source: assumption({ en: 'a ban leaves a few ways round it', zh: '虽有禁令，仍有少量变通途径' }) },
} as const

export const nearbyEnrolment = definePolicy({
  id: 'nearby-enrolment',
  moment: 'admission',
  group: 'admissions',
  text: {
    name: { en: 'Nearby enrolment by zone', zh: '划片就近入学' },
    mechanism: {
      en: 'Places out of zone become harder to get, zones may hold several schools with one lottery, and {privatePlaces} of private places remain.',
      zh: '收紧跨片入学，可实行多校划片派位，民办学位保留{privatePlaces}。',
    },
    caveat: {
      en: 'Families can also move house; prices are not modelled. Private schools admit by lottery among those who apply, as the national rule has been since 2020.',
      zh: '家庭也可能通过迁居应对，房价未建模。民办学校按2020年起的国家规定对报名者电脑随机录取。',
    },
    example: { en: 'Beijing: zones with several schools and a lottery; private and public schools admit at the same time.', zh: '北京多校划片派位；各地公民办同步招生。' },
  },
  parameters,
  neutral: { curb: 'present', zones: 'single', privatePlaces: 1 },
  levers: ['curb', 'zones', 'privatePlaces'],
  restsOn: ['school-choice.outOfZone', 'school-choice.simpleRule', 'school-choice.distance', 'school-choice.believedMean'],
  streams: [],
  touches: ['rules.choiceCurb', 'rules.zonePooling', 'rules.places'],
  act({ county, rules, set }) {
    const { sections, schools } = county
    if (set.curb !== 'present') rules.county.choiceCurb += set.curb === 'tight' ? set.tightCost : set.closedCost
    if (set.zones === 'pooled') rules.county.zonePooling = 1
    if (set.privatePlaces === 1) return
    for (let s = 0; s < sections.count; s++) if (sections.open[s] === 1 && schools.owner[sections.school[s]] === 2) rules.sections.places[s] *= set.privatePlaces
  },
})
