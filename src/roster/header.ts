import type { ItemSet } from './item-set.ts'
import { textOf, type Cell, type Grid } from './grid.ts'
import { matchHeader, type HeaderMatch } from './header-match.ts'

/** One column of a sheet as its header describes it. */
export interface Column {
  readonly column: number
  /** Own label, and the labels of merged cells above it. */
  readonly label: string
  readonly groups: readonly string[]
  readonly match: HeaderMatch | null
}

/** Where the header stands and what its columns are. */
export interface Header {
  /** First row of the header; −1 = the sheet has none. */
  readonly row: number
  /** Rows it takes: 1, or more when merged headings stand above. */
  readonly depth: number
  readonly columns: readonly Column[]
}

const searchedRows = 20
const deepest = 4
/** Two names that the app knows make a header; one could be chance. */
const leastScore = 4

type Match = (label: string, groups: readonly string[]) => HeaderMatch | null

/** Looks every label up once: the search tries the same ones again and again. */
function matcher(set: ItemSet): Match {
  const before = new Map<string, HeaderMatch | null>()
  return (label, groups) => {
    const key = [...groups, label].join('\n')
    const known = before.get(key)
    if (known !== undefined) return known
    const found = isLikely(label) ? matchHeader(label, groups, set) : null
    before.set(key, found)
    return found
  }
}

/** Headers are short and hold a letter; numbers are data. */
const isLikely = (label: string): boolean => label.length <= 60 && /[^\d\s.,%()（）-]/.test(label)

/** Labels of a header of several rows: a merged heading belongs to the columns to its right until the next one. */
function columnsAt(rows: readonly (readonly Cell[])[], start: number, depth: number, match: Match): Column[] {
  const width = rows.slice(start, start + depth).reduce((most, row) => Math.max(most, row.length), 0)
  const running = new Array<string>(depth).fill('')
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = []
    let own = ''
    for (let d = 0; d < depth; d++) {
      const text = textOf(rows[start + d]?.[column])
      if (text !== '') {
        running[d] = text
        // a new heading ends the ones that hung below the previous heading
        running.fill('', d + 1)
        own = text
      }
      if (text !== '' || d < depth - 1) parts.push(text || running[d]!)
    }
    const label = own
    const groups = parts.filter((part) => part !== '' && part !== label)
    return { column, label, groups, match: label === '' ? null : match(label, groups) }
  })
}

/** Each field goes to the column that names it best; the others lose it. */
function withoutRivals(columns: readonly Column[]): Column[] {
  const best = new Map<string, Column>()
  for (const column of columns) {
    if (!column.match) continue
    const rival = best.get(column.match.field)
    if (!rival || column.match.sureness > rival.match!.sureness) best.set(column.match.field, column)
  }
  return columns.map((column) => (column.match && best.get(column.match.field) !== column ? { ...column, match: null } : column))
}

/** A unit found in the header counts a little, so that a row of units below the names belongs to the header. */
const score = (columns: readonly Column[]): number =>
  columns.reduce((sum, { match }) => sum + (match ? match.sureness + (match.unit === null ? 0 : 0.5) : 0), 0)

/** A header names the school or its pupils; a row of data does neither. */
const namesSchools = (columns: readonly Column[], set: ItemSet): boolean =>
  columns.some(({ match }) => match && [set.name, set.code, set.pupils].includes(match.field))

/** A title or “filled in by …” line: one text, however wide its merged cell is. */
const isTitle = (row: readonly Cell[]): boolean => row.filter((cell) => textOf(cell) !== '').length <= 1

/**
 * Finds the header: the rows among the first twenty whose labels name most fields. A title above it, a heading merged over
 * several columns and a row of units below the names are all part of ordinary tables.
 */
export function findHeader(grid: Grid, set: ItemSet): Header {
  let best: Header = { row: -1, depth: 0, columns: [] }
  let most = leastScore - 1
  const match = matcher(set)
  for (let row = 0; row < Math.min(searchedRows, grid.rows.length); row++) {
    if (isTitle(grid.rows[row]!)) continue
    for (let depth = 1; depth <= deepest && row + depth <= grid.rows.length; depth++) {
      const columns = withoutRivals(columnsAt(grid.rows, row, depth, match))
      const found = namesSchools(columns, set) ? score(columns) : 0
      if (found > most) {
        most = found
        best = { row, depth, columns }
      }
    }
  }
  return best
}

/** The header at rows the user names. */
export const headerAt = (grid: Grid, row: number, depth: number, set: ItemSet): Header => ({
  row,
  depth,
  columns: withoutRivals(columnsAt(grid.rows, row, depth, matcher(set))),
})

/** How a column is called in the remembered mapping: its headings and label, one line. */
export const headerText = ({ groups, label }: Pick<Column, 'groups' | 'label'>): string => [...groups, label].join(' / ')
