import { assumption, type Bilingual } from '../declare.ts'
import type { County } from '../county/county.ts'
import { standards2017 } from '../norms/balance-2017.ts'
import { stageShare } from '../norms/combined-school-split.ts'
import { sortedBy } from '../kernel/order.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { coveredSchools, firstSections } from './schools-covered.ts'

const price = (en: string, zh: string, unit: 'yuan/m2' | 'yuan/room', standard: number, range: readonly [number, number], says: Bilingual) =>
  ({ label: { en, zh }, unit, default: standard, range, source: assumption(says) }) as const

const parameters = {
  money: {
    label: { en: 'Standardisation (money a year)', zh: '标准化建设（每年资金）' },
    unit: 'yuan/year',
    default: 12_000_000,
    range: [0, 100_000_000],
    step: 500_000,
    source: assumption({ en: '200 yuan a pupil in a county of 60,000; counties differ widely', zh: '六万名学生的县约合生均200元；各县差别很大' }),
  },
  order: {
    label: { en: 'Who comes first', zh: '改造次序' },
    unit: 'choice',
    default: 'worst',
    choices: { worst: { en: 'Worst shortfall', zh: '缺口最大的学校' }, pupils: { en: 'Most pupils', zh: '学生最多的学校' }, rural: { en: 'Rural schools, worst shortfall', zh: '乡村学校优先' } },
    source: assumption({ en: 'under-resourced and rural schools first is the rule; how strictly is local', zh: '原则上薄弱、乡村学校优先；执行力度由地方掌握' }),
  },
  items: {
    label: { en: 'What is bought', zh: '建设内容' },
    unit: 'choice',
    default: 'all',
    choices: {
      all: { en: 'Everything that is short', zh: '全部短缺项' },
      buildings: { en: 'Rooms and sports grounds', zh: '校舍和运动场地' },
      equipment: { en: 'Equipment and multimedia rooms', zh: '仪器设备和多媒体教室' },
    },
    source: assumption({ en: 'budgets for buildings and for equipment are separate lines', zh: '校舍与设备经费分列预算' }),
  },
  margin: {
    label: { en: 'Built beyond the standard', zh: '超标准预留幅度' },
    unit: 'share',
    default: 0,
    range: [0, 0.5],
    step: 0.05,
    source: assumption({ en: 'some counties build ahead of growth', zh: '有的县适度超前建设' }),
  },
  roomPrice: price('Price of teaching rooms', '教学用房造价', 'yuan/m2', 3000, [2200, 4500], { en: 'no usable published figure', zh: '未见可用的公布数据' }),
  sportsPrice: price('Price of sports ground', '运动场地造价', 'yuan/m2', 300, [100, 800], { en: 'outdoor ground; halls cost ten times as much', zh: '室外场地；室内场馆造价约为其十倍' }),
  mediaPrice: price('Price of a networked multimedia room', '多媒体教室单价', 'yuan/room', 60_000, [30_000, 120_000], { en: 'county tenders differ widely', zh: '各县招标价差别很大' }),
} as const

type Now = PolicyYear<typeof parameters>

const stocks = ['area', 'sports', 'equipment', 'multimedia'] as const
type Stock = (typeof stocks)[number]
const itemOf = { area: 'Q4', sports: 'Q5', equipment: 'Q6', multimedia: 'Q7' } as const
const perPupils = { area: 1, sports: 1, equipment: 1, multimedia: 100 } as const

/** Pupils of every school’s primary and junior part. */
function pupilsOf(county: County): { readonly primary: Float64Array; readonly junior: Float64Array } {
  const primary = new Float64Array(county.schools.count)
  const junior = new Float64Array(county.schools.count)
  const { sections } = county
  for (let s = 0; s < sections.count; s++) if (sections.open[s] === 1) (sections.level[s] === 0 ? primary : junior)[sections.school[s]] += sections.roll[s]
  return { primary, junior }
}

/** Stock a campus needs so that each of its parts reaches the standard after the official split. */
function needed(county: County, k: number, stock: Stock, primary: number, junior: number): number {
  const senior = county.schools.seniorPupils[k]
  const standard = standards2017[itemOf[stock]]
  const forPrimary = primary > 0 ? (standard.primary * primary) / perPupils[stock] / stageShare('primary', primary, junior, senior) : 0
  const forJunior = junior > 0 ? (standard.junior * junior) / perPupils[stock] / stageShare('junior', primary, junior, senior) : 0
  return Math.max(forPrimary, forJunior)
}

