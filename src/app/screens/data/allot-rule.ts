import type { AllotmentFile, AllotmentReport } from '../../../roster/index.ts'
import { csvOf } from '../../charts/prepare/twin.ts'

/** The rule as it stands on the screen; shares in per cent. */
export interface RuleForm {
  seats: number
  several: boolean
  seniors: { name: string; plan: number; share: number }[]
  tiltRural: number
  tiltWeak: number
  mergeBelow: number
  mergeBelowOnePlace: boolean
  twoLevels: boolean
  mode: 'each' | 'packed'
  seed: string
}

/** The rule as a file: the same that the command line reads. `senior` names a senior high that was not named. */
export function ruleOf(form: RuleForm, senior: string): AllotmentFile {
  const { tiltRural, tiltWeak, mergeBelow, mergeBelowOnePlace, twoLevels, mode } = form
  const seniors = form.seniors.map(({ name, plan, share }, k) => ({ name: name.trim() || `${senior} ${k + 1}`, plan, share: share / 100 }))
  return { format: 1, seed: form.seed.trim() || 'hengtu', tiltRural, tiltWeak, mergeBelow, mergeBelowOnePlace, twoLevels, mode, ...(form.several ? { seniors } : {}) }
}

/** Places per school as a table for spreadsheets. */
export function allotCsv(report: AllotmentReport, heads: Readonly<Record<'school' | 'eligible' | 'places' | 'per100' | 'one', string>>): string {
  const shared = (names: readonly string[]) => names.join(' + ')
  return csvOf({
    heads: [heads.school, heads.eligible, ...report.seniors.map((senior) => senior.name || heads.one), heads.places, heads.per100],
    rows: report.schools.map((school) => [
      school.name,
      String(school.eligible),
      ...school.places.map((places) => (places === null ? shared(school.sharedWith) : String(places))),
      school.total === null ? shared(school.sharedWith) : String(school.total),
      school.per100.toFixed(2),
    ]),
  })
}
