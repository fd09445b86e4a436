import { cite, type Level } from '../declare.ts'
import { allOf, judgeCoefficient, type ItemState, type LevelVerdict, type Outcome, type Regime, type SchoolVerdict, type Standing } from './verdict.ts'

/*
 * High-quality balance (优质均衡), 2017: seven items, judged in every school and by every coefficient, none averaged away.
 * Sources: `balance-2017`, `balance-form-2017` (thresholds, formulas), `balance-rules-2019` (relaxed edition).
 */

/** What every school must reach, per level and item. */
export const standards2017 = {
  Q1: { primary: 4.2, junior: 5.3 },
  Q2: { primary: 1, junior: 1 },
  Q3: { primary: 0.9, junior: 0.9 },
  Q4: { primary: 4.5, junior: 5.8 },
  Q5: { primary: 7.5, junior: 10.2 },
  Q6: { primary: 2000, junior: 2500 },
  Q7: { primary: 2.3, junior: 2.4 },
} as const

/** The seven items of 2017, Q1 to Q7. */
export type Item2017 = keyof typeof standards2017

/** Items a school must meet at least; the remaining one must reach `floorShare` of its standard. */
export const minimumMet = 6
/** Part of its standard that the one remaining item must reach. */
export const floorShare = 0.85

/** Points below this many pupils are outside the calculation; from it on they count as primary schools. */
export const teachingPointPupils = 50

/** Rural schools and points with at least 50 and fewer than this many pupils may count travelling teachers in item 3 (relaxed edition). */
export const smallSchoolPupils = 100

/** 85% of a standard as the decimal it is on paper, so that a value exactly on it passes. */
export const floorOf = (standard: number): number => Math.round(standard * 85_000) / 100_000

/** Whether a value meets its standard, is near it (85% or more), is below, or is missing. */
export function stateOf(value: number, standard: number): ItemState {
  if (value !== value) return 'unknown'
  return value >= standard ? 'meets' : value >= floorOf(standard) ? 'near' : 'below'
}

/** The rule of one school: at least six of seven at standard, none under 85%. Missing figures leave it open only if they could turn it. */
export function schoolOutcome(met: number, near: number, below: number, unknown: number): Outcome {
  const allowed = met + near + below + unknown - minimumMet
  if (below > 0 || near > allowed) return 'fails'
  return unknown > 0 ? 'undecided' : 'passes'
}

/** Whether the relaxed edition counts travelling PE and arts teachers of a school; `pupils` are those of the whole campus. */
export const countsItinerant = (rural: boolean, pupils: number): boolean => rural && pupils >= teachingPointPupils && pupils < smallSchoolPupils

function judgeSchool(level: Level, values: readonly ArrayLike<number>[], section: number): SchoolVerdict {
  const states = balance2017.items.map((item, i) => stateOf(values[i][section], standards2017[item as Item2017][level]))
  const count = (state: ItemState): number => states.filter((s) => s === state).length
  const met = count('meets')
  return { met, states, outcome: schoolOutcome(met, count('near'), count('below'), count('unknown')) }
}

function assesses({ form, open, pupils }: Standing): boolean {
  return open && pupils > 0 && (form !== 'teaching-point' || pupils >= teachingPointPupils)
}

function judge(level: Level, values: readonly ArrayLike<number>[], coefficients: readonly number[]): LevelVerdict {
  const sections = values.length > 0 ? values[0].length : 0
  const schools = Array.from({ length: sections }, (_, s) => judgeSchool(level, values, s))
  const verdicts = balance2017.items.map((item, i) => judgeCoefficient(item, coefficients[i], balance2017.limits[level]))
  return {
    level,
    outcome: sections === 0 ? 'undecided' : allOf([...schools.map((s) => s.outcome), ...verdicts.map((v) => v.outcome)]),
    schools,
    passing: schools.filter((s) => s.outcome === 'passes').length,
    coefficients: verdicts,
  }
}

/** The regime of 2017. Private schools are in; special and vocational schools are not rows of a county; small points are out. */
export const balance2017: Regime = {
  id: 'balance-2017',
  text: {
    name: { en: 'High-quality balance (2017): resource allocation', zh: '优质均衡（2017年）：资源配置' },
    covers: {
      en: 'The seven items of resource allocation: every school at least six at standard and the remaining one at 85% or more; every item’s coefficient at most 0.50 in primary and 0.45 in junior.',
      zh: '资源配置七项指标：每所学校至少六项达标、余项不低于标准的85%；各项校际差异系数小学均不高于0.50、初中均不高于0.45。',
    },
    leavesOut: {
      en: 'One of four parts of the official standard. The 15 government guarantees, the 9 items of education quality, public recognition and the vetoes are examined separately. A projection, not an official recognition.',
      zh: '资源配置只是督导评估四个方面之一。政府保障程度15项、教育质量9项、社会认可度以及一票否决事项须另行核查。本结果为测算推演，不替代督导评估认定。',
    },
  },
  source: cite('balance-form-2017', { en: 'six of seven with the remaining one at 85% or more; each coefficient at most 0.50 (primary) and 0.45 (junior)', zh: '七项中至少六项达标，余项不低于85%；各项差异系数小学不高于0.50、初中不高于0.45' }, 'high'),
  items: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'],
  limits: { primary: 0.5, junior: 0.45 },
  assesses,
  judge,
}