interface Plan {
  readonly school: number
  readonly pupils: number
  /** Mean shortfall relative to need over the items bought. */
  readonly gap: number
  /** Units missing and yuan per unit. */
  readonly lines: readonly { readonly stock: Stock; readonly missing: number; readonly price: number }[]
}

function planOf(now: Now, k: number, primary: number, junior: number): Plan {
  const { set, county } = now
  const prices = { area: set.roomPrice, sports: set.sportsPrice, equipment: 1, multimedia: set.mediaPrice }
  const bought = stocks.filter((stock) => set.items === 'all' || (set.items === 'buildings') === (stock === 'area' || stock === 'sports'))
  let gap = 0
  const lines = bought.map((stock) => {
    const need = needed(county, k, stock, primary, junior) * (1 + set.margin)
    const short = Math.max(0, need - county.schools[stock][k])
    if (need > 0) gap += short / need / bought.length
    // a room is bought whole
    return { stock, missing: stock === 'multimedia' ? Math.ceil(short - 1e-9) : short, price: prices[stock] }
  })
  return { school: k, pupils: primary + junior, gap, lines }
}

/** Buys a school’s missing units with what is left; returns what is left then. */
function carryOut(now: Now, plan: Plan, section: number, money: number): number {
  const { county, ledger } = now
  let left = money
  for (const { stock, missing, price: unit } of plan.lines) {
    const affordable = Math.min(missing, left / unit)
    const units = stock === 'multimedia' ? Math.floor(affordable) : affordable
    const yuan = Math.min(left, Math.round(units * unit))
    if (yuan <= 0) continue
    county.schools[stock][plan.school] += units
    ledger.spend(stock === 'area' || stock === 'sports' ? 'capital' : 'equipment', section, yuan)
    left -= yuan
  }
  return left
}

export const schoolStandardisation = definePolicy({
  id: 'school-standardisation',
  moment: 'budget',
  group: 'funding',
  text: {
    name: { en: 'Building schools to standard', zh: '学校标准化建设' },
    mechanism: {
      en: 'With {money} schools are brought up to the standard for rooms, sports grounds, equipment and multimedia rooms, one after another.',
      zh: '按{money}安排专项资金，逐校补齐教学用房、运动场地、仪器设备和多媒体教室短板。',
    },
    caveat: {
      en: 'Need is measured by last October’s rolls. What is built in a school that loses its pupils stays there: the ledger shows the money, the items show rooms standing empty. Prices are judged.',
      zh: '缺口按上年10月在校生核定；生源减少的学校建成后可能闲置，费用如实列支。单价为估计值。',
    },
    example: { en: '2017 standard: 4.5 and 5.8 m² of rooms, 7.5 and 10.2 m² of sports ground, 2,000 and 2,500 yuan of equipment per pupil.', zh: '2017年标准：生均教学用房4.5和5.8平方米、运动场馆7.5和10.2平方米、仪器设备2000和2500元。' },
  },
  parameters,
  neutral: { money: 0 },
  levers: ['money', 'order', 'items', 'margin'],
  restsOn: ['teaching.equipment', 'funding.wear'],
  streams: [],
  touches: ['schools.area', 'schools.sports', 'schools.equipment', 'schools.multimedia'],
  act(now) {
    const { county, set } = now
    if (set.money === 0) return
    const { schools } = county
    const { primary, junior } = pupilsOf(county)
    const plans = coveredSchools(now).map((k) => planOf(now, k, primary[k], junior[k])).filter((plan) => plan.gap > 0)
    const isRural = (plan: Plan): number => (county.places.kind[schools.place[plan.school]] === 2 ? 1 : 0)
    const urgency = (plan: Plan): number => (set.order === 'pupils' ? plan.pupils : plan.gap + (set.order === 'rural' ? isRural(plan) : 0))
    const queue = sortedBy(plans.map((_, i) => i), (i) => -urgency(plans[i]), (i) => schools.id[plans[i].school])
    const first = firstSections(county)
    let left = Math.round(set.money)
    for (const i of queue) {
      if (left <= 0) break
      left = carryOut(now, plans[i], first[plans[i].school], left)
    }
  },
})
