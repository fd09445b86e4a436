import type { Bilingual } from '../../engine/index.ts'
import { fieldOf } from '../item-set.ts'
import type { Table, TableRow } from '../table.ts'
import { faulty, finding, fixes, placeOf, type Finding } from './finding.ts'

/* Checks of lists of persons: what is said of a school must be the same on all rows of its pupils. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })

const commonest = (values: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  // of equally common ones the first written counts
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Rows of one school that say different things of it. */
export function disagreeingSchools(table: Table): Finding[] {
  const { oneSchool } = table.set
  if (!oneSchool) return []
  const bySchool = new Map<string, TableRow[]>()
  for (const row of table.rows) {
    const school = String(row.values[oneSchool.school] ?? '')
    const there = bySchool.get(school)
    if (there) there.push(row)
    else bySchool.set(school, [row])
  }
  return oneSchool.facts
    .filter((fact) => table.mapping.columns.some((use) => use.field === fact) && faulty(table, fact, 'unknown').length === 0)
    .flatMap((fact) =>
      [...bySchool].flatMap(([school, rows]): Finding[] => {
        const written = rows.map((row) => row.written[fact] ?? '')
        if (new Set(rows.map((row) => row.values[fact] ?? null)).size < 2) return []
        const usual = commonest(written)
        const odd = rows.filter((row) => (row.written[fact] ?? '') !== usual)
        const { text } = fieldOf(table.set, fact)
        return [
          finding({
            check: 'school-disagrees',
            class: 'must',
            field: fact,
            text: both(`${school}: its rows give different values of “${text.en}”`, `${school}：各行的“${text.zh}”不一致`),
            hint: both(`Most rows say “${usual}”. It must be the same for all pupils of a school.`, `多数行为“${usual}”。同一学校应当一致。`),
            at: odd.map((row) => placeOf(table, row, fact, [fixes.write(row, fact, usual)])),
          }),
        ]
      }),
    )
}
