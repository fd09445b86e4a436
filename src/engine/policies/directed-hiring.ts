import { assumption, cite } from '../declare.ts'
import { deferredAcceptance } from '../kernel/matching.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { best, isCountyRun, isOnExchange, pairId, post, teachersBySection } from './postings.ts'
import { look } from './weakness.ts'

const parameters = {
  share: {
    label: { en: 'Directed hires (share of new teachers)', zh: '新聘教师定向比例' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    step: 0.05,
    source: cite('rotation-anhui', { en: 'new teachers go first to rural and under-resourced schools; no share is given', zh: '新聘教师优先补充到乡村和薄弱学校；未规定比例' }, 'low'),
  },
  target: {
    label: { en: 'Placed in', zh: '分配去向' },
    unit: 'choice',
    default: 'either',
    choices: {
      weak: { en: 'under-resourced schools', zh: '薄弱学校' },
      rural: { en: 'rural schools', zh: '乡村学校' },
      either: { en: 'under-resourced or rural schools', zh: '薄弱学校或乡村学校' },
    },
    source: cite('rotation-anhui', { en: 'new teachers go first to rural and under-resourced schools', zh: '新聘教师优先补充到乡村和薄弱学校' }, 'medium'),
  },
  service: {
    label: { en: 'Years of service', zh: '服务年限' },
    unit: 'years',
    default: 5,
    range: [0, 10],
    step: 1,
    source: assumption({ en: 'three years for special posts, five to six in local contracts', zh: '特岗教师三年，地方协议一般五到六年' }),
  },
  bonus: {
    label: { en: 'Bonus while serving', zh: '服务期补助' },
    unit: 'yuan/teacher/year',
    default: 0,
    range: [0, 30000],
    step: 500,
    source: assumption({ en: 'none nationally; some counties pay', zh: '国家无统一规定；部分县发放' }),
  },
  reserve: {
    label: { en: 'Posts above establishment at the receiving school', zh: '接收学校可超编比例' },
    unit: 'share',
    default: 0.05,
    range: [0, 0.5],
    step: 0.05,
    source: assumption({ en: 'the county moves the post with the person', zh: '编制由县统筹，随人调整' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

const asked = 6
/** How strongly places short of staff come first, against wishes and chance. */
const steering = 3

const isNew = ({ county: { teachers } }: Now, t: number): boolean => teachers.experience[t] === 0 && teachers.tenure[t] === 0 && teachers.postedUntil[t] === 0

/** Places new teachers of other sections in the target ones. */
function place(now: Now, lists: readonly number[][], isTarget: (s: number) => boolean, weakness: Float64Array): void {
  const { county, set, draws, covers } = now
  const { sections, teachers } = county
  const called = draws.stream('directed-hiring.called')
  const wish = draws.gumbel('directed-hiring.wish')
  const order = draws.lottery('directed-hiring.place')
  const targets: number[] = []
  for (let s = 0; s < sections.count; s++) if (covers(s) && isCountyRun(county, s) && isTarget(s)) targets.push(s)
  const movers: { row: number; wants: number[] }[] = []
  for (let s = 0; s < sections.count; s++) {
    if (!covers(s) || !isCountyRun(county, s) || isTarget(s)) continue
    const pool = targets.filter((to) => sections.level[to] === sections.level[s])
    for (const t of lists[s]) {
      if (!isNew(now, t) || called(teachers.id[t]) >= set.share) continue
      const score = (to: number): number => steering * weakness[to] + wish(pairId(teachers.id[t], sections.id[to]))
      movers.push({ row: t, wants: best(pool, asked, score, (to) => sections.id[to]) })
    }
  }
  const room = (to: number): number => Math.max(0, Math.floor(sections.posts[to] * (1 + set.reserve)) - lists[to].length)
  deferredAcceptance(movers, room, (m) => order(teachers.id[m.row])).forEach((to, i) => {
    if (to >= 0) post(county, movers[i].row, to, 0, -1)
  })
}

/** Binds this year’s new teachers of target sections to their years of service, and pays the bonus of all who serve. */
function bindAndPay(now: Now, isTarget: (s: number) => boolean): void {
  const { county, set, year, ledger, covers } = now
  const { sections, teachers } = county
  const serving = new Int32Array(sections.count)
  for (let t = 0; t < teachers.count; t++) {
    const s = teachers.section[t]
    if (s < 0 || !covers(s) || !isCountyRun(county, s)) continue
    if (isNew(now, t) && isTarget(s) && set.service > 0) teachers.postedUntil[t] = year + set.service - 1
    if (teachers.postedUntil[t] >= year && !isOnExchange(county, t, year)) serving[s]++
  }
  if (set.bonus === 0) return
  for (let s = 0; s < sections.count; s++) if (serving[s] > 0) ledger.spend('allowance', s, serving[s] * set.bonus)
}

export const directedHiring = definePolicy({
  id: 'directed-hiring',
  moment: 'posting',
  group: 'teachers',
  text: {
    name: { en: 'Directed placement of new teachers', zh: '新聘教师定向分配' },
    mechanism: {
      en: '{share} of the new teachers meant for other schools are placed in under-resourced or rural ones instead, and new teachers there serve at least {service}.',
      zh: '原拟到其他学校任教的新聘教师中，{share}定向分配到薄弱学校或乡村学校；在这些学校任教的新教师须服务满{service}。',
    },
    caveat: {
      en: 'Works only as fast as the county hires: where rolls fall and posts are full, few can be placed. New teachers teach less well in their first years.',
      zh: '进度取决于招聘规模：在校生减少、编制已满时可分配人数很少；新教师头几年教学水平偏低。',
    },
    example: { en: 'Anhui and Shaanxi: new teachers are posted first to rural and under-resourced schools.', zh: '安徽、陕西：新聘教师优先安排到乡村和薄弱学校任教。' },
  },
  parameters,
  neutral: { share: 0 },
  levers: ['share', 'target', 'service', 'bonus'],
  restsOn: ['teaching.novice', 'teacher-hiring.minimumHiring'],
  streams: ['directed-hiring.called', 'directed-hiring.wish', 'directed-hiring.place'],
  touches: ['teachers.section', 'teachers.tenure', 'teachers.postedUntil', 'teachers.returnTo', 'sections.movedIn', 'sections.movedOut'],
  act(now) {
    const { county, set } = now
    if (set.share === 0) return
    const { weakness } = look(county)
    const isTarget = (s: number): boolean =>
      (set.target !== 'rural' && weakness[s] > 0) || (set.target !== 'weak' && county.sections.kind[s] === 2)
    place(now, teachersBySection(county), isTarget, weakness)
    bindAndPay(now, isTarget)
  },
})
