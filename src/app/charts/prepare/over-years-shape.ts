import type { AnyPolicy, Level, PolicyGroup, Series } from '../../../engine/index.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'
import { fewestForBands } from './cv-lines.ts'
import type { Speech } from './doors.ts'
import { quantile, type Frame, type Standard } from './frame.ts'
import type { ReadLine } from './line-marks.ts'
import { quantity, twinOf, type Twin } from './twin.ts'

/** What a picture over the years is drawn from: the runs of the plan, those of the baseline in the same order of seeds, and what is chosen on the screen. */
export interface Asked {
  readonly speech: Speech
  readonly frame: Frame
  readonly standard: Standard
  readonly level: Level
  readonly item: string
  /** Position of the year shown. */
  readonly year: number
  readonly runs: readonly Series[]
  readonly pairs: readonly Series[]
  readonly policies: readonly Pick<AnyPolicy, 'id' | 'group'>[]
}

/** One part of a number that has parts, by year: its amount, and between which values its piece of the bar lies. */
export interface YearPart {
  /** `rest`: of no policy. */
  readonly key: PolicyGroup | 'rest'
  readonly name: string
  readonly values: readonly number[]
  readonly spans: readonly (readonly [from: number, to: number])[]
}

/** One number over the years. Values are in the unit of the view: schools, a ratio, or yuan a year at prices of the first year. */
export interface OverYears {
  /** The finding, as a sentence. */
  readonly title: string
  readonly subtitle: string
  /** What bands, lines and signs stand for. */
  readonly note: string
  readonly label: string
  readonly plan: readonly number[]
  /** Tenths of the runs from below and from above; empty for too few runs. */
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** Empty where there is none, or where the plan’s numbers are differences from it. */
  readonly baseline: readonly number[]
  /** What adds up to the plan’s number in every year; empty where it has no parts. */
  readonly parts: readonly YearPart[]
  readonly domain: readonly [number, number]
  /** A figure of the axis; its unit stands in the subtitle. */
  readonly format: (value: number) => string
  /** What can be read, line by line. */
  readonly lines: readonly Omit<ReadLine, 'xs'>[]
  readonly twin: Twin
  readonly about: () => Door
}

/** The tenth of the runs from below and from above in every year: `rows` are the runs. */
export function bandOf(rows: readonly (readonly number[])[]): Pick<OverYears, 'low' | 'high'> {
  const at = (share: number) => (rows.length < fewestForBands ? [] : rows[0]!.map((_, y) => quantile(rows.map((row) => row[y]!), share)))
  return { low: at(0.1), high: at(0.9) }
}

/** Known values of some lines: what an axis must reach. */
export const knownOf = (...lines: readonly (readonly number[])[]): readonly number[] => lines.flat().filter((value) => Number.isFinite(value))

/** A row a year: columns without values are left out. `means` is what all of them measure, where the subtitle of the picture does not say it. */
export const twinByYear = ({ speech: { t }, frame }: Asked, columns: readonly (readonly [head: string, values: readonly number[]])[], text: (value: number) => string, means?: string): Twin =>
  twinOf([
    { head: t('chart.year'), cells: frame.years.map((year) => quantity(year)) },
    ...columns.filter(([, values]) => values.length > 0).map(([head, values]) => ({ head, ...(means === undefined ? {} : { means }), cells: values.map((value) => quantity(value, text(value))) })),
  ])
