import { describe, expect, it } from 'vitest'
import { cellMarks, gridColumns } from '../../src/app/screens/data/grid-columns.ts'
import type { Spot } from '../../src/app/stores/roster/spots.svelte.ts'
import { chinaItemSet, type ColumnUse } from '../../src/roster/index.ts'

const use = (column: number, field: string): ColumnUse => ({ column, field, header: `h${column}` }) as unknown as ColumnUse
const pupils = chinaItemSet.fields.find(({ kind }) => kind === 'number')!.id
const spot = (kind: string, row: number, field?: string): Spot => ({ finding: { class: kind }, place: { row, ...(field === undefined ? {} : { field }) } }) as unknown as Spot

describe('columns of the table of a roster', () => {
  it('begin with the school’s name and go on as in the sheet, under the sheet’s letters', () => {
    const columns = gridColumns([use(0, chinaItemSet.code!), use(27, pupils), use(2, chinaItemSet.name)], chinaItemSet)
    expect(columns.map(({ field, letters, isName, isNumber }) => [field, letters, isName, isNumber])).toEqual([
      [chinaItemSet.name, 'C', true, false],
      [chinaItemSet.code, 'A', false, false],
      [pupils, 'AB', false, true],
    ])
  })
})

describe('marks of cells', () => {
  it('are of what a person should see to, the gravest first; those of a row stand at the name', () => {
    const markOf = cellMarks([spot('must', 3, pupils), spot('look', 3, pupils), spot('look', 4), spot('information', 5, pupils), spot('must', -1)], 'name')
    expect([markOf(3, pupils), markOf(3, 'name'), markOf(4, 'name'), markOf(4, pupils), markOf(5, pupils)]).toEqual(['must', undefined, 'look', undefined, undefined])
  })
})
