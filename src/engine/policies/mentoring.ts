import { assumption, cite } from '../declare.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { distance } from './schools-covered.ts'
import { teachersBySection, wholePeople } from './postings.ts'
import { look } from './weakness.ts'

const parameters = {
  share: {
    label: { en: 'Teachers who get a partner', zh: '结对教师比例' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    step: 0.05,
    source: assumption({ en: 'share of those who could gain; counties choose', zh: '占可受帮扶教师的比例；由各县确定' }),
  },
  match: {
    label: { en: 'Pairs are made', zh: '结对方式' },
    unit: 'choice',
    default: 'skill',
    choices: { skill: { en: 'by skill: strong with weak', zh: '按能力强弱搭配' }, any: { en: 'as it comes', zh: '自愿或随机' } },
    source: cite('papay-2020', { en: 'pairs were matched by strengths and weaknesses in evaluation', zh: '研究中按评价结果的长短互补结对' }, 'medium'),
  },
  reach: {
    label: { en: 'Partners come from', zh: '帮扶来源' },
    unit: 'choice',
    default: 'school',
    choices: { school: { en: 'the same school', zh: '本校' }, pair: { en: 'the nearest stronger school', zh: '就近较强学校' } },
    source: cite('district-plan', { en: 'schools are paired across alliances', zh: '由联盟内学校结成对子' }, 'low'),
  },
  years: {
    label: { en: 'Years a mentor has served in the school', zh: '导师在校年限' },
    unit: 'years',
    default: 2,
    range: [0, 6],
    step: 1,
    source: assumption({ en: 'who only passes through leaves little behind: two years together', zh: '短期停留难有积累，须共事满两年' }),
  },
  cost: {
    label: { en: 'Time of a pair', zh: '每对工作量补贴' },
    unit: 'yuan/teacher/year',
    default: 3000,
    range: [0, 20000],
    step: 500,
    source: assumption({ en: 'an hour or two a week of relief; no figure published', zh: '每周减免一到两课时；未见公布数据' }),
  },
  gain: {
    label: { en: 'Gain in the weaker partner’s class', zh: '受帮扶教师班级增益' },
    unit: 'SD/year',
    default: 0.12,
    range: [0.05, 0.2],
    source: cite('papay-2020', { en: '0.12 SD in the classes of low-skill partners, none lost by the mentors’ pupils', zh: '受帮扶教师班级提高0.12个标准差，导师班级未受损' }, 'medium'),
  },
  plainGain: {
    label: { en: 'The same without matching by skill', zh: '不按能力搭配时的增益' },
    unit: 'SD/year',
    default: 0.03,
    range: [0, 0.12],
    source: assumption({ en: 'the study’s effect came from matched pairs; a quarter of it', zh: '研究中的效应来自互补结对；随意结对按四分之一计' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

interface Team {
  readonly academics: number
  readonly mentors: number
  readonly partners: number
}

/** Academic teachers of a section, those who could mentor, and those who could gain. */
function teamOf({ county, set }: Now, rows: readonly number[]): Team {
  const { teachers } = county
  const academics = rows.filter((t) => teachers.subject[t] === 0)
  const isSenior = (t: number): boolean => teachers.backbone[t] === 1 || teachers.rank[t] >= 1
  const mean = academics.reduce((sum, t) => sum + teachers.effect[t], 0) / Math.max(1, academics.length)
  const mentors = academics.filter((t) => isSenior(t) && teachers.tenure[t] >= set.years && (set.match === 'any' || teachers.effect[t] >= mean))
  const partners = academics.filter((t) => !isSenior(t) && (set.match === 'any' || teachers.effect[t] < mean))
  return { academics: academics.length, mentors: mentors.length, partners: partners.length }
}

/** The nearest stronger section of the level for every weak one; −1 = none. */
function partnerSections({ county, covers }: Now, weakness: Float64Array): Int32Array {
  const { sections } = county
  return Int32Array.from({ length: sections.count }, (_, s) => {
    if (!covers(s) || weakness[s] <= 0) return -1
    let found = -1
    let km = Infinity
    for (let p = 0; p < sections.count; p++) {
      if (p === s || !covers(p) || sections.level[p] !== sections.level[s] || weakness[p] >= 0) continue
      const far = distance(county, sections.school[s], sections.school[p])
      if (far > km || (far === km && sections.id[p] > sections.id[found])) continue
      found = p
      km = far
    }
    return found
  })
}

export const mentoring = definePolicy({
  id: 'mentoring',
  moment: 'teaching',
  group: 'network',
  text: {
    name: { en: 'Mentoring in pairs', zh: '结对帮扶' },
    mechanism: {
      en: '{share} of the teachers who could gain work with an experienced partner who has served {years} or more; the gain counts in the weaker partner’s class.',
      zh: '可提升教师中的{share}与在校任教满{years}的骨干或中级以上教师结对，增益计入受帮扶教师的班级。',
    },
    caveat: {
      en: 'The size comes from one American experiment with matched pairs; unmatched pairing may do next to nothing.',
      zh: '作用大小取自美国一项按能力搭配的实验，随意结对可能收效甚微。',
    },
    example: { en: 'Young teachers with a master teacher (师徒结对); schools paired town with village.', zh: '校内“师徒结对”，城乡学校“一对一”帮扶。' },
  },
  parameters,
  neutral: { share: 0 },
  levers: ['share', 'match', 'reach', 'cost'],
  restsOn: ['teaching.persistence'],
  streams: ['mentoring.number'],
  touches: ['rules.teachingGain'],
  act(now) {
    const { county, rules, ledger, set, draws, covers } = now
    const { sections } = county
    if (set.share === 0) return
    const number = draws.stream('mentoring.number')
    const teams = teachersBySection(county).map((rows) => teamOf(now, rows))
    const from = set.reach === 'pair' ? partnerSections(now, look(county).weakness) : Int32Array.from(teams, (_, s) => s)
    const served = new Int32Array(sections.count)
    for (const p of from) if (p >= 0) served[p]++
    const gain = set.match === 'skill' ? set.gain : set.plainGain
    for (let s = 0; s < sections.count; s++) {
      if (!covers(s) || from[s] < 0 || teams[s].academics === 0) continue
      const mentors = Math.floor(teams[from[s]].mentors / (set.reach === 'pair' ? served[from[s]] : 1))
      const pairs = Math.min(mentors, wholePeople(set.share * teams[s].partners, number(sections.id[s])))
      if (pairs === 0) continue
      rules.sections.teachingGain[s] += (gain * pairs) / teams[s].academics
      ledger.spend('training', s, pairs * set.cost)
    }
  },
})
