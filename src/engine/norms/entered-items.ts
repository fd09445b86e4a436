import type { EnteredFigures, EnteredValue } from '../county/entered.ts'
import type { Bilingual, Unit } from '../declare.ts'
import { countyGovernment2012 } from './county-government-2012.ts'
import type { Outcome } from './verdict.ts'
import { vetoes } from './quality-items.ts'

/*
 * What a county enters by hand: official items that rest on documents, local records or surveys, and the official figures of
 * those for which the model has only a stand-in. Thresholds: `balance-form-2017` as the items say; nothing here is simulated.
 */

/** A number that is asked for, and what it must reach. */
export interface AskedNumber {
  readonly unit: Unit
  /** Inclusive; a value outside it is refused. */
  readonly range: readonly [number, number]
  /** Inclusive minimum, the same in every year or by the calendar year from which it holds. */
  readonly atLeast?: number | Readonly<Record<number, number>>
  /** Exclusive maximum: the one official limit that is strict. */
  readonly below?: number
  /** Part of the same item that it may not fall short of. */
  readonly atLeastPart?: string
}

/** One figure of an item: without `number`, met or not met. */
export interface EnteredPart {
  readonly id: string
  readonly label: Bilingual
  readonly number?: AskedNumber
  /** The rule is per school: every school in the calculation needs a figure. */
  readonly perSchool?: true
  /** There may be nothing to enter, and this says so: `"none"` in a file. */
  readonly none?: Bilingual
}

const share = (atLeast: number): AskedNumber => ({ unit: 'share', range: [0, 1], atLeast })
const part = (id: string, en: string, zh: string, rest: Omit<EnteredPart, 'id' | 'label'> = {}): EnteredPart => ({ id, label: { en, zh }, ...rest })
const done = (en: string, zh: string): readonly EnteredPart[] => [part('met', en, zh)]
const eachSchool = { perSchool: true } as const
const none = (en: string, zh: string): Pick<EnteredPart, 'none'> => ({ none: { en, zh } })
/** Largest yearly pay and per-pupil sum that is taken for a typing error beyond, yuan. */
const mostYuan = 1_000_000

const subjects: readonly EnteredPart[] = (
  [
    ['chinese', 'Chinese', '语文'],
    ['maths', 'Mathematics', '数学'],
    ['science', 'Science', '科学'],
    ['pe', 'PE and health', '体育与健康'],
    ['arts', 'Arts', '艺术'],
    ['morals', 'Moral education', '德育'],
  ] as const
).map(([id, en, zh]) => part(id, `${en}: inter-school difference rate`, `${zh}：校际差异率`, { number: { unit: 'ratio', range: [0, 1], below: 0.15 }, ...none('not monitored this time', '本轮未监测') }))

/** Of the 17 items of 2012 those that no measure of the model stands for; a local table has a number for one of them. */
const items2012 = Object.fromEntries(
  countyGovernment2012
    .filter((item) => item.measures.length === 0)
    .map((item) => [item.id, item.id === 'C3' ? [part('share', 'Enrolment of children with three kinds of disability', '三类残疾儿童少年入学率', { number: share(0.8), ...none('no such children', '没有适龄残疾儿童少年') })] : [{ id: 'met', label: item.text.name }]] as const),
)

const vetoItems = Object.fromEntries(vetoes.map((veto, k) => [`veto-${k + 1}`, [{ id: 'met', label: veto }]] as const))

