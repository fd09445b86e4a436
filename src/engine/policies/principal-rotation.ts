import { assumption, cite } from '../declare.ts'
import type { County } from '../county/county.ts'
import { deferredAcceptance } from '../kernel/matching.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { best, pairId } from './postings.ts'
import { coveredSchools } from './schools-covered.ts'
import { look } from './weakness.ts'

const parameters = {
  share: {
    label: { en: 'Share of principals due who move', zh: '校长年交流比例' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    step: 0.05,
    source: cite('rotation-hefei', { en: 'at least 10% of eligible principals and teachers a year; size judged', zh: '每年不低于符合条件校长、教师的10%；取值为估计' }, 'low'),
  },
  minimumTerm: {
    label: { en: 'Years in one school before a move', zh: '同校任职年限' },
    unit: 'years',
    default: 6,
    range: [2, 12],
    step: 1,
    source: cite('rotation-anhui', { en: 'two full terms; Shaanxi says eight years', zh: '任满两届；陕西规定为八年' }, 'medium'),
  },
  direction: {
    label: { en: 'Direction', zh: '交流方向' },
    unit: 'choice',
    default: 'strong-with-weak',
    choices: { 'strong-with-weak': { en: 'Stronger schools exchange with weaker ones', zh: '优质学校与薄弱学校互换' }, any: { en: 'Between any two schools', zh: '任意两校互换' } },
    source: cite('rotation-opinion-2014', { en: 'good schools to weak ones first', zh: '优先由优质学校向薄弱学校交流' }, 'medium'),
  },
  allowance: {
    label: { en: 'Allowance in the year of the move', zh: '校长交流补贴' },
    unit: 'yuan/teacher/year',
    default: 12000,
    range: [0, 60000],
    step: 1000,
    source: assumption({ en: 'no figure published; a thousand yuan a month', zh: '未见公布数据；按每月一千元计' }),
  },
  turnover: {
    label: { en: 'One-year cost of a new principal', zh: '更换校长当年的影响' },
    unit: 'SD/year',
    default: -0.01,
    range: [-0.03, 0],
    source: assumption({ en: 'a small loss in the year of change in studies abroad, from memory', zh: '国外研究显示更替当年略有损失，凭记忆引用' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

/** How strongly a mover is steered to the weakest school, against wishes and chance. */
const steering = 3
const asked = 6

/** Pupil-weighted weakness of a school’s counted sections. */
function schoolWeakness(county: County, weakness: Float64Array): Float64Array {
  const { sections, schools } = county
  const sum = new Float64Array(schools.count)
  const pupils = new Float64Array(schools.count)
  for (let s = 0; s < sections.count; s++) {
    sum[sections.school[s]] += weakness[s] * sections.roll[s]
    pupils[sections.school[s]] += sections.roll[s]
  }
  return sum.map((x, k) => (pupils[k] > 0 ? x / pupils[k] : 0))
}

/** 1 = teaches primary grades, 2 = junior, 3 = both: principals change between schools that share a level. */
function levelsOf(county: County): Uint8Array {
  const { sections, schools } = county
  const levels = new Uint8Array(schools.count)
  for (let s = 0; s < sections.count; s++) if (sections.open[s] === 1) levels[sections.school[s]] |= 1 << sections.level[s]
  return levels
}

function swap(now: Now, a: number, b: number): void {
  const { county, rules, ledger, set } = now
  const { sections, schools } = county
  const effect = schools.principal[a]
  schools.principal[a] = schools.principal[b]
  schools.principal[b] = effect
  schools.principalTerm[a] = 0
  schools.principalTerm[b] = 0
  const paid = new Set<number>()
  for (let s = 0; s < sections.count; s++) {
    const k = sections.school[s]
    if ((k !== a && k !== b) || sections.open[s] === 0) continue
    if (set.turnover !== 0) rules.sections.teachingGain[s] += set.turnover
    if (!paid.has(k)) ledger.spend('allowance', s, set.allowance)
    paid.add(k)
  }
}

export const principalRotation = definePolicy({
  id: 'principal-rotation',
  moment: 'posting',
  group: 'teachers',
  text: {
    name: { en: 'Principal rotation', zh: '校长交流' },
    mechanism: {
      en: 'Each year {share} of the principals with at least {minimumTerm} in one school change places with another school’s.',
      zh: '每学年任职满{minimumTerm}的校长中有{share}与其他学校校长互换。',
    },
    caveat: {
      en: 'Only the effect that a principal has wherever he or she works is moved; the size of such effects is taken from other countries and may be smaller.',
      zh: '仅反映校长个人作用随人转移；其大小取自国外研究，实际可能更小。',
    },
    example: {
      en: 'Anhui: principals and deputies after two full terms; Shaanxi: men under 55 and women under 50 after eight years.',
      zh: '安徽：校长、副校长任满两届应交流；陕西：男55周岁、女50周岁以下任职满8年的列入交流。',
    },
  },
  parameters,
  neutral: { share: 0 },
  marks: { share: 0.1 },
  levers: ['share', 'minimumTerm', 'direction', 'allowance'],
  restsOn: ['reputation.principalSpread'],
  streams: ['principal-rotation.called', 'principal-rotation.wish', 'principal-rotation.place', 'principal-rotation.side'],
  touches: ['schools.principal', 'schools.principalTerm', 'rules.teachingGain'],
  act(now) {
    const { county, set, draws } = now
    const { schools } = county
    if (set.share === 0) return
    const weakness = schoolWeakness(county, look(county).weakness)
    const levels = levelsOf(county)
    const called = draws.stream('principal-rotation.called')
    const wish = draws.gumbel('principal-rotation.wish')
    const order = draws.lottery('principal-rotation.place')
    const side = draws.lottery('principal-rotation.side')
    const covered = coveredSchools(now)
    const sends = (k: number): boolean => (set.direction === 'any' ? (side(schools.id[k]) & 1) === 0 : weakness[k] < 0)
    const weak = covered.filter((k) => (set.direction === 'any' ? !sends(k) : weakness[k] > 0))
    const movers = covered
      .filter((k) => sends(k) && schools.principalTerm[k] >= set.minimumTerm && called(schools.id[k]) < set.share)
      .map((k) => {
        const score = (to: number): number => (set.direction === 'any' ? 0 : steering * weakness[to]) + wish(pairId(schools.id[k], schools.id[to]))
        return { row: k, wants: best(weak.filter((to) => (levels[to] & levels[k]) > 0), asked, score, (to) => schools.id[to]) }
      })
    deferredAcceptance(movers, () => 1, (m) => order(schools.id[m.row])).forEach((to, i) => {
      if (to >= 0) swap(now, movers[i].row, to)
    })
  },
})
