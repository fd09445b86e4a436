import type { ChartFrame } from '../chart.ts'
import { dodge, type SwarmDot } from './swarm.ts'
import type { ChartMark } from './steps.ts'

/** Pixels between the centres of two dots that touch. */
const apart = (radius: number): number => radius * 2 + 0.5

/** Where the few above the scale lie: over the break at its upper end, all at one height. */
export const aboveScale = (radius: number): number => -radius - 5

/** Where the dots of a column lie: heights by value, those above `top` over the break, and how far each is moved aside. */
export function columnPlaces({ x, y }: ChartFrame, dots: readonly SwarmDot[], at: number, radius: number, top: number): readonly { readonly x: number; readonly y: number }[] {
  // two crowded columns do not run into each other
  const half = (x(1) - x(0)) / 2 - radius - 2
  const ys = dots.map(({ value }) => (value > top ? aboveScale(radius) : y(value)))
  const xs = dodge(ys, apart(radius), Math.max(half, 0))
  return ys.map((height, k) => ({ x: x(at) + xs[k]!, y: height }))
}

/** All dots of a swarm as points to read, column by column in the order of township, then school. */
export const swarmMarks = (frame: ChartFrame, columns: readonly { readonly label: string; readonly dots: readonly SwarmDot[] }[], radius: number, top: number, say: (dot: SwarmDot, column: string) => string): readonly ChartMark[] =>
  columns.flatMap(({ label, dots }, k) => columnPlaces(frame, dots, k, radius, top).map((place, d) => ({ ...place, section: dots[d]!.section, text: say(dots[d]!, label) })))
