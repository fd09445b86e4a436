import { assumption, cite } from '../declare.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { look } from './weakness.ts'

const parameters = {
  lessons: {
    label: { en: 'Share of lessons given online', zh: '专递课堂课时占比' },
    unit: 'share',
    default: 0.2,
    range: [0, 0.6],
    step: 0.05,
    source: cite('three-classrooms-2020', { en: 'lessons a rural school cannot staff; no share is given', zh: '乡村学校缺教师开不出的课程；未规定比例' }, 'low'),
  },
  target: {
    label: { en: 'Which schools receive', zh: '接收学校' },
    unit: 'choice',
    default: 'small',
    choices: { small: { en: 'Rural schools under 100 pupils', zh: '不足百人的乡村学校' }, rural: { en: 'All rural schools', zh: '全部乡村学校' }, weak: { en: 'Under-resourced schools', zh: '薄弱学校' } },
    source: cite('three-classrooms-2020', { en: 'schools that cannot open all subjects', zh: '不能开齐课程的学校' }, 'medium'),
  },
  subjects: {
    label: { en: 'Which subjects', zh: '授课学科' },
    unit: 'choice',
    default: 'missing',
    choices: { missing: { en: 'Those nobody there can teach', zh: '本校开不齐的学科' }, core: { en: 'Core subjects, whoever teaches them', zh: '语数英等主科' } },
    source: cite('three-classrooms-2020', { en: 'delivered lessons are for subjects a school cannot open', zh: '专递课堂用于学校开不齐的课程' }, 'medium'),
  },
  facilitator: {
    label: { en: 'Local teacher beside the screen, hours a week', zh: '本地教师随堂辅助' },
    unit: 'hours',
    default: 6,
    range: [0, 15],
    step: 1,
    source: cite('synchronous-class-2024', { en: 'the local teacher’s part decides; hours judged', zh: '本地辅助教师的作用是关键；课时数为估计' }, 'low'),
  },
  hourPrice: { label: { en: 'Price of such an hour', zh: '随堂辅助课时费' }, unit: 'yuan', default: 30, range: [0, 150], step: 5, source: assumption({ en: 'lesson fees in county schools', zh: '县内学校课时费水平' }) },
  receivingRoom: { label: { en: 'Receiving room', zh: '接收端教室造价' }, unit: 'yuan/room', default: 100_000, range: [50_000, 200_000], source: assumption({ en: 'no usable published figure', zh: '未见可用的公布数据' }) },
  sendingRoom: { label: { en: 'Sending room', zh: '主讲端教室造价' }, unit: 'yuan/room', default: 200_000, range: [100_000, 400_000], source: assumption({ en: 'no usable published figure', zh: '未见可用的公布数据' }) },
  core: {
    label: { en: 'Gain where no competent teacher is there', zh: '本校无合格教师时的增益' },
    unit: 'SD/year',
    default: 0.1,
    range: [0, 0.26],
    source: cite('johnston-ksoll-2022', { en: '0.21 after one year in Ghana; discounted, Chinese local teachers are better', zh: '加纳试验一年后为0.21；我国当地教师水平较高，予以折减' }, 'medium'),
  },
  ordinary: {
    label: { en: 'Gain where one is', zh: '本校有合格教师时的增益' },
    unit: 'SD/year',
    default: 0.01,
    range: [0, 0.05],
    source: assumption({ en: 'next to nothing is to be expected; the local teacher decides', zh: '预计效应很小；取决于本地教师' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

/** Teachers a school needs to give every subject to somebody who can teach it. */
const subjectTeachers = [7, 10]
/** Share of lessons at which the stated gains hold. */
const usualLessons = 0.3
const weekHours = 30
const schoolWeeks = 40
/** Rooms last six years; upkeep is a tenth of the price; a sending room serves three receiving ones. */
const yearlyCost = 1 / 6 + 0.1
const receiversPerSender = 3
const smallSchool = 100

/** SD per year for a section: by the lessons nobody there could give, and those somebody could, while a local teacher helps. */
function gainOf({ county, set }: Now, s: number): number {
  const { sections } = county
  const missing = Math.max(0, 1 - sections.staff[s] / subjectTeachers[sections.level[s]])
  const replaced = set.subjects === 'missing' ? Math.min(set.lessons, missing) : set.lessons * missing
  const attended = Math.min(1, set.facilitator / (set.lessons * weekHours))
  return (attended * (set.core * replaced + set.ordinary * (set.lessons - replaced))) / usualLessons
}

export const sharedClassroom = definePolicy({
  id: 'shared-classroom',
  moment: 'teaching',
  group: 'network',
  text: {
    name: { en: 'Shared classrooms', zh: '三个课堂' },
    mechanism: {
      en: '{lessons} of the lessons of receiving schools come from a town classroom; a local teacher sits in for {facilitator} a week.',
      zh: '接收学校{lessons}的课时由主讲学校同步授课，本地教师每周随堂辅助{facilitator}。',
    },
    caveat: {
      en: 'Large only where nobody could teach the subject. Online lessons do not count as teachers in the official items. The main study is from Ghana.',
      zh: '只有本校确实缺少学科教师时作用才明显；线上授课不计入师资达标指标。主要证据来自加纳。',
    },
    example: { en: 'Ministry guidance of 2020: delivered lessons, star-teacher lessons, famous-school lessons.', zh: '教育部2020年指导意见：专递课堂、名师课堂、名校网络课堂。' },
  },
  parameters,
  neutral: { lessons: 0 },
  levers: ['lessons', 'target', 'subjects', 'facilitator'],
  streams: [],
  touches: ['rules.sharedGain'],
  act(now) {
    const { county, rules, ledger, set, covers } = now
    const { sections } = county
    if (set.lessons === 0) return
    const { weakness } = look(county)
    for (let s = 0; s < sections.count; s++) {
      if (!covers(s) || sections.roll[s] === 0) continue
      const isReceiver = set.target === 'weak' ? weakness[s] > 0 : sections.kind[s] === 2 && (set.target === 'rural' || sections.roll[s] < smallSchool)
      if (!isReceiver) continue
      rules.sections.sharedGain[s] += gainOf(now, s)
      ledger.spend('equipment', s, yearlyCost * (set.receivingRoom + set.sendingRoom / receiversPerSender))
      ledger.spend('management', s, set.facilitator * schoolWeeks * set.hourPrice)
    }
  },
})
