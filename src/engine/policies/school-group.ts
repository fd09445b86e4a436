import { assumption, cite } from '../declare.ts'
import type { County } from '../county/county.ts'
import { deferredAcceptance } from '../kernel/matching.ts'
import { sortedBy } from '../kernel/order.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { best } from './postings.ts'
import { coveredSchools, distance, firstSections } from './schools-covered.ts'
import { look } from './weakness.ts'

/** How much of the stated effects a group of each kind has. */
const bonds = { loose: 1 / 3, close: 2 / 3, tight: 1 } as const

const parameters = {
  coverage: {
    label: { en: 'School groups (share of schools)', zh: '集团化办学覆盖率' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    step: 0.05,
    source: cite('beijing-groups-2017', { en: '95 groups, 47 leagues and 265 branches; coverage differs', zh: '北京有95个集团、47个联盟、265个分校；覆盖面各地不一' }, 'low'),
  },
  members: {
    label: { en: 'Members beside the lead school', zh: '每个集团成员校数' },
    unit: 'schools',
    default: 4,
    range: [1, 12],
    step: 1,
    source: assumption({ en: 'three to six in county practice', zh: '县域实践一般三到六所' }),
  },
  tightness: {
    label: { en: 'How tight', zh: '集团紧密程度' },
    unit: 'choice',
    default: 'close',
    choices: {
      loose: { en: 'Shared courses and research', zh: '松散型：教研与课程共享' },
      close: { en: 'Shared staff and timetable', zh: '半紧密型：师资与管理共享' },
      tight: { en: 'One legal person, one budget', zh: '紧密型：一个法人、统一预算' },
    },
    source: assumption({ en: 'a third, two thirds, all of the stated effects', zh: '分别取所述效应的三分之一、三分之二和全部' }),
  },
  management: {
    label: { en: 'Management of a group', zh: '集团管理经费' },
    unit: 'yuan/year',
    default: 200_000,
    range: [0, 2_000_000],
    step: 20_000,
    source: assumption({ en: 'a vice-principal and travel; no figure published', zh: '一名副校长及交通费；未见公布数据' }),
  },
  memberGain: {
    label: { en: 'Gain of a member school', zh: '成员校增益' },
    unit: 'SD/year',
    default: 0.03,
    range: [-0.02, 0.08],
    source: cite('lei-deng-2025', { en: 'positive in four provinces, cross-section; no gain in staff in Nanjing; size judged', zh: '四省横断面研究为正；南京研究显示师资未改善；幅度为估计' }, 'low'),
  },
  leadGain: {
    label: { en: 'Gain or loss of the lead school', zh: '牵头校增减' },
    unit: 'SD/year',
    default: 0,
    range: [-0.03, 0.03],
    source: cite('lei-deng-2025', { en: 'positive in one study, dilution feared in others; open', zh: '一项研究为正，另有稀释之忧；方向未定' }, 'low'),
  },
  name: {
    label: { en: 'How far the lead school’s name carries', zh: '品牌带动程度' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    step: 0.05,
    source: assumption({ en: 'families see the sign over the gate; share of the difference in reputation', zh: '家长看重校名；按口碑差距的比例计' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

const asked = 6

/** Pupil-weighted weakness of schools; what stage a school is: 1 with junior grades, 0 without. */
function schoolsSeen(county: County): { readonly weakness: Float64Array; readonly stage: Uint8Array } {
  const { sections, schools } = county
  const seen = look(county).weakness
  const weakness = new Float64Array(schools.count)
  const pupils = new Float64Array(schools.count)
  const stage = new Uint8Array(schools.count)
  for (let s = 0; s < sections.count; s++) {
    if (sections.open[s] === 0) continue
    weakness[sections.school[s]] += seen[s] * sections.roll[s]
    pupils[sections.school[s]] += sections.roll[s]
    if (sections.level[s] === 1) stage[sections.school[s]] = 1
  }
  for (let k = 0; k < schools.count; k++) if (pupils[k] > 0) weakness[k] /= pupils[k]
  return { weakness, stage }
}

/** Brings groups up to the coverage set: the strongest free schools lead, the weakest join the nearest lead with room. */
function formGroups(now: Now, rows: readonly number[]): void {
  const { county, set } = now
  const { schools } = county
  const { weakness, stage } = schoolsSeen(county)
  for (const level of [0, 1]) {
    const here = rows.filter((k) => stage[k] === level)
    const wanted = Math.round(set.coverage * here.length)
    const free = sortedBy(here.filter((k) => schools.group[k] < 0), (k) => weakness[k], (k) => schools.id[k])
    const joining = Math.min(free.length, wanted - (here.length - free.length))
    if (joining < 2) continue
    const newLeads = Math.max(1, Math.round(joining / (set.members + 1)))
    for (const k of free.slice(0, newLeads)) {
      schools.group[k] = schools.id[k]
      schools.lead[k] = 1
    }
    const leads = here.filter((k) => schools.lead[k] === 1)
    const size = (lead: number): number => here.filter((k) => schools.group[k] === schools.id[lead] && k !== lead).length
    const people = free.slice(newLeads).slice(newLeads - joining).map((k) => ({ row: k, wants: best(leads, asked, (lead) => -distance(county, k, lead), (lead) => schools.id[lead]) }))
    const room = new Map(leads.map((lead) => [lead, Math.max(0, set.members - size(lead))]))
    deferredAcceptance(people, (lead) => room.get(lead) ?? 0, (p) => weakness[p.row] + schools.id[p.row] * 1e-9).forEach((lead, i) => {
      if (lead >= 0) schools.group[people[i].row] = schools.id[lead]
    })
  }
}

/** Section of a lead school that gives its name to a section of the level; the school’s other part where it has none. */
function nameGiver(county: County, lead: number, level: number): number {
  const { sections } = county
  let found = -1
  for (let s = 0; s < sections.count; s++) if (sections.school[s] === lead && sections.open[s] === 1 && (found < 0 || sections.level[s] === level)) found = s
  return found
}

export const schoolGroup = definePolicy({
  id: 'school-group',
  moment: 'network',
  group: 'network',
  text: {
    name: { en: 'School groups', zh: '集团化办学' },
    mechanism: {
      en: 'Stronger schools lead {members} of weaker standing each, until {coverage} of schools are in a group; {name} of the difference in reputation goes over to the members.',
      zh: '由优质校牵头，各带{members}较弱学校组成集团，覆盖{coverage}的学校；口碑差距的{name}随品牌传导到成员校。',
    },
    caveat: {
      en: 'One study finds gains, one finds none in staffing; the sign for lead schools is open. Staff do not move by this policy: set rotation to the scope of a group.',
      zh: '研究结论不一：有研究发现成员校受益，也有研究未见师资改善；牵头校得失尚无定论。本项不调动教师，集团内轮岗请在教师交流轮岗中设定。',
    },
    example: { en: 'Beijing 2017: 95 groups, 47 leagues, 265 branches of well-known schools.', zh: '北京2017年有教育集团95个、联盟47个、名校分校265所。' },
  },
  parameters,
  neutral: { coverage: 0 },
  levers: ['coverage', 'members', 'tightness', 'management'],
  restsOn: ['school-choice.believedMean'],
  streams: [],
  touches: ['schools.group', 'schools.lead', 'rules.teachingGain', 'rules.repute'],
  act(now) {
    const { county, rules, ledger, set, covers } = now
    const { schools, sections } = county
    if (set.coverage === 0) return
    const rows = coveredSchools(now)
    formGroups(now, rows)
    const bond = bonds[set.tightness]
    const leadOf = new Map(rows.filter((k) => schools.lead[k] === 1).map((k) => [schools.id[k], k]))
    for (let s = 0; s < sections.count; s++) {
      const k = sections.school[s]
      const lead = leadOf.get(schools.group[k])
      if (!covers(s) || lead === undefined) continue
      const gain = bond * (k === lead ? set.leadGain : set.memberGain)
      if (gain !== 0) rules.sections.teachingGain[s] += gain
      if (k !== lead) rules.sections.repute[s] += bond * set.name * (sections.belief[nameGiver(county, lead, sections.level[s])] - sections.belief[s])
    }
    const first = firstSections(county)
    for (const lead of leadOf.values()) ledger.spend('management', first[lead], bond * set.management)
  },
})