/** Parts that are asked of an item; an item not named here is not entered. */
export const enteredItems: Readonly<Record<string, readonly EnteredPart[]>> = {
  G1: done('The plan is reasonable and meets national rules', '规划布局合理、符合国家规定'),
  G2: [
    part('building', 'One building standard', '学校建设标准统一'),
    part('staffing', 'One staffing standard', '教师编制标准统一'),
    part('funds', 'One per-pupil base, not below the province’s', '生均公用经费基准定额统一且不低于省定标准'),
    part('equipment', 'One standard of basic equipment', '基本装备配置标准统一'),
  ],
  G7: [part('funds', 'Public funds per pupil of special schools', '特殊教育学校生均公用经费', { number: { unit: 'yuan/pupil/year', range: [0, mostYuan], atLeast: { 0: 6000, 2025: 7000 } }, ...none('no special school', '本县没有特殊教育学校') })],
  G8: [
    part('teachers', 'Teachers’ average pay, last year', '上一年度义务教育学校教师平均工资收入', { number: { unit: 'yuan/teacher/year', range: [1, mostYuan], atLeastPart: 'servants' } }),
    part('servants', 'Local civil servants’ average pay, last year', '上一年度当地公务员平均工资收入', { number: { unit: 'yuan/teacher/year', range: [1, mostYuan] } }),
    part('performance', 'Performance pay fully approved', '教师绩效工资总量按规定足额核定'),
  ],
  G9: [part('share', 'Teachers who completed 360 hours in five years', '教师五年360学时培训完成率', { number: share(1) })],
  G10: done('Posts are allocated by the county within the approved total', '在核定总量内统筹分配各校编制和岗位'),
  G12: [part('share', 'Full-time teachers with a certificate', '专任教师持证上岗率', { number: share(1) })],
  G15: [part('care', 'Care system for left-behind children is sound', '留守儿童关爱体系健全'), part('share', 'Migrant children in public or publicly bought places', '随迁子女在公办学校和政府购买学位就读比例', { number: share(0.85), ...none('no such children', '没有符合条件的随迁子女') })],
  E1: [part('share', 'Junior three-year retention', '初中三年巩固率', { number: share(0.95) })],
  E2: [part('share', 'Enrolment of disabled children', '残疾儿童少年入学率', { number: share(0.95), ...none('no such children', '没有适龄残疾儿童少年') })],
  E3: [part('met', 'Charter, and digital management and teaching', '制定章程并实现管理与教学信息化', eachSchool)],
  E4: [part('share', 'Training money of the yearly public-fund budget', '教师培训经费占年度公用经费预算总额比例', { number: share(0.05), ...eachSchool })],
  E5: done('Competent use of technology, high use of equipment', '教师熟练运用信息化手段，设施设备利用率较高'),
  E6: [part('met', 'Moral education and school culture good or better', '德育工作、校园文化建设良好以上', eachSchool)],
  E7: [part('met', 'All courses in full hours, regular order, practice run', '课程开齐开足、教学秩序规范、综合实践有效开展', eachSchool)],
  E8: done('No excessive workload', '无过重课业负担'),
  E9: [part('level', 'Achievement at level III or above in every subject monitored', '相关科目学业水平均达到Ⅲ级以上'), ...subjects],
  recognition: [
    part('questionnaire', 'Satisfied, of valid questionnaires', '问卷满意率（满意份数÷有效问卷）', { number: share(0.85) }),
    part('interviews', 'Satisfied, of those interviewed', '访谈满意率（满意人数÷访谈人数）', { number: share(0.85), ...none('no interviews were held', '未开展访谈') }),
  ],
  ...vetoItems,
  ...items2012,
}

/** Ids of the vetoes among the items: their only part is met where the case does not occur. */
export const vetoIds: readonly string[] = Object.keys(vetoItems)

/** What a figure says against its part, in a year of the standard. */
export function outcomeOfPart(part: EnteredPart, value: EnteredValue, figures: EnteredFigures, year: number): Outcome {
  if (value === 'none') return 'passes'
  if (typeof value === 'boolean') return value ? 'passes' : 'fails'
  const { atLeast, below, atLeastPart } = part.number ?? { atLeast: NaN }
  const other = atLeastPart === undefined ? undefined : figures[atLeastPart]
  if (atLeastPart !== undefined) return typeof other !== 'number' ? 'undecided' : value >= other ? 'passes' : 'fails'
  if (below !== undefined) return value < below ? 'passes' : 'fails'
  const least = typeof atLeast === 'object' ? (Object.entries(atLeast).filter(([from]) => Number(from) <= year).at(-1)?.[1] ?? NaN) : atLeast
  return least === undefined || value >= least ? 'passes' : 'fails'
}

/** What is entered of an item and what it says. `open` = not all of it is entered, and nothing entered fails. */
export interface EnteredVerdict {
  readonly outcome: Outcome | 'open'
  /** Figures entered, of those asked: a part asked of every school counts once a school. */
  readonly given: number
  readonly asked: number
  /** Ids of schools whose figure fails. */
  readonly failing: readonly number[]
}

/**
 * Judges what was entered of an item: one figure that fails decides, whatever is missing; a missing one leaves it open.
 *
 * @param schools ids of the schools that an item asked of every school covers
 */
export function judgeEntered(parts: readonly EnteredPart[], figures: EnteredFigures | undefined, schools: readonly number[], year: number): EnteredVerdict {
  const given = figures ?? {}
  const found = parts.flatMap((one): readonly { readonly value: EnteredValue | undefined; readonly outcome: Outcome | undefined; readonly school?: number }[] => {
    const figure = given[one.id]
    const judged = (value: EnteredValue | undefined) => ({ value, outcome: value === undefined ? undefined : outcomeOfPart(one, value, given, year) })
    if (!one.perSchool) return [judged(typeof figure === 'object' ? undefined : figure)]
    return schools.map((school) => ({ school, ...judged(typeof figure === 'object' ? figure[school] : undefined) }))
  })
  const known = found.filter((one) => one.value !== undefined)
  const failing = found.flatMap((one) => (one.outcome === 'fails' && one.school !== undefined ? [one.school] : []))
  const count = { given: known.length, asked: found.length, failing }
  if (known.some((one) => one.outcome === 'fails')) return { outcome: 'fails', ...count }
  // of subjects none of which was monitored nothing is known
  const numbers = parts.filter((one) => one.none)
  const allNone = numbers.length > 1 && numbers.every((one) => given[one.id] === 'none')
  return { outcome: known.length < found.length || found.length === 0 || allNone || known.some((one) => one.outcome === 'undecided') ? 'open' : 'passes', ...count }
}
