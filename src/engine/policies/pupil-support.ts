import { assumption, cite } from '../declare.ts'
import { definePolicy } from './declare.ts'

const parameters = {
  boarders: {
    label: { en: 'Support per poor boarder', zh: '困难寄宿生补助' },
    unit: 'yuan/pupil/year',
    default: 1250,
    range: [0, 5000],
    step: 50,
    source: assumption({ en: '1,000 and 1,250 yuan a year nationally, from memory', zh: '国家标准每年1000元和1250元，凭记忆引用' }),
  },
  poorShare: {
    label: { en: 'Boarders who count as poor', zh: '寄宿生中困难学生比例' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    step: 0.05,
    source: assumption({ en: 'county registers; no national share', zh: '以县级台账为准；无全国比例' }),
  },
  leftBehind: {
    label: { en: 'Care per left-behind child', zh: '留守儿童关爱经费' },
    unit: 'yuan/pupil/year',
    default: 300,
    range: [0, 3000],
    step: 50,
    source: assumption({ en: 'care rooms, calls home, home visits; no norm', zh: '关爱活动室、亲情通话、家访等；无统一标准' }),
  },
  migrantPlaces: {
    label: { en: 'More public places in the county town', zh: '城区公办学位扩充' },
    unit: 'share',
    default: 0.05,
    range: [0, 0.5],
    step: 0.01,
    source: cite('balance-form-2017', { en: 'at least 85% of migrant children in public or publicly bought places', zh: '随迁子女在公办学校或政府购买学位就读不低于85%' }, 'medium'),
  },
  placePrice: {
    label: { en: 'Yearly price of such a place', zh: '新增学位年均费用' },
    unit: 'yuan/pupil/year',
    default: 3000,
    range: [0, 20_000],
    step: 500,
    source: assumption({ en: 'leased or bought rooms; staff and public funds are counted elsewhere', zh: '租用或购置校舍；人员和公用经费另计' }),
  },
  retention: {
    label: { en: 'Junior dropout avoided at 1,000 yuan per child in need', zh: '每名困难学生投入1000元可减少的流失' },
    unit: 'share',
    default: 0.2,
    range: [0, 0.5],
    source: assumption({ en: 'costs are one reason among several for leaving school', zh: '费用只是辍学原因之一' }),
  },
} as const

/** Yuan per child in need at which the stated share of dropout is avoided; more money avoids no more. */
const fullSupport = 1000

export const pupilSupport = definePolicy({
  id: 'pupil-support',
  moment: 'budget',
  group: 'funding',
  text: {
    name: { en: 'Support of pupils', zh: '学生资助与关爱' },
    mechanism: {
      en: 'Poor boarders receive {boarders}, left-behind children {leftBehind}, and schools of the county town take in {migrantPlaces} more pupils.',
      zh: '困难寄宿生按{boarders}补助，留守儿童按{leftBehind}安排关爱经费，城区公办学位扩充{migrantPlaces}。',
    },
    caveat: {
      en: 'Works on staying in school and on places only; well-being is not modelled. More places in the county town also draw rural families in.',
      zh: '仅体现控辍保学和学位供给，不含身心发展。城区学位增加也会吸引农村家庭进城。',
    },
    example: { en: 'National living support for poor boarders; migrant children mainly in public schools.', zh: '国家对家庭经济困难寄宿生补助生活费；随迁子女以公办学校就读为主。' },
  },
  parameters,
  neutral: { boarders: 0, leftBehind: 0, migrantPlaces: 0 },
  levers: ['boarders', 'leftBehind', 'migrantPlaces'],
  restsOn: ['graduation.dropout'],
  streams: [],
  touches: ['rules.dropout', 'rules.places'],
  act({ county, rules, ledger, set, covers }) {
    const { sections } = county
    let inNeed = 0
    let helped = 0
    for (let s = 0; s < sections.count; s++) {
      if (sections.open[s] === 0) continue
      const poor = set.poorShare * sections.boarders[s]
      if (sections.level[s] === 1) inNeed += poor + sections.leftBehind[s]
      if (!covers(s)) continue
      const yuan = poor * set.boarders + sections.leftBehind[s] * set.leftBehind
      if (sections.level[s] === 1) helped += Math.min(poor * fullSupport, poor * set.boarders) + Math.min(sections.leftBehind[s] * fullSupport, sections.leftBehind[s] * set.leftBehind)
      if (yuan > 0) ledger.spend('support', s, yuan)
      if (sections.kind[s] !== 0 || set.migrantPlaces === 0) continue
      rules.sections.places[s] *= 1 + set.migrantPlaces
      ledger.spend('capital', s, sections.roll[s] * set.migrantPlaces * set.placePrice)
    }
    if (helped > 0) rules.county.dropout *= 1 - (set.retention * helped) / (inNeed * fullSupport)
  },
})
