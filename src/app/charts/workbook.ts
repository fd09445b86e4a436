import writeExcelFile from 'write-excel-file/browser'
import { sheetName } from '../../scenario/sheet-name.ts'
import type { Cell, Twin } from './prepare/twin.ts'
import { rowsOf } from './prepare/twin-files.ts'

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly twin: Twin
}

// what looks like a number in a text, a name or a code, stays text
const cellOf = (cell: Cell) => (typeof cell === 'string' ? { value: cell, type: String } : Number.isFinite(cell.value) ? { value: cell.value, type: Number } : null)

/** Offers tables as one workbook; under each stands where it comes from. */
export async function saveWorkbook(sheets: readonly Sheet[], stamp: string, file: string): Promise<void> {
  const data = sheets.map(({ name, twin }, k) => ({
    sheet: sheetName(name, String(k + 1)),
    data: rowsOf(twin, stamp).map((row, r) => row.map((cell) => (r === 0 ? { value: String(cell), type: String, fontWeight: 'bold' as const } : cellOf(cell)))),
  }))
  await writeExcelFile(data).toFile(`${file}.xlsx`)
}
