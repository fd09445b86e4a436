import { definePolicy, type PolicyYear } from './declare.ts'
import { isOnExchange } from './postings.ts'
import { callTeachers, leaveInstead, openRound } from './rotation-calls.ts'
import { rotationParameters } from './rotation-levers.ts'
import { divide, exchange, moveOneWay } from './rotation-placing.ts'

type Now = PolicyYear<typeof rotationParameters>

/** Share a year at which the loss of effort under county deployment is at its stated size. */
const usualShare = 0.1

/** Allowance, travel and housing of everybody who serves on exchange this year, and what backbone teachers leave behind. */
function payAndMentor({ county, rules, ledger, set, year }: Now): void {
  const { sections, teachers } = county
  const posted = new Int32Array(sections.count)
  const mentors = new Int32Array(sections.count)
  const staff = new Int32Array(sections.count)
  for (let t = 0; t < teachers.count; t++) {
    const s = teachers.section[t]
    if (s < 0) continue
    staff[s]++
    if (!isOnExchange(county, t, year)) continue
    posted[s]++
    if (teachers.backbone[t] === 1 && teachers.tenure[t] >= 1) mentors[s]++
  }
  for (let s = 0; s < sections.count; s++) {
    if (posted[s] === 0) continue
    ledger.spend('allowance', s, posted[s] * set.allowance)
    ledger.spend('transport', s, posted[s] * set.travel)
    if (mentors[s] > 0 && set.mentoring > 0) rules.sections.teachingGain[s] += (set.mentoring * mentors[s]) / staff[s]
  }
}

export const teacherRotation = definePolicy({
  id: 'teacher-rotation',
  moment: 'posting',
  group: 'teachers',
  text: {
    name: { en: 'Teacher rotation', zh: '教师交流轮岗' },
    mechanism: {
      en: 'Each year {share} of the teachers with at least {minimumTenure} in one school are called for {length}; {backboneShare} of them are backbone teachers. {sameLevel} change places between schools of one standing; the others of stronger schools go to weaker ones.',
      zh: '每学年从在同校任教满{minimumTenure}的教师中安排{share}交流{length}，其中骨干教师占{backboneShare}；{sameLevel}在同层级学校之间互换，其余由较强学校派往薄弱学校。',
    },
    caveat: {
      en: 'Postings are full-time; itinerant and online teaching are other policies. No study has measured what rotation does to scores in a Chinese county: counts of qualified teachers follow from the moves, scores rest on assumptions. Which school is weak is judged by staffing per 100 pupils and last year’s mean score.',
      zh: '按全职交流测算，走教和在线帮扶另列。国内尚无县域轮岗影响学业成绩的因果证据：教师配置的变化由派任直接算得，成绩变化取决于假设。学校强弱按每百名学生教师配置和上学年平均成绩判定。',
    },
    example: {
      en: 'Shaanxi: men under 50 and women under 45 with six years in one school are due; Anhui: at least 10% of those due move each year.',
      zh: '陕西：男50周岁、女45周岁以下且在同校连续任教满6年的教师列入交流范围；安徽：每年交流不低于符合条件教师的10%。',
    },
  },
  parameters: rotationParameters,
  neutral: { share: 0 },
  marks: { share: 0.1, backboneShare: 0.2 },
  levers: ['share', 'backboneShare', 'length', 'direction', 'picks', 'allowance'],
  restsOn: ['teaching.disruption', 'teaching.newToSchool', 'teacher-hiring.effectSpread', 'teaching.degree', 'teaching.backbone', 'teaching.headTeacherPrimary', 'teaching.headTeacherJunior'],
  streams: ['number', 'backbone-number', 'called', 'quits', 'same-level', 'wish', 'place', 'partner', 'returns'].map((name) => `teacher-rotation.${name}`),
  touches: [
    'teachers.section',
    'teachers.tenure',
    'teachers.postedUntil',
    'teachers.returnTo',
    'sections.movedIn',
    'sections.movedOut',
    'sections.quit',
    'rules.teachingGain',
    'rules.effort',
  ],
  act(now) {
    const { rules, set } = now
    if (set.share > 0) {
      const round = openRound(now)
      const { same, weaker } = divide(round, callTeachers(round))
      leaveInstead(round, same)
      leaveInstead(round, weaker)
      exchange(round, same, true)
      if (set.direction === 'pairwise') exchange(round, weaker, false)
      else moveOneWay(round, weaker)
      if (set.picks === 'county') rules.county.effort += set.effort * Math.min(1, set.share / usualShare)
    }
    payAndMentor(now)
  },
})
