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

/** A section’s part of a physical stock of its campus. */
export const campusStock =
  (stock: CampusStock) =>
  (county: SeenCounty, section: number): number =>
    county.schools[stock][county.sections.school[section]] * campusShare(county, section)
