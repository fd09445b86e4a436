import type { Bilingual } from '../../../engine/index.ts'
import type { ColumnUse, FindingClass, ItemSet } from '../../../roster/index.ts'
import type { Spot } from '../../stores/roster/spots.svelte.ts'

/** A column of the grid: which field of the set it shows, and as what. */
export interface GridColumn extends Pick<ColumnUse, 'column' | 'field' | 'header'> {
  readonly text: Bilingual
  /** Of the sheet: A, B, … AA. */
  readonly letters: string
  readonly isName: boolean
  readonly isNumber: boolean
}

/** What a spreadsheet calls a column, counted from 0. */
const lettersOf = (column: number): string => (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** Columns in the order shown: the school’s name first, then as they stand in the sheet. */
export function gridColumns(uses: readonly ColumnUse[], { fields, name }: Pick<ItemSet, 'fields' | 'name'>): readonly GridColumn[] {
  return [...uses]
    .sort((a, b) => Number(b.field === name) - Number(a.field === name) || a.column - b.column)
    .map(({ column, field, header }) => {
      const { text, kind } = fields.find((one) => one.id === field)!
      return { column, field, header, text, letters: lettersOf(column), isName: field === name, isNumber: kind === 'number' }
    })
}

/** The gravest finding of every cell that a person should see to; those of a whole row stand at its school’s name. */
export function cellMarks(spots: readonly Spot[], name: string): (row: number, field: string) => FindingClass | undefined {
  const found = new Map<string, FindingClass>()
  for (const { finding, place } of spots) {
    if (place.row < 0 || (finding.class !== 'must' && finding.class !== 'look')) continue
    const key = `${place.row}|${place.field ?? ''}`
    if (!found.has(key)) found.set(key, finding.class)
  }
  return (row, field) => found.get(`${row}|${field}`) ?? (field === name ? found.get(`${row}|`) : undefined)
}
