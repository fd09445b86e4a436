/** Columns that a terminal gives a text: two for Chinese characters and full-width signs. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text)
    width += /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(sign)
      ? 2
      : 1
  return width
}

const isNumber = (text: string): boolean =>
  /^[−-]?[\d,.]+ ?(%|元|万元|亿元|million yuan|yuan|[✓✕]( \d+\/\d+)?)?$/.test(text) || text === '—'

/** A table in plain text: columns aligned, numbers to the right, the first row a heading. */
export function textTable(rows: readonly (readonly string[])[], indent = '  '): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => displayWidth(row[c] ?? ''))))
  const numeric = widths.map((_, c) => rows.length > 1 && rows.slice(1).every((row) => isNumber(row[c] ?? '')))
  const line = (row: readonly string[]): string =>
    widths
      .map((width, c) => {
        const cell = row[c] ?? ''
        const space = ' '.repeat(width - displayWidth(cell))
        return numeric[c] ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd()
  return rows.map((row) => `${indent}${line(row)}\n`).join('')
}
