import { assumption, cite } from '../declare.ts'
import { sortedBy } from '../kernel/order.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { coveredSchools } from './schools-covered.ts'

const parameters = {
  size: {
    label: { en: 'Schools in a district', zh: '每个学区学校数' },
    unit: 'schools',
    default: 6,
    range: [0, 20],
    step: 1,
    source: cite('district-plan', { en: 'one city made 4 primary and 3 junior cooperation districts; size differs', zh: '某市一区划为4个小学、3个初中协作区；规模各地不一' }, 'low'),
  },
  sharing: {
    label: { en: 'PE and arts teachers shared', zh: '体艺教师共享程度' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    step: 0.05,
    source: cite('balance-rules-2019', { en: 'the relaxed edition counts itinerant teachers in rural schools of 50 to 99 pupils; extent judged', zh: '放宽口径下，50—99人乡村学校可计走教教师；覆盖程度为估计' }, 'low'),
  },
  travel: {
    label: { en: 'Travel of a shared post', zh: '走教交通费' },
    unit: 'yuan/teacher/year',
    default: 6000,
    range: [0, 30_000],
    step: 500,
    source: assumption({ en: 'three days a week on the road', zh: '每周走教三天' }),
  },
  office: {
    label: { en: 'Office of a district', zh: '学区管理经费' },
    unit: 'yuan/year',
    default: 50_000,
    range: [0, 500_000],
    step: 10_000,
    source: assumption({ en: 'meetings, shared timetables, one part-time post', zh: '例会、统一课表、一名兼职人员' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

/** Draws districts: the schools of a township, or of the county town, from west to east, in equal parts of about the size set. */
function drawDistricts(now: Now, rows: readonly number[]): void {
  const { schools, places } = now.county
  // neighbourhoods of the county town are one area, every township another
  const areaOf = (k: number): number => (places.kind[schools.place[k]] === 0 ? -1 : places.township[schools.place[k]])
  const areas = new Map<number, number[]>()
  for (const k of rows) areas.set(areaOf(k), [...(areas.get(areaOf(k)) ?? []), k])
  for (const members of areas.values()) {
    const line = sortedBy(members, (k) => schools.x[k], (k) => schools.id[k])
    const districts = Math.ceil(line.length / now.set.size)
    // a district bears the number of its westernmost school, so that no running counter is needed
    line.forEach((k, i) => {
      const first = Math.ceil((Math.floor((i * districts) / line.length) * line.length) / districts)
      schools.district[k] = schools.id[line[first]]
    })
  }
}

/** Shares PE and arts teachers inside each district and level by pupils; returns the posts on the road by section. */
function share(now: Now): Float64Array {
  const { county, set, covers } = now
  const { sections, schools } = county
  const staff = new Map<number, number>()
  const pupils = new Map<number, number>()
  const keyOf = (s: number): number => schools.district[sections.school[s]] * 2 + sections.level[s]
  const isIn = (s: number): boolean => covers(s) && schools.district[sections.school[s]] >= 0
  for (let s = 0; s < sections.count; s++) {
    if (!isIn(s)) continue
    staff.set(keyOf(s), (staff.get(keyOf(s)) ?? 0) + sections.peArts[s])
    pupils.set(keyOf(s), (pupils.get(keyOf(s)) ?? 0) + sections.roll[s])
  }
  const lent = new Float64Array(sections.count)
  for (let s = 0; s < sections.count; s++) {
    const all = isIn(s) ? (pupils.get(keyOf(s)) ?? 0) : 0
    if (all > 0) lent[s] = set.sharing * (((staff.get(keyOf(s)) ?? 0) * sections.roll[s]) / all - sections.peArts[s])
  }
  return lent
}

export const schoolDistrict = definePolicy({
  id: 'school-district',
  moment: 'network',
  group: 'network',
  text: {
    name: { en: 'School districts', zh: '学区制管理' },
    mechanism: {
      en: 'Neighbouring schools form districts of about {size}; {sharing} of what separates them in PE and arts teachers is taught by itinerant teachers.',
      zh: '相邻学校约{size}组成一个学区，区内体艺教师差距的{sharing}通过走教补足。',
    },
    caveat: {
      en: 'Districts by themselves move nobody: set teacher rotation to the scope of a district for pooled rotation. Itinerant teachers count only in the relaxed edition of the third item, in small rural schools.',
      zh: '学区本身不调动教师：学区内轮岗请在教师交流轮岗中将范围设为学区。走教教师仅在第三项指标的放宽口径中、对乡村小规模学校计入。',
    },
    example: { en: 'Beijing had 131 districts by November 2017.', zh: '截至2017年11月，北京市有131个学区。' },
  },
  parameters,
  neutral: { size: 0 },
  levers: ['size', 'sharing', 'travel'],
  streams: [],
  touches: ['schools.district', 'sections.itinerant'],
  act(now) {
    const { county, ledger, set } = now
    const { schools, sections } = county
    if (set.size === 0) return
    const rows = coveredSchools(now)
    drawDistricts(now, rows)
    const lent = share(now)
    for (let s = 0; s < sections.count; s++) {
      if (lent[s] === 0) continue
      sections.itinerant[s] = lent[s]
      if (lent[s] > 0) ledger.spend('transport', s, lent[s] * set.travel)
    }
    const districts = new Set(rows.map((k) => schools.district[k]))
    if (districts.size > 0) ledger.spend('management', -1, districts.size * set.office)
  },
})
