import { describe, expect, it } from 'vitest'
import { GridEdit } from '../../src/app/screens/data/grid-edit.svelte.ts'
import type { Edit, Snapshot } from '../../src/roster/index.ts'

const row = (n: number, name: string, pupils: string) => ({ row: n, school: String(n), written: { name, pupils }, aside: null })

function grid() {
  const rows = [row(3, '甲', '120'), row(4, '乙', '80')] as unknown as Snapshot['rows']
  const uses = [{ column: 0, field: 'name', header: '' }, { column: 1, field: 'pupils', header: '' }] as unknown as Snapshot['mapping']['columns']
  const steps: (readonly Edit[])[] = []
  const edit = new GridEdit(() => ({ rows, uses }), (edits) => Promise.resolve(void steps.push(edits)))
  return { edit, steps }
}

describe('a cell of the table', () => {
  it('keeps what was typed when it is left, in the cell in which it was typed', async () => {
    const { edit, steps } = grid()
    edit.cursor = { row: 1, column: 1 }
    edit.begin()
    expect(edit.writing).toEqual({ row: 4, field: 'pupils', text: '80' })
    edit.type(' 96 ')
    // somebody pressed another cell: the cursor is there before the field is gone
    edit.cursor = { row: 0, column: 0 }
    await edit.commit()
    expect([steps, edit.writing]).toEqual([[[{ kind: 'write', row: 4, field: 'pupils', text: '96' }]], null])
    // leaving once more writes nothing
    await edit.commit()
    expect(steps.length).toBe(1)
  })
  it('takes back what was typed only when asked to', async () => {
    const { edit, steps } = grid()
    edit.begin('丙')
    edit.discard()
    await edit.commit()
    expect([steps, edit.writing]).toEqual([[], null])
  })
  it('makes no step where nothing has changed', async () => {
    const { edit, steps } = grid()
    edit.begin()
    edit.type('甲 ')
    await edit.commit()
    expect(steps).toEqual([])
  })
  it('is emptied by a key, and its neighbour stops at the edge of the table', async () => {
    const { edit, steps } = grid()
    edit.aside(1)
    edit.aside(1)
    expect(edit.cursor).toEqual({ row: 0, column: 1 })
    await edit.clear()
    expect(steps).toEqual([[{ kind: 'write', row: 3, field: 'pupils', text: '' }]])
    edit.aside(-1)
    edit.aside(-1)
    expect(edit.cursor).toEqual({ row: 0, column: 0 })
  })
  it('is the first of a block from a spreadsheet', () => {
    const { edit, steps } = grid()
    expect([edit.paste('丙\t7\n丁\t8\n'), edit.paste('')]).toEqual([true, false])
    expect(steps[0]!.map((one) => ('text' in one ? one.text : ''))).toEqual(['丙', '7', '丁', '8'])
  })
  it('takes a cell with a line break inside for one cell, as spreadsheets quote it', () => {
    const { edit, steps } = grid()
    edit.paste('"丙\n(原""乙"")"\t7\r\n丁\t8\r\n')
    expect(steps[0]).toEqual([
      { kind: 'write', row: 3, field: 'name', text: '丙 (原"乙")' },
      { kind: 'write', row: 3, field: 'pupils', text: '7' },
      { kind: 'write', row: 4, field: 'name', text: '丁' },
      { kind: 'write', row: 4, field: 'pupils', text: '8' },
    ])
  })
  it('leaves quotes that are the cell’s own, and one that is never closed', () => {
    const { edit, steps } = grid()
    edit.paste('"丙"\t"7\n丁\t8')
    expect(steps[0]!.map((one) => ('text' in one ? one.text : ''))).toEqual(['"丙"', '"7', '丁', '8'])
  })
})
