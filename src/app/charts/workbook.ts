import writeExcelFile from 'write-excel-file/browser'
import type { Twin } from './prepare/twin.ts'

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly twin: Twin
}

const cellOf = (text: string) => {
  const number = Number(text.replace(/,/g, ''))
  return text !== '' && !Number.isNaN(number) ? { value: number, type: Number } : { value: text, type: String }
}

/** Offers tables as one workbook; the first row of each sheet says where it comes from. */
export async function saveWorkbook(sheets: readonly Sheet[], stamp: string, file: string): Promise<void> {
  const data = sheets.map(({ name, twin }) => ({
    sheet: name,
    data: [[{ value: stamp, type: String }], twin.heads.map((head) => ({ value: head, type: String, fontWeight: 'bold' as const })), ...twin.rows.map((row) => row.map(cellOf))],
  }))
  await writeExcelFile(data).toFile(`${file}.xlsx`)
}
