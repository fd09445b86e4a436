import Papa from 'papaparse'
import type { Cell, Grid } from './grid.ts'

/** Ways of turning bytes into text that a county office is likely to have used. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** How the first rows of a text file read in one encoding, so that a person can pick the right one. */
export interface Preview {
  readonly encoding: Encoding
  readonly lines: readonly string[]
  /** Characters that this encoding cannot make sense of. */
  readonly unreadable: number
}

/** Text of a file, how it was decoded, and whether a person should look at both ways of reading it. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Both encodings read without an error and differ: show the previews. */
  readonly doubtful: boolean
  readonly previews: readonly Preview[]
}

const previewLines = 5
const previewBytes = 4000
/** Chinese text in UTF-8 this long is practically never valid GB18030 by chance, and the reverse. */
const surelyEnough = 30

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)
const unreadableIn = (text: string): number => text.split('\ufffd').length - 1

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The first rows in UTF-8 and in GB18030. */
export function previewsOf(bytes: Uint8Array): Preview[] {
  const head = bytes.subarray(0, previewBytes)
  return (['utf-8', 'gb18030'] as const).map((encoding) => {
    const lines = decode(head, encoding)
      .split(/\r\n|\r|\n/)
      .slice(0, previewLines)
    return { encoding, lines, unreadable: unreadableIn(lines.join('')) }
  })
}

/**
 * Decodes a text file: by its byte-order mark, else UTF-8 if it is valid, else GB18030 (which contains GBK and GB2312).
 *
 * @param chosen what the user picked after looking at the previews
 * @returns null if no encoding reads the file without errors
 */
export function decodeText(bytes: Uint8Array, chosen?: Encoding): Decoded | null {
  const marked = byMark(bytes)
  const previews = previewsOf(bytes)
  if (chosen ?? marked) {
    const encoding = (chosen ?? marked)!
    return { text: decode(bytes, encoding), encoding, doubtful: false, previews }
  }
  const utf8 = decode(bytes, 'utf-8')
  const gb = decode(bytes, 'gb18030')
  const isUtf8 = unreadableIn(utf8) === 0
  const isGb = unreadableIn(gb) === 0
  if (!isUtf8 && !isGb) return null
  const foreign = [...utf8].filter((c) => c > '\u007f').length
  return {
    text: isUtf8 ? utf8 : gb,
    encoding: isUtf8 ? 'utf-8' : 'gb18030',
    doubtful: isUtf8 && isGb && foreign > 0 && foreign < surelyEnough,
    previews,
  }
}

/**
 * Splits a text table into cells: commas, tabs (as pasted from WPS or Excel), semicolons, bars or Chinese commas, quotes and
 * line breaks inside quotes respected. Every cell stays text.
 */
export function splitTable(text: string, sheet: string): Grid {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: ['\t', ',', ';', '|', '，'],
    skipEmptyLines: false,
  })
  const rows = data.map((row) => row.map((cell): Cell => (cell.trim() === '' ? null : cell.trim())))
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === null)) rows.pop()
  return { sheet, rows }
}
