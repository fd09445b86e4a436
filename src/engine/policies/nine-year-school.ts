import { assumption, cite } from '../declare.ts'
import type { County } from '../county/county.ts'
import { sortedBy } from '../kernel/order.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { isCountyRun } from './postings.ts'
import { distance } from './schools-covered.ts'

const parameters = {
  pairs: {
    label: { en: 'Pairs merged a year', zh: '每年合并学校对数' },
    unit: 'pairs',
    default: 1,
    range: [0, 10],
    step: 1,
    source: assumption({ en: 'counties convert a few township schools at a time', zh: '各县通常每次改制少数乡镇学校' }),
  },
  within: {
    label: { en: 'Primary and junior school no farther apart than', zh: '两校最大距离' },
    unit: 'km',
    default: 3,
    range: [0.5, 15],
    step: 0.5,
    source: assumption({ en: 'one campus after a short move, or two gates of one school', zh: '就近合并为一个校区，或同校两址' }),
  },
  conversion: {
    label: { en: 'Conversion of a pair', zh: '每对改建费用' },
    unit: 'yuan',
    default: 2_000_000,
    range: [0, 20_000_000],
    step: 100_000,
    source: assumption({ en: 'alterations only; no figure published', zh: '仅计改造费用；未见公布数据' }),
  },
  quality: {
    label: { en: 'Level effect of a nine-year school', zh: '九年一贯制学校水平效应' },
    unit: 'SD/year',
    default: -0.03,
    range: [-0.1, 0.05],
    source: cite('zhang-2017-nine-year', { en: 'both parts scored worse than separate schools in one large city, cross-section', zh: '某副省级城市横断面数据：小学段和初中段成绩均低于独立设置的学校' }, 'low'),
  },
  transition: {
    label: { en: 'Shock of entering a separate junior school', zh: '升入独立初中的适应冲击' },
    unit: 'SD',
    default: -0.05,
    range: [-0.15, 0],
    source: cite('rockoff-lockwood-2010', { en: '−0.15 SD in the United States, lasting; size for China judged', zh: '美国研究为−0.15个标准差且持续；中国的幅度为估计' }, 'low'),
  },
} as const

type Now = PolicyYear<typeof parameters>

/** Years of junior school over which the shock that own pupils are spared is spread. */
const juniorYears = 3
const primaryForm = 1
const nineYearForm = 2
const juniorForm = 3

/** Whether a section was moved to another campus by this policy: its id still names the old one. */
const wasMerged = ({ sections, schools }: County, s: number): boolean => sections.id[s] >> 1 !== schools.id[sections.school[s]]

interface Pair {
  readonly primary: number
  readonly junior: number
  readonly km: number
}

/** Separate primary and junior schools near enough to become one, nearest first; every school at most once. */
function pairsNear({ county, set, covers }: Now): Pair[] {
  const { sections, schools } = county
  const single = (s: number, form: number): boolean => covers(s) && isCountyRun(county, s) && schools.form[sections.school[s]] === form
  const found: Pair[] = []
  for (let primary = 0; primary < sections.count; primary++) {
    if (!single(primary, primaryForm)) continue
    for (let junior = 0; junior < sections.count; junior++) {
      if (!single(junior, juniorForm)) continue
      const km = distance(county, sections.school[primary], sections.school[junior])
      if (km <= set.within) found.push({ primary, junior, km })
    }
  }
  const order = sortedBy(found.map((_, i) => i), (i) => found[i].km, (i) => sections.id[found[i].primary] * sections.count + found[i].junior)
  const taken = new Set<number>()
  return order.map((i) => found[i]).filter(({ primary, junior }) => !taken.has(primary) && !taken.has(junior) && taken.add(primary) && taken.add(junior))
}

/** Makes one campus of two: all stocks together on the junior school’s, pupils of the primary zone belong to the junior part. */
function merge(now: Now, { primary, junior }: Pair): void {
  const { county, ledger, set } = now
  const { sections, schools, places } = county
  const from = sections.school[primary]
  const to = sections.school[junior]
  for (const stock of [schools.area, schools.sports, schools.equipment, schools.multimedia, schools.computers, schools.books, schools.musicRooms, schools.artRooms]) {
    stock[to] += stock[from]
    stock[from] = 0
  }
  schools.form[to] = nineYearForm
  schools.boarding[to] = Math.max(schools.boarding[to], schools.boarding[from])
  schools.open[from] = 0
  sections.school[primary] = to
  for (let v = 0; v < places.count; v++) if (places.primaryZone[v] === primary) places.juniorZone[v] = junior
  ledger.spend('capital', junior, set.conversion)
}

export const nineYearSchool = definePolicy({
  id: 'nine-year-school',
  moment: 'network',
  group: 'network',
  text: {
    name: { en: 'Nine-year schools', zh: '九年一贯制' },
    mechanism: {
      en: 'Neighbouring primary and junior schools at most {within} apart become one school, {pairs} a year; primary pupils go on to its junior part.',
      zh: '每年将{pairs}相距不超过{within}的小学与初中合并为九年一贯制学校，小学毕业生直升本校初中部。',
    },
    caveat: {
      en: 'Both signs are possible: a change of school is spared, but such schools score lower where they were compared. The campus is divided 1 : 1.1 between primary and junior pupils, while the junior standards are higher by more than that. A merger is not undone when the policy ends.',
      zh: '利弊均有可能：减少一次升学适应，但已有比较研究中此类学校成绩偏低。校园资源按1∶1.1在两个学部间拆分，而初中标准高出更多，初中部更难达标。政策停止后已合并学校不再拆分。',
    },
    example: { en: 'Beijing had 141 nine-year schools in 2017.', zh: '北京市2017年有九年一贯制学校141所。' },
  },
  parameters,
  neutral: { pairs: 0 },
  levers: ['pairs', 'within', 'conversion'],
  streams: [],
  touches: [
    ...(['area', 'sports', 'equipment', 'multimedia', 'computers', 'books', 'musicRooms', 'artRooms', 'form', 'boarding', 'open'] as const).map((name) => `schools.${name}` as const),
    'sections.school',
    'places.juniorZone',
    'rules.teachingGain',
  ],
  act(now) {
    const { county, rules, set } = now
    const { sections, schools } = county
    if (set.pairs === 0) return
    for (const pair of pairsNear(now).slice(0, Math.floor(set.pairs))) merge(now, pair)
    const merged = new Set<number>()
    for (let s = 0; s < sections.count; s++) if (wasMerged(county, s)) merged.add(sections.school[s])
    for (let s = 0; s < sections.count; s++) {
      const k = sections.school[s]
      if (!merged.has(k) || sections.open[s] === 0 || schools.form[k] !== nineYearForm) continue
      rules.sections.teachingGain[s] += set.quality - (sections.level[s] === 1 ? set.transition / juniorYears : 0)
    }
  },
})
