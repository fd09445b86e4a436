import { getContext, setContext } from 'svelte'
import type { ChartMark } from './prepare/steps.ts'

/** Where marks draw: pixel sizes inside the margins, and scales computed once over all runs and years. */
export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  /** Pixels of a line of the chart’s small text, larger on a projector. */
  readonly line: number
}

const key = Symbol('chart')

/** Called by Chart.svelte with a reader, so that marks follow its size. */
export const provideChart = (read: () => ChartFrame): void => void setContext(key, read)

/** The chart a mark stands in. */
export const useChart = (): (() => ChartFrame) => getContext<() => ChartFrame>(key)

/** How a picture is read point by point. */
export interface Reading {
  /** What the list of points is called, and which keys move in it. */
  readonly label: string
  readonly marks: (frame: ChartFrame) => readonly ChartMark[]
  /** Gets what `marks` needs; until then there are none. */
  readonly load?: () => Promise<void>
  /** Section to start at, where points stand for sections. */
  readonly start?: () => number
  readonly chosen?: (mark: ChartMark) => boolean
  readonly onlook?: (mark: ChartMark | null) => void
  readonly onpick?: (mark: ChartMark) => void
}

/** Space around the drawing area. */
export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}
