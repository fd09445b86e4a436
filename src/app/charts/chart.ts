import { getContext, setContext } from 'svelte'

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

/** Space around the drawing area. */
export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}
