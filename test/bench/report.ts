/** One line of the bench’s table. */
export interface Line {
  readonly what: string
  readonly value: string
  readonly target?: string
  /** Whether the accepted bound is met; absent where there is none. */
  readonly met?: boolean
}

export const fixed = (value: number, digits = 1): string => value.toFixed(digits)

/** A Markdown table of a group of lines. */
export function table(title: string, lines: readonly Line[]): string {
  const rows = lines.map(({ what, value, target = '', met }) => `| ${what} | ${value} | ${target}${met === undefined ? '' : met ? ' ✓' : ' ✗'} |`)
  return [`## ${title}`, '', '| what | measured | target |', '| --- | --- | --- |', ...rows, ''].join('\n')
}
