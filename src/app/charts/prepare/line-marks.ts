import type { ChartFrame } from '../chart.ts'
import type { ChartMark } from './steps.ts'

/** A line that can be read: its points, and what each says. */
export interface ReadLine {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly text: (k: number) => string
}

/** The points of lines in pixels, line by line; unknown values have none. */
export const lineMarks = ({ x, y }: ChartFrame, lines: readonly ReadLine[]): readonly ChartMark[] =>
  lines.flatMap(({ xs, ys, text }, row) => xs.flatMap((at, k) => (Number.isNaN(ys[k] ?? NaN) ? [] : [{ x: x(at), y: y(ys[k]!), text: text(k), row }])))
