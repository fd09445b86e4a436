import { unzipSync } from 'fflate'
import type { Problem } from '../engine/index.ts'
import { bounds, type Cell, type Grid } from './grid.ts'
import { sayReading } from './say-reading.ts'

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

/** Whether bytes are a packed file, as every .xlsx is. */
export const isPacked = (bytes: Uint8Array): boolean => startsWith(bytes, zipMark)

/** The old compound format: .xls, or an .xlsx behind a password. Null if it is neither. */
export function compoundProblem(bytes: Uint8Array, name: string): Problem | null {
  if (!startsWith(bytes, compoundMark)) return null
  // the directory of an encrypted workbook names its streams in UTF-16
  const mark = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])
  let from = bytes.indexOf(mark[0]!)
  while (from >= 0) {
    if (mark.every((byte, i) => bytes[from + i] === byte)) return sayReading.locked(name)
    from = bytes.indexOf(mark[0]!, from + 1)
  }
  return sayReading.oldWorkbook(name)
}

/** Looks into the packed file without unpacking it: bounds, and whether it is a workbook at all. */
function inspect(bytes: Uint8Array, name: string): Problem | null {
  let unpacked = 0
  let isWorkbook = false
  try {
    unzipSync(bytes, {
      filter: (file) => {
        unpacked += file.originalSize
        if (/^xl\/workbook/.test(file.name)) isWorkbook = true
        return false
      },
    })
  } catch {
    return sayReading.broken(name)
  }
  if (unpacked > bounds.unpackedBytes) return sayReading.unpacksTooLarge(name)
  return isWorkbook ? null : sayReading.notWorkbook(name)
}

const toCell = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  // a number shown as a date may be one that no calendar has: spreadsheets fill the cell with this mark
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '########' : value.toISOString().slice(0, 10)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** Reads all sheets of a workbook, cells as they stand, empty rows at the end dropped; or says what is wrong with it. */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<readonly Grid[] | Problem> {
  const wrong = inspect(bytes, name)
  if (wrong) return wrong
  // loaded on demand: most visits never open a workbook
  const { default: readSheets } = await import('read-excel-file/universal')
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[]
  try {
    sheets = await readSheets(whole)
  } catch {
    return sayReading.broken(name)
  }
  if (sheets.length > bounds.sheets) return sayReading.tooMany('sheets', sheets.length, bounds.sheets)(name)
  return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(toCell)) }))
}
