import type { Problem } from '../engine/index.ts'
import { bounds, cellAddress, isBlank, type Grid } from './grid.ts'
import { decodeText, splitTable, type Encoding, type Preview } from './read-text.ts'
import { compoundProblem, isPacked, readWorkbook } from './read-workbook.ts'
import { sayReading } from './say-reading.ts'
import { sizeProblem } from './size-problem.ts'

/** A file as read: its sheets that hold something, and how its text was decoded. */
export interface RosterFile {
  readonly name: string
  readonly sheets: readonly Grid[]
  /** Null for workbooks. */
  readonly encoding: Encoding | null
  readonly doubtful: boolean
  readonly previews: readonly Preview[]
}

/** The sheets of a file with a glance at each, or every problem at once. */
export type Reading =
  { readonly file: RosterFile; readonly problems: readonly [] } | { readonly file: null; readonly problems: readonly Problem[] }

const failed = (...problems: Problem[]): Reading => ({ file: null, problems })

const otherKinds: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
]

/**
 * Reads a roster file of any kind the app knows: XLSX, CSV or TSV in UTF-8, UTF-16 or GB18030.
 *
 * @param name   shown in messages
 * @param chosen encoding the user picked after looking at the previews
 * @returns the file, or every reason why it cannot be read
 */
export async function readFile(bytes: Uint8Array, name: string, chosen?: Encoding): Promise<Reading> {
  if (bytes.length === 0) return failed(sayReading.empty(name))
  const large = sizeProblem(bytes.length, name)
  if (large) return failed(large)
  const old = compoundProblem(bytes, name)
  if (old) return failed(old)
  for (const [kind, mark] of otherKinds) if (mark.every((byte, i) => bytes[i] === byte)) return failed(sayReading.otherKind(kind)(name))
  if (isPacked(bytes)) {
    const sheets = await readWorkbook(bytes, name)
    return 'path' in sheets ? failed(sheets) : checked({ name, sheets, encoding: null, doubtful: false, previews: [] })
  }
  const decoded = decodeText(bytes, chosen)
  if (!decoded || decoded.text.includes('\u0000')) return failed(sayReading.notText(name))
  const { encoding, doubtful, previews } = decoded
  return checked({ name, sheets: [splitTable(decoded.text, sheetName(name))], encoding, doubtful, previews })
}

/** Reads cells pasted from WPS, Excel or a text. */
export const readPasted = (text: string, name: string): Reading => {
  const large = sizeProblem(text.length, name)
  return large ? failed(large) : checked({ name, sheets: [splitTable(text, name)], encoding: null, doubtful: false, previews: [] })
}

const sheetName = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || name

/** Bounds of every sheet; sheets without content are dropped. */
function checked(file: RosterFile): Reading {
  const sheets = file.sheets.filter((grid) => grid.rows.some((row) => row.some((cell) => !isBlank(cell))))
  if (sheets.length === 0) return failed(sayReading.noTable(file.name))
  const problems = sheets.flatMap(sheetProblems)
  return problems.length > 0 ? failed(...problems) : { file: { ...file, sheets }, problems: [] }
}

function sheetProblems({ sheet, rows }: Grid): Problem[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const problems: Problem[] = []
  if (rows.length > bounds.rows) problems.push(sayReading.tooMany('rows', rows.length, bounds.rows)(sheet))
  if (columns > bounds.columns) problems.push(sayReading.tooMany('columns', columns, bounds.columns)(sheet))
  if (problems.length > 0) return problems
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell === 'string' && cell.length > bounds.cellCharacters) {
        problems.push(sayReading.longCell(cell.length, bounds.cellCharacters)(cellAddress(sheet, r, c)))
      }
    }),
  )
  return problems
}

/** The sheet a name asks for, or the one with most rows; a problem if there is no such sheet. */
export function sheetOf(file: RosterFile, name?: string): Grid | Problem {
  if (name !== undefined) {
    return (
      file.sheets.find((grid) => grid.sheet === name) ??
      sayReading.unknownSheet(
        name,
        file.sheets.map((grid) => grid.sheet),
      )(file.name)
    )
  }
  return file.sheets.reduce((best, grid) => (grid.rows.length > best.rows.length ? grid : best))
}
