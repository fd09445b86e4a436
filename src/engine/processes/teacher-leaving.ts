import { assumption, cite } from '../declare.ts'
import { keyedHash, type Draws } from '../kernel/random.ts'
import type { County } from '../county/county.ts'
import { defineProcess, type ProcessYear } from './declare.ts'

/*
 * Teacher leaving. Everybody grows a year older; some retire, some leave teaching.
 * Who decides: the law on retirement ages, and teachers: youth in the countryside leaves most, an allowance retains.
 * What it ignores: death, dismissal, moves to other counties apart from leaving. Own transfers are part of hiring.
 */

/** Parameters of leaving; hiring shares how an allowance retains. */
export const leavingParameters = {
  retireFemale: {
    label: { en: 'Retirement age of women before the reform', zh: '改革前女教师退休年龄' },
    unit: 'age',
    default: 55,
    range: [50, 60],
    source: cite('retirement-2024', { en: 'women 55 to 58, men 60 to 63, phased from 2025 to 2040', zh: '女55岁延至58岁、男60岁延至63岁，2025—2040年渐进实施' }, 'medium'),
  },
  retireMale: {
    label: { en: 'Retirement age of men before the reform', zh: '改革前男教师退休年龄' },
    unit: 'age',
    default: 60,
    range: [55, 65],
    source: cite('retirement-2024', { en: 'women 55 to 58, men 60 to 63, phased from 2025 to 2040', zh: '女55岁延至58岁、男60岁延至63岁，2025—2040年渐进实施' }, 'medium'),
  },
  quit: {
    label: { en: 'Leave teaching, per year', zh: '教师年离职率' },
    unit: 'share',
    default: 0.028,
    range: [0.003, 0.04],
    source: assumption({ en: 'no county hazard published after 2020; the centre of the sets that history matching keeps, since at 0.008 stays in villages come out longer than surveyed', zh: '2020年以后未见县级离职率数据；取历史匹配所保留参数组的中心，若取0.008则乡村任教年限长于调查值' }),
  },
  quitYoungRural: {
    label: { en: 'Leave teaching, rural under 35, per year', zh: '乡村35岁以下教师年离职率' },
    unit: 'share',
    default: 0.031,
    range: [0.003, 0.04],
    source: assumption({ en: 'stated intentions are far higher, but intention is not an act; the centre of the sets that history matching keeps', zh: '问卷意愿远高于此，但意愿不等于行为；取历史匹配所保留参数组的中心' }),
  },
  retention: {
    label: { en: 'Fall of leaving per 10% of pay as allowance', zh: '补助每达工资10%离岗率下降' },
    unit: 'share',
    default: 0.15,
    range: [0.05, 0.3],
    source: cite('elacqua-chile', { en: 'between a Chilean bonus that retained strongly and weak Chinese responses', zh: '介于智利津贴的较强留任效应与国内较弱反应之间' }, 'low'),
  },
  threshold: {
    label: { en: 'Allowance below which retention hardly moves', zh: '补助产生留任作用的起点' },
    unit: 'share',
    default: 0.15,
    range: [0.1, 0.2],
    source: cite('allowance-threshold-2024', { en: 'at least 15% of monthly salary, mixed-method study in western China', zh: '西部混合研究：至少为月工资的15%' }, 'medium'),
  },
} as const

type Now = ProcessYear<typeof leavingParameters>

/** Years the phased reform has added to a retirement age: a fifth of a year each year from 2025, three in all. */
export const reformYears = (year: number): number => Math.min(3, Math.max(0, (year - 2024) * 0.2))

/**
 * Factor on the wish to leave a post that carries an allowance: below the threshold a fifth of the effect, above it all.
 *
 * @param pay        allowance as a share of pay
 * @param retention  fall of the hazard per 10% of pay
 */
export function staying(pay: number, retention: number, threshold: number): number {
  const below = Math.min(pay, threshold)
  const above = Math.max(0, pay - threshold)
  return Math.max(0.2, 1 - (retention / 0.1) * (0.2 * below + above + (pay > threshold ? 0.8 * threshold : 0)))
}

const inverse32 = 1 / 4294967296

/** Whether a teacher retires this year: at an age that differs a little from person to person, so that no year bunches. */
function retires(county: County, t: number, now: Pick<Now, 'year' | 'set'>, whim: number): boolean {
  const { teachers } = county
  const age = now.year - teachers.born[t]
  const limit = (teachers.sex[t] === 0 ? now.set.retireFemale : now.set.retireMale) + reformYears(now.year)
  return age + whim >= limit + 0.5
}

/** Ages below which nobody retires, whatever the parameters. */
const youngestRetired = 49

/** Whether age ends a teacher’s service this year: the question leaving itself asks, for who looks at the year afterwards. */
export const reachesRetirement = (county: County, t: number, now: Pick<Now, 'year' | 'set'>, draws: Draws): boolean =>
  now.year - county.teachers.born[t] >= youngestRetired && retires(county, t, now, draws.stream('teacher-leaving.whim')(county.teachers.id[t]))

export const teacherLeaving = defineProcess({
  id: 'teacher-leaving',
  text: {
    name: { en: 'Teacher leaving', zh: '教师离岗' },
    summary: { en: 'Teachers grow older, retire by the phased national ages, or leave teaching.', zh: '教师增龄，按渐进式延迟退休年龄退休，或离开教师岗位。' },
  },
  parameters: leavingParameters,
  streams: ['teacher-leaving.whim', 'teacher-leaving.quit'],
  reads: ['teachers.id', 'teachers.born', 'teachers.sex', 'sections.kind', 'teachers.rank', 'rules.allowance', 'rules.rankAllowance'],
  touches: ['teachers.section', 'teachers.tenure', 'teachers.experience', 'sections.retired', 'sections.quit', 'sections.movedIn', 'sections.movedOut', 'sections.transfersIn', 'sections.transfersOut', 'sections.hired'],
  bind(county) {
    const { teachers, sections } = county
    const { id: idOf, section, born, tenure, experience, rank } = teachers
    const { kind, retired, quit } = sections
    return (now) => {
      const { set, draws, rules, settings, year } = now
      const { allowance: plain, rankAllowance: forRank } = rules.sections
      const count = teachers.count
      for (const column of [sections.retired, sections.quit, sections.movedIn, sections.movedOut, sections.transfersIn, sections.transfersOut, sections.hired]) column.fill(0)
      const monthlyPay = settings.finance.teacherPay / 12
      const w0 = draws.k0('teacher-leaving.whim')
      const w1 = draws.k1('teacher-leaving.whim')
      const q0 = draws.k0('teacher-leaving.quit')
      const q1 = draws.k1('teacher-leaving.quit')
      for (let t = 0; t < count; t++) {
        const s = section[t]
        if (s < 0) continue
        if (tenure[t] < 255) tenure[t]++
        if (experience[t] < 255) experience[t]++
        const age = year - born[t]
        const id = idOf[t]
        if (age >= youngestRetired && retires(county, t, now, (keyedHash(id, w0, w1) >>> 0) * inverse32)) {
          section[t] = -1
          retired[s]++
          continue
        }
        const allowance = plain[s] + (rank[t] > 0 ? forRank[s] : 0)
        const keep = allowance > 0 ? staying(allowance / monthlyPay, set.retention, set.threshold) : 1
        const hazard = kind[s] > 0 && age < 35 ? set.quitYoungRural : set.quit
        if ((keyedHash(id, q0, q1) >>> 0) * inverse32 < hazard * keep) {
          section[t] = -1
          quit[s]++
        }
      }
    }
  },
})
