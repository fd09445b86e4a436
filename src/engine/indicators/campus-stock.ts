import type { SeenCounty } from '../county/county.ts'
import { schoolForms } from '../county/schools.ts'
import { stageShare } from '../norms/combined-school-split.ts'

/** The physical stocks of a campus that official items count. */
export type CampusStock = 'area' | 'sports' | 'equipment' | 'multimedia' | 'computers' | 'books'

const combined = schoolForms.map((form) => form === 'nine-year' || form === 'complete-secondary' || form === 'twelve-year')

/** Share of the campus’s physical stocks that belongs to a section, by the rolls of this autumn; 1 if the campus has one stage. */
export function campusShare(county: SeenCounty, section: number): number {
  const { sections, schools } = county
  const school = sections.school[section]
  if (!combined[schools.form[school]]) return 1
  let primary = 0
  let junior = 0
  for (let s = 0; s < sections.count; s++) {
    if (sections.school[s] !== school || sections.open[s] === 0) continue
    if (sections.level[s] === 0) primary += sections.roll[s]
    else junior += sections.roll[s]
  }
  return stageShare(sections.level[section] === 0 ? 'primary' : 'junior', primary, junior, schools.seniorPupils[school])
}

/** The parts of an item that counts a physical stock of the campus, split between its sections. */
export const campusStock = (campus: CampusStock) => ({
  counts: { campus },
  stock: (county: SeenCounty, section: number): number => county.schools[campus][county.sections.school[section]] * campusShare(county, section),
})

/**
 * `campusShare` of every section at once, in time proportional to their number.
 *
 * @param n     sections of the county
 * @param share [section] out; NaN on a combined campus without pupils
 * @param rolls [school][stage] scratch, 2 × schools
 */
export function campusShares(county: SeenCounty, n: number, share: Float64Array, rolls: Float64Array): void {
  const { school, level, open, roll } = county.sections
  const { form, seniorPupils } = county.schools
  rolls.fill(0)
  for (let s = 0; s < n; s++) if (open[s] !== 0) rolls[2 * school[s] + level[s]] += roll[s]
  for (let s = 0; s < n; s++) {
    const k = school[s]
    share[s] = combined[form[k]] ? stageShare(level[s] === 0 ? 'primary' : 'junior', rolls[2 * k], rolls[2 * k + 1], seniorPupils[k]) : 1
  }
}
