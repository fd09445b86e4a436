import type { Backcast, BackcastCell, BackcastTrack } from '../../../roster/index.ts'
import type { Standard, StandardView } from './frame.ts'
import { quantity, twinOf, type Column, type Twin } from './twin.ts'

/** Names and number formats of the screen’s language. */
export interface BackcastWords {
  readonly t: (key: 'year' | 'recorded' | 'median' | 'inner.low' | 'inner.high' | 'outer.low' | 'outer.high') => string
  readonly figure: (value: number, track: Pick<BackcastTrack, 'measure'>) => string
}

const keyOf = ({ measure, level, item }: Pick<BackcastTrack, 'measure' | 'level' | 'item'>): string => `${measure}.${level}.${item}`

/** The track of a key, or the one whose record lies furthest from the runs: the first thing to look at. */
export function trackShown(backcast: Backcast, wanted: string): BackcastTrack | undefined {
  const found = backcast.tracks.find((track) => keyOf(track) === wanted)
  if (found) return found
  const worst = backcast.cells.reduce<BackcastCell | null>((most, cell) => (most === null || offBy(cell) > offBy(most) ? cell : most), null)
  return backcast.tracks.find((track) => track.measure === 'coefficient' && worst !== null && track.level === worst.level && track.item === worst.item) ?? backcast.tracks[0]
}

export const trackKey = keyOf

/** How far a record lies outside the band, as a share of the recorded value; 0 inside. */
const offBy = ({ recorded, low, high }: BackcastCell): number => (recorded === 0 ? 0 : Math.max(0, low - recorded, recorded - high) / recorded)

/** Bounds of the picture: everything drawn fits, with a twentieth of room; coefficients begin at 0. */
export function trackDomain({ measure, bands, recorded }: BackcastTrack): readonly [number, number] {
  const values = [...bands.flat(), ...recorded.map(({ value }) => value)].filter((value) => Number.isFinite(value))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low || Math.abs(high) || 1) / 10
  return measure === 'coefficient' ? [0, high + room] : [Math.max(0, low - room), high + room]
}

/** The last year with a record: where it lies in the runs. */
export function lastRecord({ years, bands, recorded }: BackcastTrack): { readonly year: number; readonly value: number; readonly low: number; readonly median: number; readonly high: number; readonly where: BackcastCell['where'] } | null {
  const last = recorded.at(-1)
  const t = last ? years.indexOf(last.year) : -1
  if (!last || t <= 0) return null
  const [low, median, high] = [bands[0]![t]!, bands[2]![t]!, bands[4]![t]!]
  return { ...last, low, median, high, where: last.value < low ? 'below' : last.value > high ? 'above' : 'inside' }
}

/** The same numbers as a table: a row per year. */
export function trackTwin(track: BackcastTrack, { t, figure }: BackcastWords): Twin {
  const said = (value: number) => quantity(value, Number.isNaN(value) ? '—' : figure(value, track))
  const band = (key: 'outer.low' | 'inner.low' | 'median' | 'inner.high' | 'outer.high', k: number): Column => ({ head: t(key), cells: track.years.map((_, y) => said(track.bands[k]![y] ?? NaN)) })
  return twinOf([
    { head: t('year'), cells: track.years.map((year) => quantity(year)) },
    { head: t('recorded'), cells: track.years.map((year) => said(track.recorded.find((one) => one.year === year)?.value ?? NaN)) },
    band('median', 2),
    band('inner.low', 1),
    band('inner.high', 3),
    band('outer.low', 0),
    band('outer.high', 4),
  ])
}

/** One line of the overview: one measure, its record in the last year against the runs. */
export interface OverviewRow {
  readonly key: string
  readonly track: BackcastTrack
  readonly first: number
  readonly last: NonNullable<ReturnType<typeof lastRecord>>
}

/** Rows of one standard and level; pupils stand under no standard. */
export interface OverviewGroup {
  readonly standard: Standard | null
  readonly level: string
  readonly rows: readonly OverviewRow[]
}

/** Every track of a measure that has a later record, by standard and level, in the order of items. */
export function overviewOf(backcast: Backcast, measure: BackcastTrack['measure'], standards: Readonly<Record<Standard, Pick<StandardView, 'items'>>>): readonly OverviewGroup[] {
  const rows = backcast.tracks.flatMap((track): OverviewRow[] => {
    const last = track.measure === measure ? lastRecord(track) : null
    return last ? [{ key: keyOf(track), track, first: track.recorded[0]!.value, last }] : []
  })
  if (measure === 'roll') return [{ standard: null, level: '', rows }]
  const levels = [...new Set(rows.map((row) => row.track.level))]
  return (Object.keys(standards) as Standard[])
    .flatMap((standard) => levels.map((level): OverviewGroup => ({ standard, level, rows: rows.filter((row) => row.track.level === level && standards[standard].items.some((item) => item.id === row.track.item)) })))
    .filter((group) => group.rows.length > 0)
}
