import { assumption, cite } from '../declare.ts'
import { standards2017 } from '../norms/balance-2017.ts'
import { sortedBy } from '../kernel/order.ts'
import { closeSection, movePupils, travellers } from './closures.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { isCountyRun } from './postings.ts'
import { distance } from './schools-covered.ts'

const parameters = {
  closeBelow: {
    label: { en: 'Mergers (village primaries and points under)', zh: '布局调整（撤并规模线）' },
    unit: 'pupils',
    default: 30,
    range: [0, 200],
    step: 5,
    source: assumption({ en: 'points are kept where children would have far to go; the line is local', zh: '就学路途过远处保留教学点；界限由地方确定' }),
  },
  within: {
    label: { en: 'Only if another school lies within', zh: '接收学校最远距离' },
    unit: 'km',
    default: 8,
    range: [1, 40],
    step: 1,
    source: assumption({ en: 'forty minutes on a school bus', zh: '校车约四十分钟' }),
  },
  dormitories: {
    label: { en: 'Boarding at receiving schools', zh: '接收学校寄宿' },
    unit: 'choice',
    default: 'yes',
    choices: { yes: { en: 'Built', zh: '建设宿舍' }, no: { en: 'Day pupils only', zh: '仅走读' } },
    source: assumption({ en: 'both are in use', zh: '两种做法都有' }),
  },
  build: {
    label: { en: 'Crowded schools extended a year', zh: '年扩建学校数' },
    unit: 'schools',
    default: 2,
    range: [0, 20],
    step: 1,
    source: assumption({ en: 'one more class in every grade, at the standard area', zh: '每个年级增加一个班，按标准面积' }),
  },
  transport: {
    label: { en: 'School bus for a pupil who lost the nearest school', zh: '被撤并学校学生校车补贴' },
    unit: 'yuan/pupil/year',
    default: 800,
    range: [0, 5000],
    step: 100,
    source: assumption({ en: 'four yuan a school day', zh: '每个上学日四元' }),
  },
  roomPrice: { label: { en: 'Price of rooms', zh: '校舍造价' }, unit: 'yuan/m2', default: 3000, range: [2200, 4500], source: assumption({ en: 'no usable published figure', zh: '未见可用的公布数据' }) },
  dormitoryPrice: { label: { en: 'Price of a bed', zh: '每张床位造价' }, unit: 'yuan', default: 15_000, range: [5000, 40_000], source: assumption({ en: '5 m² a child', zh: '每生5平方米' }) },
  shockYoung: {
    label: { en: 'Move of a child below grade 4', zh: '四年级以下学生转校冲击' },
    unit: 'SD',
    default: -0.03,
    range: [-0.1, 0.1],
    source: cite('liu-2010', { en: 'about nothing on average; younger children lose, older gain; size judged', zh: '平均接近于零：低龄受损、高龄受益；幅度为估计' }, 'low'),
  },
  shockOlder: {
    label: { en: 'Move of a child in grade 4 or above', zh: '四年级及以上学生转校影响' },
    unit: 'SD',
    default: 0.03,
    range: [-0.1, 0.1],
    source: cite('liu-2010', { en: 'about nothing on average; younger children lose, older gain; size judged', zh: '平均接近于零：低龄受损、高龄受益；幅度为估计' }, 'low'),
  },
} as const

type Now = PolicyYear<typeof parameters>

const boardingBeyondKm = 4
const firstOlderGrade = 4
const grades = [6, 3]
const classSizes = [45, 50]

/** The nearest receiving section for every section to be closed; −1 = stays. Sections under the line receive nobody. */
function receivers({ county, set, covers }: Now): Int16Array {
  const { sections, schools } = county
  const isSmall = (s: number): boolean =>
    covers(s) && isCountyRun(county, s) && sections.level[s] === 0 && sections.kind[s] === 2 && schools.form[sections.school[s]] <= 1 && sections.roll[s] < set.closeBelow
  return Int16Array.from({ length: sections.count }, (_, s) => {
    if (!isSmall(s)) return -1
    let found = -1
    let nearest = Infinity
    for (let to = 0; to < sections.count; to++) {
      if (to === s || sections.level[to] !== 0 || !isCountyRun(county, to) || isSmall(to)) continue
      const km = distance(county, sections.school[s], sections.school[to])
      if (km > set.within || km > nearest || (km === nearest && sections.id[to] > sections.id[found])) continue
      found = to
      nearest = km
    }
    return found
  })
}

