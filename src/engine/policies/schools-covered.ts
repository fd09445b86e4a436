import type { County } from '../county/county.ts'

/** Rows of the county-run open schools that a policy covers with at least one section. */
export function coveredSchools({ county, covers }: { readonly county: County; readonly covers: (section: number) => boolean }): number[] {
  const { sections, schools } = county
  const isCovered = new Uint8Array(schools.count)
  for (let s = 0; s < sections.count; s++) if (covers(s)) isCovered[sections.school[s]] = 1
  const rows: number[] = []
  for (let k = 0; k < schools.count; k++) if (isCovered[k] === 1 && schools.open[k] === 1 && schools.owner[k] === 0) rows.push(k)
  return rows
}

/** First open section of every school; −1 = none. Money for a whole school is booked there. */
export function firstSections(county: County): Int32Array {
  const first = new Int32Array(county.schools.count).fill(-1)
  for (let s = county.sections.count - 1; s >= 0; s--) if (county.sections.open[s] === 1) first[county.sections.school[s]] = s
  return first
}

/** Straight distance between two schools, km. */
export function distance(county: County, a: number, b: number): number {
  const dx = county.schools.x[a] - county.schools.x[b]
  const dy = county.schools.y[a] - county.schools.y[b]
  return Math.sqrt(dx * dx + dy * dy)
}
