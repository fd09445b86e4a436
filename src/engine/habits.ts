import { boardingSupplement, publicFundsBase } from './norms/public-funds.ts'
import { assessedRows } from './county/anchor-staff.ts'
import type { County } from './county/county.ts'
import type { OpenSettings } from './county/settings.ts'

/** What the county has come to grant and spend, section by section, so that the status quo keeps its own base. */
export function keepHabits(county: County, settings: OpenSettings, wear: number): void {
  const { sections, schools } = county
  for (const level of ['primary', 'junior'] as const) {
    const rows = assessedRows(county, level === 'primary' ? 0 : 1)
    let pupils = 0
    let staff = 0
    for (const s of rows) {
      pupils += sections.roll[s]
      staff += sections.staff[s]
    }
    if (staff > 0) settings.pupilsPerPost = { ...settings.pupilsPerPost, [level]: pupils / staff }
  }
  const units = new Float64Array(schools.count)
  for (let s = 0; s < sections.count; s++) units[sections.school[s]] += sections.roll[s]
  for (let s = 0; s < sections.count; s++) {
    const level = sections.level[s] === 0 ? 'primary' : 'junior'
    const k = sections.school[s]
    const roll = sections.roll[s]
    const norm = roll / settings.pupilsPerPost[level]
    sections.staffing[s] = norm > 0 ? sections.staff[s] / norm : 1
    sections.posts[s] = sections.staff[s]
    sections.vacancies[s] = 0
    sections.specialists[s] = sections.staff[s] > 0 ? sections.peArts[s] / sections.staff[s] : 0
    const funds = Math.max(100, roll) * (publicFundsBase(settings.year, level) + settings.finance.aboveBase[level]) + sections.boarders[s] * boardingSupplement(settings.year)
    sections.upkeep[s] = roll > 0 && units[k] > 0 ? (wear * schools.equipment[k] * (roll / units[k])) / funds : 0
  }
}