/** Closes what is under the line and moves everybody. */
function closeSmall(now: Now): void {
  const { county, set, year, ledger } = now
  const { sections, schools, pupils, places } = county
  const into = receivers(now)
  if (into.every((to) => to < 0)) return
  const beds = new Int32Array(sections.count)
  const boards = (i: number, to: number): boolean => {
    const dx = schools.x[sections.school[to]] - places.x[pupils.home[i]]
    const dy = schools.y[sections.school[to]] - places.y[pupils.home[i]]
    const isFar = set.dormitories === 'yes' && dx * dx + dy * dy > boardingBeyondKm * boardingBeyondKm
    if (isFar) beds[to]++
    return isFar
  }
  movePupils(county, into, { year, shock: (grade) => (grade < firstOlderGrade ? set.shockYoung : set.shockOlder), boards })
  for (let s = 0; s < sections.count; s++) if (into[s] >= 0) closeSection(county, s, into[s])
  for (let s = 0; s < sections.count; s++) {
    if (beds[s] === 0) continue
    schools.boarding[sections.school[s]] = 1
    ledger.spend('capital', s, beds[s] * set.dormitoryPrice)
  }
}

/** Extends the most crowded sections by one class in every grade. */
function extendCrowded({ county, set, covers, ledger }: Now): void {
  const { sections, schools } = county
  const crowded: number[] = []
  for (let s = 0; s < sections.count; s++)
    if (covers(s) && isCountyRun(county, s) && sections.oversize[s] > 0 && sections.classesPerGrade[s] < sections.slots[s]) crowded.push(s)
  for (const s of sortedBy(crowded, (c) => -sections.oversize[c], (c) => sections.id[c]).slice(0, Math.floor(set.build))) {
    const level = sections.level[s]
    const m2 = grades[level] * classSizes[level] * (level === 0 ? standards2017.Q4.primary : standards2017.Q4.junior)
    sections.classesPerGrade[s]++
    schools.area[sections.school[s]] += m2
    ledger.spend('capital', s, m2 * set.roomPrice)
  }
}

export const networkAdjustment = definePolicy({
  id: 'network-adjustment',
  moment: 'network',
  group: 'network',
  text: {
    name: { en: 'Adjusting the school network', zh: '学校布局调整' },
    mechanism: {
      en: 'Village primaries and points under {closeBelow} close if another school lies within {within}; {build} a year with crowded classes are extended.',
      zh: '{within}内有其他学校的，不足{closeBelow}的村小和教学点予以撤并；每年扩建{build}大班额学校。',
    },
    caveat: {
      en: 'Closing is not undone when the policy ends. Children below grade 4 tend to lose by the move and by early boarding, older ones to gain; families’ and villages’ other losses are not modelled.',
      zh: '撤并后不再恢复。四年级以下儿童因转校和低龄寄宿往往受损，高年级儿童可能受益；家庭和村庄的其他损失未建模。',
    },
    example: { en: 'Since 2012 a county must consult parents and plan buses or boarding before it closes a point.', zh: '2012年起，撤并教学点须征求家长意见，并落实校车或寄宿条件。' },
  },
  parameters,
  neutral: { closeBelow: 0, build: 0, transport: 0 },
  levers: ['closeBelow', 'within', 'dormitories', 'build'],
  restsOn: ['teaching.tinySchool', 'teaching.boardingLow', 'teaching.boardingJunior', 'admission.boardPrimary', 'admission.boardJunior'],
  streams: [],
  touches: [
    ...(['slot', 'since', 'standing', 'input'] as const).map((name) => `pupils.${name}` as const),
    ...(['size', 'scores', 'background'] as const).map((name) => `classes.${name}` as const),
    ...(['roll', 'boarders', 'migrants', 'leftBehind', 'open', 'classesPerGrade'] as const).map((name) => `sections.${name}` as const),
    ...(['open', 'boarding', 'area', 'equipment', 'multimedia', 'computers', 'books'] as const).map((name) => `schools.${name}` as const),
    'teachers.section',
    'teachers.tenure',
    'places.primaryZone',
  ],
  act(now) {
    const { county, set, ledger, covers } = now
    const { sections } = county
    if (set.closeBelow > 0) closeSmall(now)
    if (set.build > 0) extendCrowded(now)
    if (set.transport === 0 || sections.open.subarray(0, sections.count).every((open) => open === 1)) return
    const riding = travellers(county)
    for (let s = 0; s < sections.count; s++) if (riding[s] > 0 && covers(s)) ledger.spend('transport', s, riding[s] * set.transport)
  },
})
