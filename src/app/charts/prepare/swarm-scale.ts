import { tickStep } from 'd3'
import { axisText } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'
import { placeKey } from './map-words.ts'
import type { SwarmDot } from './swarm.ts'

/* How high the scale of a swarm reaches, and what is said of the few schools above it. */

/** The next round value, of about eight up to it; itself where it is one. Of nothing 1, so that there is a scale to lie on. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1
  const step = tickStep(0, value, 8)
  // a multiple of 0.2 is not one in binary
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12))
}

/**
 * Upper end of the scale: everybody lies on it where that takes no more than `stretch` times what most take, 97% of them and the
 * standard with some room. Otherwise the few above are drawn over a break; where most have nothing, the few are the scale.
 */
export function swarmTop(values: readonly number[], standard: number | undefined, stretch: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const most = Math.max((standard ?? 0) * 1.6, sorted[Math.floor(sorted.length * 0.97)] ?? 1)
  const all = Math.max(most, sorted.at(-1) ?? 0)
  return roundUp(most === 0 || all <= most * stretch ? all : most)
}

/** How many of some schools lie above the scale. */
export const aboveTop = (dots: readonly SwarmDot[], top: number): number => dots.filter(({ value }) => value > top).length

/** A picture of schools: of which year its title speaks, the dots of that year and all that are drawn, and where its scale ends. */
export interface SwarmExtent {
  readonly year: number
  readonly dots: readonly SwarmDot[]
  readonly drawn: readonly (readonly SwarmDot[])[]
  readonly top: number
}

/** That, and how many, schools lie above the scale; empty where none is drawn there. */
export function aboveSays({ t }: Pick<Speech, 't'>, item: ItemView, { year, dots, drawn, top }: SwarmExtent): string {
  if (!drawn.some((column) => aboveTop(column, top) > 0)) return ''
  return t('swarm.above', { year, count: aboveTop(dots, top), top: axisText(top, item.unit) })
}

/** What a swarm does not say beside its dots, in a line for where it leaves without its legend: shapes where columns are years, hollow dots, who is above the scale. */
export function swarmNote(speech: Pick<Speech, 't'>, item: ItemView, extent: SwarmExtent, shapes: boolean): string {
  const { t } = speech
  return [shapes ? placeKey(speech) : '', item.standard ? `○ ${t('map.fails')}` : '', aboveSays(speech, item, extent)].filter((one) => one !== '').join(t('mark.middle'))
}
