/** How rows stand in a drawing: side by side in columns, each row so high; every how many-th row has room for its words. */
export interface RowLayout {
  readonly columns: number
  readonly perColumn: number
  readonly height: number
  readonly named: number
}

/** Breadth and height of a row that is read with ease, in letters. */
const row = { breadth: 23, height: 1.3, most: 2.4 } as const

/**
 * Rows from the top of the first column on. There are more columns only where one is too low for its rows; where even they are, all
 * rows are drawn and fewer have words.
 *
 * @param letters size of the words
 */
export function rowLayout(count: number, width: number, height: number, letters: number): RowLayout {
  const most = Math.max(1, Math.floor(width / (row.breadth * letters)))
  const inColumn = Math.max(1, Math.floor(height / (row.height * letters)))
  const columns = Math.max(1, Math.min(most, Math.ceil(count / inColumn)))
  const perColumn = Math.max(1, Math.ceil(count / columns))
  const high = Math.min(row.most * letters, height / perColumn)
  return { columns, perColumn, height: high, named: Math.max(1, Math.ceil((1.2 * letters) / high)) }
}
