import type { ChartFrame } from '../chart.ts'
import { dodge, type SwarmDot } from './swarm.ts'
import type { ChartMark } from './steps.ts'

/** Pixels between the centres of two dots that touch. */
const apart = (radius: number): number => radius * 2 + 0.5

/** Where the dots of a column lie: heights by value, the few above `top` on the edge, and how far each is moved aside. */
export function columnPlaces({ x, y }: ChartFrame, dots: readonly SwarmDot[], at: number, radius: number, top: number): readonly { readonly x: number; readonly y: number }[] {
  const half = (x(1) - x(0)) / 2 - radius
  const ys = dots.map((dot) => y(Math.min(dot.value, top)))
  const xs = dodge(ys, apart(radius), Math.max(half, 0))
  return ys.map((height, k) => ({ x: x(at) + xs[k]!, y: height }))
}

/** All dots of a swarm as points to read, column by column in the order of township, then school. */
export const swarmMarks = (frame: ChartFrame, columns: readonly { readonly label: string; readonly dots: readonly SwarmDot[] }[], radius: number, top: number, say: (dot: SwarmDot, column: string) => string): readonly ChartMark[] =>
  columns.flatMap(({ label, dots }, k) => columnPlaces(frame, dots, k, radius, top).map((place, d) => ({ ...place, section: dots[d]!.section, text: say(dots[d]!, label) })))
