import type { GroupSchool, Problem } from '../engine/index.ts'
import type { AllotmentFile, EligibilityRule } from './allotment-rule.ts'
import { usualEligibility, type ReasonOut } from './eligibility.ts'
import { idOf } from './school-id.ts'
import { fieldOf } from './item-set.ts'
import { nameOf, numberIn, type Table, type TableRow } from './table.ts'

/* Lists of candidates, one row per pupil: who is eligible by the rule, and the junior schools that the rows make. */

/** One candidate as the rule sees it. */
export interface Candidate {
  readonly pupil: string
  /** Position of its school among `juniors`. */
  readonly school: number
  /** NaN = no score. */
  readonly score: number
  /** null = eligible. */
  readonly out: ReasonOut | null
  /** Names of senior highs in order of preference; null = the file has no choices. */
  readonly choices: readonly string[] | null
}

/** A junior school as the allotment sees it. */
export interface Junior extends GroupSchool {
  readonly name: string
}

/** Candidates of one school by standing. */
export interface SchoolStanding {
  readonly candidates: number
  readonly eligible: number
  readonly out: Readonly<Record<ReasonOut, number>>
}

const yearFields = ['enrolledYears', 'registeredYears', 'cityYears'] as const

/** Whether a table has one row per candidate. */
export const listsCandidates = (table: Table): boolean => table.set.oneSchool !== undefined

/** Columns that a rule needs and the table does not have: nothing is computed without them. */
export function missingForRule(table: Table, rule: AllotmentFile): Problem[] {
  const needed: (readonly [field: string, path: string])[] = []
  if (listsCandidates(table)) {
    const { routes }: EligibilityRule = rule.eligibility ?? usualEligibility
    for (const field of yearFields) {
      const k = routes.findIndex((route) => (route[field] ?? 0) > 0)
      if (k >= 0) needed.push([field, `eligibility.routes[${k}].${field}`])
    }
    const k = routes.findIndex((route) => route.household !== undefined)
    if (k >= 0) needed.push(['household', `eligibility.routes[${k}].household`])
  }
  if (rule.twoLevels || rule.seniors?.some((one) => one.district !== undefined)) needed.push(['district', rule.twoLevels ? 'twoLevels' : 'seniors'])
  if (rule.groupStep) needed.push(['group', 'groupStep'])
  const to = rule.groupStep?.to
  if (to === 'below-mean' || to === 'rural-or-below-mean') needed.push(['schoolMean', 'groupStep.to'])
  if (rule.quality) needed.push(['quality', 'quality'])
  if (rule.tiltRural > 0) needed.push(['kind', 'tiltRural'])
  if (to === 'rural' || to === 'rural-or-below-mean') needed.push(['kind', 'groupStep.to'])
  if (rule.tiltWeak > 0) needed.push(['weak', 'tiltWeak'])
  return needed
    .filter(([field]) => !table.has(field))
    .map(([field, path]): Problem => {
      const { text } = fieldOf(table.set, field)
      return {
        path,
        text: { en: `The rule needs the column “${text.en}”, which the table does not have.`, zh: `规则要用到“${text.zh}”列，表中没有。` },
        hint: { en: 'Match a column to it, add one, or change the rule.', zh: '请对应或补上该列，或修改规则。' },
      }
    })
}

const isYes = (row: TableRow, field: string): boolean => row.values[field] === 'yes'

/** Why a candidate is out by a rule; null = eligible. Reasons are asked in this order, and the first one counts. */
export function outBy(row: TableRow, rule: EligibilityRule): ReasonOut | null {
  if (rule.repeatersOut && isYes(row, 'repeater')) return 'repeater'
  if (rule.transferredOut && isYes(row, 'transferred')) return 'transferred'
  if (rule.selectedOut && isYes(row, 'selected')) return 'selected'
  const mine = rule.routes.filter((route) => route.household === undefined || route.household === row.values['household'])
  const holds = mine.map((route) =>
    yearFields.map((field) => {
      const least = route[field] ?? 0
      const years = numberIn(row, field)
      return least === 0 ? true : Number.isNaN(years) ? null : years >= least
    }),
  )
  if (holds.some((conditions) => conditions.every((one) => one === true))) return null
  // nothing fails for certain on some route: the empty cell decides
  return holds.some((conditions) => conditions.every((one) => one !== false)) ? 'unknown' : 'years'
}

const textIn = (row: TableRow, field: string): string => {
  const value = row.values[field]
  return typeof value === 'string' ? value : ''
}

function juniorOf(row: TableRow, school: string, name: string, eligible: number): Junior {
  const quality = numberIn(row, 'quality')
  const mean = numberIn(row, 'schoolMean')
  const group = textIn(row, 'group')
  return {
    name,
    id: idOf(school),
    eligible,
    // 农村 of the admission rules is township and village, all that is not 城区
    rural: row.values['kind'] === 'township' || row.values['kind'] === 'rural',
    weak: isYes(row, 'weak'),
    district: textIn(row, 'district'),
    ...(Number.isNaN(quality) ? {} : { quality }),
    ...(Number.isNaN(mean) ? {} : { mean }),
    ...(group === '' ? {} : { group }),
  }
}

const choicesIn = (row: TableRow): string[] =>
  textIn(row, 'choices')
    .split(/[、,，;；|/\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The junior schools of a table and, where rows are pupils, its candidates. Schools stand in the order of their first row. */
export function juniorsOf(
  table: Table,
  rule: AllotmentFile,
): { readonly juniors: readonly Junior[]; readonly candidates: readonly Candidate[] | null; readonly standing: readonly SchoolStanding[] } {
  const { oneSchool } = table.set
  if (!oneSchool) {
    const juniors = table.rows.map((row) => juniorOf(row, row.school, nameOf(row, table.set), numberIn(row, 'eligible') || 0))
    return { juniors, candidates: null, standing: [] }
  }
  const eligibility: EligibilityRule = rule.eligibility ?? usualEligibility
  const first: TableRow[] = []
  const names: string[] = []
  const at = new Map<string, number>()
  const standing: { candidates: number; eligible: number; out: Record<ReasonOut, number> }[] = []
  const hasChoices = table.has('choices')
  const candidates = table.rows.map((row): Candidate => {
    const name = textIn(row, oneSchool.school)
    let school = at.get(name)
    if (school === undefined) {
      at.set(name, (school = first.length))
      first.push(row)
      names.push(name)
      standing.push({ candidates: 0, eligible: 0, out: { repeater: 0, transferred: 0, selected: 0, years: 0, unknown: 0 } })
    }
    const out = outBy(row, eligibility)
    const there = standing[school]!
    there.candidates++
    if (out === null) there.eligible++
    else there.out[out]++
    return { pupil: row.school, school, score: numberIn(row, 'score'), out, choices: hasChoices ? choicesIn(row) : null }
  })
  return { juniors: first.map((row, k) => juniorOf(row, names[k]!, names[k]!, standing[k]!.eligible)), candidates, standing }
}
